import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env["PARTA_ADDRESS"] ?? "http://127.0.0.1:3000";

export default defineConfig({
  publicDir: "src/foundation/ui/public",
  plugins: [react()],
  resolve: { alias: [{ find: /^typebox$/, replacement: resolve("src/foundation/ui/schema-names.ts") }] },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Nothing is inlined as data:, so that the content security policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": api } },
});
