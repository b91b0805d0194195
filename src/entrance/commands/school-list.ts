import type { Command } from "./command.ts";
import { listOf, schoolsOf } from "./schools.ts";
import { SCHOOL_WORDS } from "./school-words.ru.ts";

/** `school list`: the schools of this database with their numbers. */
export const schoolList: Command = {
  help: SCHOOL_WORDS.listHelp,
  options: {},
  words: { count: 0, missing: "" },
  async run(_given, world) {
    const schools = await schoolsOf(await world.open());
    const json = { schools: schools.map(({ schoolId, ...school }) => ({ school: schoolId, ...school })) };
    world.answer(json, schools.length === 0 ? [SCHOOL_WORDS.none] : [listOf(schools)]);
  },
};
