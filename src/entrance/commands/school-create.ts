import { createSchool } from "../seed/create-school.ts";
import { Misuse, textOf, type Command } from "./command.ts";
import { COMMAND_WORDS } from "./command.ru.ts";
import { SCHOOL_WORDS } from "./school-words.ru.ts";

export const LONGEST_NAME = 200;

/** `school create`: a school with one of the presets. */
export const schoolCreate: Command = {
  help: SCHOOL_WORDS.createHelp,
  options: { preset: { type: "string" }, name: { type: "string" }, timezone: { type: "string" } },
  words: { count: 0, missing: "" },
  async run(given, world) {
    const [preset, name, timezone] = [textOf(given, "preset"), textOf(given, "name"), textOf(given, "timezone")];
    if (!preset) throw new Misuse(COMMAND_WORDS.optionMissing("preset", "school create"));
    if (!name) throw new Misuse(COMMAND_WORDS.optionMissing("name", "school create"));
    if (name.length > LONGEST_NAME) throw new Misuse(SCHOOL_WORDS.nameTooLong(LONGEST_NAME));
    const { schoolId } = await createSchool(await world.open(), { preset, name, ...(timezone ? { timezone } : {}) }, world.now);
    world.answer({ school: schoolId, name, preset }, [SCHOOL_WORDS.created(schoolId, name), SCHOOL_WORDS.createdNext(schoolId)]);
  },
};
