import type pg from "pg";
import { asNobody, asSchool, statement } from "../../foundation/database.ts";
import { Obstacle } from "./command.ts";
import { SCHOOL_WORDS } from "./school-words.ru.ts";

export type School = { schoolId: number; name: string; timezone: string; isDemo: boolean };

const SCHOOLS = statement<School>(
  "entrance.schools",
  `select school_id as "schoolId", name, timezone, is_demo as "isDemo" from access.school order by school_id`,
);
const PLANNED = statement<{ planned: boolean }>(
  "entrance.school_is_planned",
  "select exists (select from timetable.page where school_id = $1 and year = $2) as planned",
);

/** Every school of the database. */
export const schoolsOf = (pool: pg.Pool): Promise<School[]> => asNobody(pool, (tx) => tx.rows(SCHOOLS));

/** A school by its number; there is a sentence when it is not there. */
export async function schoolNumbered(pool: pg.Pool, schoolId: number): Promise<School> {
  const school = (await schoolsOf(pool)).find((each) => each.schoolId === schoolId);
  if (!school) throw new Obstacle(SCHOOL_WORDS.schoolUnknown(schoolId));
  return school;
}

/** The only real school of the database, when there is no other to mean. */
export async function onlySchool(pool: pg.Pool): Promise<School> {
  const schools = await schoolsOf(pool);
  const real = schools.filter((school) => !school.isDemo);
  if (schools.length === 0) throw new Obstacle(SCHOOL_WORDS.none);
  if (real.length !== 1) throw new Obstacle(SCHOOL_WORDS.whichSchool(listOf(schools)));
  return real[0]!;
}

/**
 * Into which school a timetable comes when nobody said: the only real one without a journal in that year; null for a new
 * one, when there is no real school at all.
 */
export async function schoolWithoutTimetable(pool: pg.Pool, yearFor: (school: School) => number): Promise<School | null> {
  const schools = await schoolsOf(pool);
  const real = schools.filter((school) => !school.isDemo);
  if (real.length === 0) return null;
  const free: School[] = [];
  for (const school of real) {
    const planned = await asSchool(pool, school.schoolId, (tx) => tx.row(PLANNED, [school.schoolId, yearFor(school)]));
    if (!planned!.planned) free.push(school);
  }
  if (free.length === 0) throw new Obstacle(SCHOOL_WORDS.allPlanned(yearFor(real[0]!), listOf(real)));
  if (free.length > 1) throw new Obstacle(SCHOOL_WORDS.whichSchool(listOf(free)));
  return free[0]!;
}

export const listOf = (schools: readonly School[]) => schools.map((s) => SCHOOL_WORDS.line(s.schoolId, s.name, s.timezone, s.isDemo)).join("\n");
