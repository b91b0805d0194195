import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from "node:fs";
import { draftAccounts, freeLogins, issueAccounts, type DraftAccount } from "../../access/server/issue-accounts.ts";
import { asSchool } from "../../foundation/database.ts";
import { dayIn } from "../../foundation/day.ts";
import { withoutAccounts, type Whose, type WithoutAccount } from "../../people/server/without-accounts.ts";
import { Misuse, numberOf, Obstacle, textOf, type Command } from "./command.ts";
import { COMMAND_WORDS } from "./command.ru.ts";
import { ISSUE_WORDS } from "./issue-words.ru.ts";
import { onlySchool, schoolNumbered } from "./schools.ts";

/** `access issue`: accounts for people who have none, the passwords into a file that only the caller may read. */
export const accessIssue: Command = {
  help: ISSUE_WORDS.help,
  options: { school: { type: "string" }, who: { type: "string" }, out: { type: "string" } },
  words: { count: 0, missing: "" },
  async run(given, world) {
    const schoolNo = numberOf(given, "school", 1, 2147483647);
    const whose = whoseOf(textOf(given, "who"));
    const out = textOf(given, "out");
    if (!out) throw new Misuse(COMMAND_WORDS.optionMissing("out", "access issue"));

    const pool = await world.open();
    const { schoolId, timezone } = schoolNo === undefined ? await onlySchool(pool) : await schoolNumbered(pool, schoolNo);
    const { people, logins } = await asSchool(pool, schoolId, async (tx) => {
      const found = await withoutAccounts(tx, schoolId, dayIn(timezone, world.now), whose);
      return {
        people: found,
        logins: await freeLogins(
          tx,
          found.map((person) => person.surname),
        ),
      };
    });
    if (people.length === 0) return world.answer({ school: schoolId, accounts: 0, file: null }, [ISSUE_WORDS.nobody]);

    const file = newPrivateFile(world.path(out), out);
    const forget = world.onBreak(file.drop);
    let isWritten = false;
    try {
      const drafts = await draftAccounts(
        people.map(({ personId }, i) => ({ personId, login: logins[i]! })),
        (done) => world.progress(ISSUE_WORDS.progress(done, people.length)),
      );
      // the passwords lie on the disk before the accounts that need them are there
      await asSchool(pool, schoolId, async (tx) => {
        await issueAccounts(tx, schoolId, drafts, world.now);
        file.write(sheetOf(people, drafts));
        isWritten = true;
        forget();
      });
    } catch (error) {
      // a lost connection does not tell whether the commit was done, so passwords once written stay
      if (isWritten) world.note(ISSUE_WORDS.fileKept(out));
      else file.drop();
      throw error;
    } finally {
      forget();
    }
    world.answer({ school: schoolId, accounts: people.length, file: out }, [ISSUE_WORDS.done(people.length, out)]);
  },
};

function whoseOf(text: string | undefined): Whose {
  if (text === undefined || text === "all") return "all";
  if (text === "staff" || text === "pupils" || text === "guardians") return text;
  if (/^[1-9]\d{0,8}$/.test(text)) return { personId: Number(text) };
  throw new Misuse(ISSUE_WORDS.whoWrong(text));
}

function newPrivateFile(path: string, said: string): { write: (text: string) => void; drop: () => void } {
  let descriptor: number;
  try {
    descriptor = openSync(path, "wx", 0o600);
  } catch (error) {
    throw new Obstacle((error as NodeJS.ErrnoException).code === "EEXIST" ? ISSUE_WORDS.fileExists(said) : ISSUE_WORDS.fileNotMade(said));
  }
  return {
    write: (text) => {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
    drop: () => unlinkSync(path),
  };
}

function sheetOf(people: readonly WithoutAccount[], drafts: readonly DraftAccount[]): string {
  const rows = people.map((person, i) => [
    ISSUE_WORDS.kinds[person.kind],
    person.detail,
    person.surname,
    person.givenName,
    person.patronymic ?? "",
    drafts[i]!.login,
    drafts[i]!.password,
  ]);
  return `\uFEFF${[ISSUE_WORDS.header, ...rows].map((row) => row.map(cellOf).join(";")).join("\r\n")}\r\n`;
}

/** A cell that a spreadsheet shows and never computes. */
const cellOf = (text: string) => `"${/^[=+\-@\t\r]/.test(text) ? "'" : ""}${text.replaceAll('"', '""')}"`;
