import { dayIn } from "../../foundation/day.ts";
import { seedSchools } from "../seed/seed-schools.ts";
import { numberOf, Obstacle, type Command } from "./command.ts";
import { SEED_WORDS } from "./issue-words.ru.ts";

/** Made schools lie in one of two zones; their day is taken in the first. */
const TIMEZONE = "Europe/Simferopol";

/** `seed`: synthetic schools, the same for the same numbers. */
export const seed: Command = {
  help: SEED_WORDS.help,
  options: { schools: { type: "string" }, pupils: { type: "string" }, weeks: { type: "string" }, random: { type: "string" } },
  words: { count: 0, missing: "" },
  async run(given, world) {
    if (world.production) throw new Obstacle(SEED_WORDS.notInProduction);
    const options = {
      schools: numberOf(given, "schools", 1, 10_000) ?? 1,
      pupils: numberOf(given, "pupils", 1, 10_000) ?? 300,
      weeks: numberOf(given, "weeks", 0, 1_000) ?? 5,
      random: numberOf(given, "random", 0, 1_000_000) ?? 1,
      today: dayIn(TIMEZONE, world.now),
    };
    const made = await seedSchools(await world.open(), options, ({ step, done, of }) => world.progress(SEED_WORDS.progress(step, done, of)), world.now);
    world.answer({ schools: made }, made.map(SEED_WORDS.school));
  },
};
