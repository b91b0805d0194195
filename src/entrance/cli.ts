import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConfigError, environment, readConfig } from "../foundation/config.ts";
import { Failure, sentenceOf } from "../foundation/failure.ts";
import { Misuse, Obstacle, type Command, type Given, type World } from "./commands/command.ts";
import { COMMAND_WORDS } from "./commands/command.ru.ts";
import { openWorld, type OpenWorld } from "./commands/open-world.ts";
import { FAILURES } from "./failures.ts";

/** Each is loaded when it is asked for, so that `--help` does not wait for all of them. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  "school create": async () => (await import("./commands/school-create.ts")).schoolCreate,
  "school list": async () => (await import("./commands/school-list.ts")).schoolList,
  "import fet": async () => (await import("./commands/import-fet.ts")).importFet,
  "import csv": async () => (await import("./commands/import-csv.ts")).importCsv,
  "access issue": async () => (await import("./commands/access-issue.ts")).accessIssue,
  seed: async () => (await import("./commands/seed.ts")).seed,
};

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/** Runs one command and answers its status: 0 done, 1 refused or failed, 2 not understood, 130 broken off. */
async function main(args: readonly string[]): Promise<number> {
  const name = Object.keys(COMMANDS).find((each) => each === args.slice(0, each.split(" ").length).join(" "));
  if (!name) {
    const [first] = args;
    const asksHelp = first === undefined || first === "--help" || first === "-h" || first === "help";
    if (asksHelp) say(COMMAND_WORDS.usage);
    else
      complain(
        COMMAND_WORDS.unknownCommand(
          args
            .filter((arg) => !arg.startsWith("-"))
            .slice(0, 2)
            .join(" ") || first,
        ),
      );
    return asksHelp && first !== undefined ? 0 : 2;
  }
  let world: OpenWorld | null = null;
  try {
    const command = await COMMANDS[name]!();
    const given = givenOf(name, command, args.slice(name.split(" ").length));
    if (given.values["help"] === true) {
      say(command.help);
      return 0;
    }
    if (given.positionals.length < command.words.count) throw new Misuse(command.words.missing);
    world = openWorld(readConfig(), { json: given.values["json"] === true, path: pathOf });
    await command.run(given, world satisfies World);
    return 0;
  } catch (error) {
    if (!world?.broken) complain(sentence(error));
    return error instanceof Misuse ? 2 : 1;
  } finally {
    await world?.close();
  }
}

function givenOf(name: string, command: Command, args: readonly string[]): Given {
  try {
    const options = { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    if (positionals.length > command.words.count) throw new Misuse(COMMAND_WORDS.tooManyWords(positionals[command.words.count]!));
    return { values, positionals };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-{1,2}[^'\s=,]+)/.exec(message)?.[1] ?? "";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new Misuse(COMMAND_WORDS.unknownOption(option, name));
    if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw error;
    const plain = /does not take an argument/.test(message);
    throw new Misuse(plain ? COMMAND_WORDS.optionWithValue(option) : COMMAND_WORDS.optionWithoutValue(/--[\w-]+/.exec(message)?.[0] ?? option));
  }
}

/** npm starts the program in its own folder and tells where the caller stood. */
function pathOf(given: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: stood } = environment();
  return resolve(script === "parta" && stood ? stood : ".", given);
}

const AWAY = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28|3D000|57P)/;

function sentence(error: unknown): string {
  const { name, message, code } = error as Error & { code?: unknown };
  if (error instanceof Failure) return sentenceOf(FAILURES, error.code, error.facts);
  if (error instanceof Misuse || error instanceof Obstacle || error instanceof ConfigError || name === "ClusterFault") return message;
  const text = message || String(code);
  return typeof code === "string" && AWAY.test(code) ? COMMAND_WORDS.databaseAway(text) : COMMAND_WORDS.ourFault(text);
}

process.exitCode = await main(process.argv.slice(2));
