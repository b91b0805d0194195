import { defineConfig } from "vitest/config";
import { findChromium } from "./scripts/browser.mjs";

// Days are not moments: the tests run in UTC, and in any other zone that the caller names.
process.env.TZ ??= "UTC";

// Browser tests take the path of Chromium from here, however vitest was started.
process.env.PARTA_CHROMIUM ??= findChromium() ?? "";

const globalSetup = "tests/global-setup.ts";

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    restoreMocks: true,
    // How often the crash story kills the server or its database; more by hand: PARTA_CRASH_ROUNDS=200 npm test -- tests/crash
    provide: { crashRounds: Number(process.env.PARTA_CRASH_ROUNDS ?? 20) },
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["src/**/rules/**/*.test.ts", "src/**/web/**/*.test.{ts,tsx}", "tests/house.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: [
            "src/**/server/**/*.test.ts",
            "src/foundation/**/*.test.ts",
            "src/entrance/**/*.test.ts",
            "tests/*.test.ts",
            "tests/{journeys,acceptance,laws,boot,crash}/**/*.test.ts",
          ],
          exclude: ["src/foundation/**/{rules,web}/**", "tests/house.test.ts"],
          globalSetup,
          // A slow or busy machine is no fault; these only end a vain wait.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup,
          // What a page does by itself (a pause in typing, a save, an answer) is waited for as long as a slow machine needs.
          expect: { poll: { timeout: 20_000, interval: 50 } },
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
