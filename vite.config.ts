import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const api = process.env["PARTA_ADDRESS"] ?? "http://127.0.0.1:3000";

export default defineConfig({
  publicDir: "src/foundation/ui/public",
  plugins: [
    react(),
    // The program on the device: src/entrance/service-worker.ts with the list of the built files put in; registered by src/entrance/staff/new-version.ts.
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/entrance",
      filename: "service-worker.ts",
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg,png,webmanifest}"],
        sourcemap: false,
        rollupFormat: "iife",
        // `npm start` builds without a word where nothing is wrong
        buildPlugins: { vite: [{ name: "quiet", config: () => ({ logLevel: "error" }) }] },
      },
    }),
  ],
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
