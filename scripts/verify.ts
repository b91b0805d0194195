// `npm run verify`: types, lint, format, the house and the pure rules. Needs no database.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { toolWords } from "./tools.ru.ts";

const words = toolWords.verify;

interface Step {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
  readonly hint?: string;
}

const STEPS: readonly Step[] = [
  { name: words.steps.types, tool: "tsc", args: ["-p", "tsconfig.json"] },
  { name: words.steps.rules, tool: "vitest", args: ["run", "--project", "rules", "--reporter=dot"] },
  { name: words.steps.webTypes, tool: "tsc", args: ["-p", "tsconfig.web.json"] },
  { name: words.steps.lint, tool: "oxlint", args: ["--type-aware"] },
  { name: words.steps.format, tool: "oxfmt", args: ["--check"], hint: words.formatHint },
];

if (process.argv.includes("--help")) {
  console.log(words.help);
} else {
  await verify();
}

async function verify(): Promise<void> {
  const started = Date.now();
  const waiting = [...STEPS];
  let faults = 0;
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await passes(step))) faults++;
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 3) }, worker));
  const spent = Date.now() - started;
  console.log(faults === 0 ? words.allGood(spent) : words.someBad(faults, spent));
  process.exitCode = faults === 0 ? 0 : 1;
}

async function passes({ name, tool, args, hint }: Step): Promise<boolean> {
  const started = Date.now();
  const { code, output } = await outputOf(tool, args);
  const spent = Date.now() - started;
  console.log(code === 0 ? words.good(name, spent) : words.bad(name, spent));
  if (code !== 0) console.log([output.trimEnd(), hint].filter(Boolean).join("\n"));
  return code === 0;
}

function outputOf(tool: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join("node_modules", ".bin", tool), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => done({ code: 1, output: error.message }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}
