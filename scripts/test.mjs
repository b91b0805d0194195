// `npm test`: makes everything ready, runs the tests, ends with the line «N passed, N failed».
// Arguments go to vitest; then the report of the last full run is left alone.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, installChromium } from "./browser.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const args = process.argv.slice(2);
const isFull = args.length === 0;

const usesBrowser = isFull || args.some((arg) => arg.includes("browser"));

const prepared = spawnSync(process.execPath, ["scripts/prepare.mjs", "--dev", ...(usesBrowser ? [] : ["--quiet"])], { stdio: "inherit" });
if (prepared.status !== 0) giveUp("Проверки не начались: подготовка не удалась.");

const chromium = findChromium() ?? (usesBrowser ? installChromium() : null);
if (!chromium && usesBrowser) {
  giveUp("Для проверок в браузере нужен Chromium: поставьте его (в Debian: apt-get install chromium) или укажите путь в PARTA_CHROMIUM.");
}

const folder = join(".cache", "tests");
const report = join(folder, isFull ? "last.json" : "part.json");
mkdirSync(folder, { recursive: true });
rmSync(report, { force: true });

const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const command = ["--no-warnings", join("node_modules", "vitest", "vitest.mjs"), "run", ...reporters, ...args];
const env = { ...process.env, TZ: process.env.TZ || "UTC", ...(chromium ? { PARTA_CHROMIUM: chromium } : {}) };
const vitest = spawn(join("node_modules", ".bin", "node"), command, { stdio: "inherit", env });
// Ctrl-C reaches vitest by itself, as it stands in the same group; it is waited for, so that its database stops first.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => vitest.kill("SIGTERM"));
const [code] = await once(vitest, "exit");

const { passed, failed } = count(report);
if (passed + failed === 0) console.error("Ни одна проверка не выполнилась.");
const isGood = code === 0 && failed === 0 && passed > 0;
process.exitCode = isGood ? 0 : 1;
console.log(`${passed} passed, ${isGood ? failed : Math.max(failed, 1)} failed`);

function giveUp(sentence) {
  console.error(sentence);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  const broken = testResults.filter((each) => each.status === "failed" && !each.assertionResults.some((test) => test.status === "failed"));
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}
