import type pg from "pg";
import { addAccounts, hashPassword } from "../../access/server/door.ts";
import { DEMO_PASSWORD } from "../../access/rules/demo.ts";
import { asNobody, asSchool } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { mondayOf, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import { readPreset } from "../../regulation/server/door.ts";
import { lessonsBetween } from "../../timetable/server/door.ts";
import { buildSchool } from "./build-school.ts";
import type { Built } from "./build-school.ts";
import { makeSchoolFrom } from "./create-school.ts";
import { JournalFiller } from "./fill-journal.ts";
import { makeChanges } from "./make-changes.ts";
import { planClasses, planTeaching } from "./plan-teaching.ts";
import { Random } from "./random.ts";
import { calendarAround, MOST_WEEKS } from "./school-calendar.ts";
import { schoolName } from "./school-words.ru.ts";

export type SeedOptions = {
  schools: number;
  /** In each school. */ pupils: number;
  /** Study weeks filled before the week of today. */ weeks: number;
  random: number;
  today: LocalDate;
};
export type SeedProgress = { step: "school" | "week"; done: number; of: number };
export type SeededSchool = {
  schoolId: number;
  name: string;
  preset: string;
  classes: number;
  pupils: number;
  staff: number;
  pages: number;
  lessons: number;
  marks: number;
  absences: number;
  notes: number;
};

/** Gives about five marks a lesson on the mean, works included. */
const ORAL = 0.085;
const PRESETS = ["stakhanovo-2021", "bishkek-61-2022"] as const;

/** The last day with lessons before today, for the gaps of a journal not yet filled. */
export async function studyDayBefore(tx: Transaction, schoolId: number, today: LocalDate): Promise<LocalDate> {
  return (await lessonsBetween(tx, schoolId, plusDays(today, -14), plusDays(today, -1))).at(-1)?.day ?? today;
}

async function addLogins(tx: Transaction, built: Built, passwordHash: string): Promise<void> {
  const { schoolId, heads } = built;
  const named = (kind: string, ids: readonly number[]) => ids.map((personId) => ({ login: `school${schoolId}.${kind}${personId}`, passwordHash, personId }));
  await addAccounts(tx, schoolId, [
    ...named("staff", [...Object.values(heads), ...built.teacherIds]),
    ...named(
      "pupil",
      built.pupils.map((p) => p.pupilId),
    ),
    ...named(
      "parent",
      built.guardians.map((g) => g.personId),
    ),
  ]);
}

type Growing = { built: Built; filler: JournalFiller; name: string; preset: string };

async function plant(pool: pg.Pool, n: number, options: SeedOptions, passwordHash: string, now: Date): Promise<Growing> {
  const random = new Random(options.random * 7919 + n);
  const preset = PRESETS[n % PRESETS.length]!;
  const { timezone, country } = await readPreset(preset);
  const name = schoolName(n);
  return asNobody(pool, async (tx) => {
    const schoolId = await makeSchoolFrom(tx, { preset, name }, now);
    const calendar = calendarAround(options.today, options.weeks, country);
    const teaching = planTeaching(random, planClasses(random, options.pupils));
    const built = await buildSchool(tx, schoolId, random, teaching, calendar, options.today);
    await makeChanges(tx, built, random.int(built.teacherIds.length), timezone, options.today, now);
    await addLogins(tx, built, passwordHash);
    const filler = new JournalFiller(built, random, {
      timezone,
      today: options.today,
      yesterday: await studyDayBefore(tx, schoolId, options.today),
      now,
      oral: ORAL,
    });
    return { built, filler, name, preset };
  });
}

/**
 * Makes synthetic schools, the same for the same options, with a journal filled up to today.
 *
 * The rows come in the order of time over all schools, week by week, as they are written in life.
 * Every person has an account `school1.staff5`, `school1.pupil70`, `school1.parent900` with the demo password.
 */
export async function seedSchools(
  pool: pg.Pool,
  options: SeedOptions,
  onProgress: (p: SeedProgress) => void = () => undefined,
  now = new Date(),
): Promise<SeededSchool[]> {
  if (options.weeks > MOST_WEEKS || options.weeks < 0) throw new Failure("invalid", "seed.weeks_out_of_range", { most: MOST_WEEKS });
  if (options.schools < 1 || options.pupils < 1) throw new Failure("invalid", "seed.nothing_to_make");
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const growing: Growing[] = [];
  for (let n = 0; n < options.schools; n++) {
    growing.push(await plant(pool, n, options, passwordHash, now));
    onProgress({ step: "school", done: n + 1, of: options.schools });
  }
  const filled = weeksToFill(growing[0]!.built, options);
  for (const [i, monday] of filled.entries()) {
    for (const { built, filler } of growing) await asSchool(pool, built.schoolId, (tx) => filler.days(tx, monday, plusDays(monday, 6)));
    onProgress({ step: "week", done: i + 1, of: filled.length });
  }
  const report: SeededSchool[] = [];
  for (const { built, filler, name, preset } of growing) {
    const counts = await asSchool(pool, built.schoolId, (tx) => filler.close(tx, "seed"));
    report.push({
      schoolId: built.schoolId,
      name,
      preset,
      classes: built.classes.length,
      pupils: built.pupils.length,
      staff: built.teacherIds.length + 4,
      pages: built.pages.length,
      lessons: built.lessons,
      ...counts,
    });
  }
  return report;
}

/** The Mondays of the study weeks to fill, the week of today last. */
function weeksToFill({ calendar }: Built, { today, weeks }: SeedOptions): LocalDate[] {
  const mondays: LocalDate[] = [];
  for (let monday = mondayOf(today); monday >= mondayOf(calendar.startsOn) && mondays.length <= weeks; monday = plusDays(monday, -7)) {
    if (!calendar.holidays.some((h) => h.startsOn <= monday && plusDays(monday, 4) <= h.endsOn)) mondays.unshift(monday);
  }
  return mondays;
}
