// The browser of the tests is the system's Chromium.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = ["/usr/bin", "/usr/local/bin", "/snap/bin"];
const DEBIAN_PACKAGES = ["chromium", "fonts-dejavu-core", "fonts-paratype"];

/** Path of Chromium, or null. */
export function findChromium() {
  const folders = [...PLACES, ...(process.env.PATH ?? "").split(delimiter).filter(Boolean)];
  const named = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.PARTA_CHROMIUM, ...named].find((path) => path && isProgram(path)) ?? null;
}

/** Installs Chromium where that can be done without asking anybody; returns its path or null. */
export function installChromium() {
  if (process.geteuid?.() !== 0 || !findProgram("apt-get")) return null;
  process.stderr.write("Ставлю Chromium для проверок в браузере…\n");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...DEBIAN_PACKAGES]]) {
    if (spawnSync("apt-get", args, { env, stdio: ["ignore", 2, 2] }).status !== 0) break;
  }
  return findChromium();
}

function findProgram(name) {
  return ["/usr/bin", "/bin"].some((folder) => isProgram(join(folder, name)));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
