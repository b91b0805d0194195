import type pg from "pg";
import { asNobody, asSchool } from "../../foundation/database.ts";
import { dayIn } from "../../foundation/day.ts";
import { Failure, sentenceOf } from "../../foundation/failure.ts";
import { importFet as bring, type FetOrder, type FetReport } from "../../planning/server/import-fet.ts";
import type { ClassesBy } from "../../timetable/rules/fet/classes-of.ts";
import type { FetFile } from "../../timetable/rules/fet/fet-file.ts";
import { readFet } from "../../timetable/rules/fet/read-fet.ts";
import { schoolYearOf } from "../../timetable/rules/usual-year.ts";
import { FAILURES } from "../failures.ts";
import { makeSchoolFrom } from "../seed/create-school.ts";
import { Misuse, numberOf, textOf, type Command, type Given, type World } from "./command.ts";
import { bytesOf } from "./files.ts";
import { FET_WORDS } from "./import-words.ru.ts";
import { LONGEST_NAME } from "./school-create.ts";
import { SCHOOL_WORDS } from "./school-words.ru.ts";
import { schoolNumbered, schoolWithoutTimetable } from "./schools.ts";

const USUAL_PRESET = "stakhanovo-2021";
/** Rejected rows that are printed for a person. */
const MOST_ROWS = 40;

type Target = { schoolId: number; name: string } | { name: string; preset: string; timezone?: string };
type Brought = { schoolId: number; name: string; isNew: boolean; report: FetReport };

/** `import fet`: a school's lists, load and timetable out of a FET file, all or nothing. */
export const importFet: Command = {
  help: FET_WORDS.help,
  options: {
    school: { type: "string" },
    name: { type: "string" },
    preset: { type: "string" },
    timezone: { type: "string" },
    year: { type: "string" },
    classes: { type: "string" },
  },
  words: { count: 1, missing: FET_WORDS.fileMissing },
  async run(given, world) {
    const classesBy = classesWord(textOf(given, "classes"));
    const year = numberOf(given, "year", 2000, 2100);
    const wanted = wantedSchool(given);
    const path = given.positionals[0]!;
    const read = readFet(await bytesOf(world.path(path)));
    if (!read.ok) throw new Failure("invalid", read.refusal.code, read.refusal.facts);

    const pool = await world.open();
    const target = await targetOf(pool, wanted, read.value, (timezone) => year ?? schoolYearOf(dayIn(timezone, world.now)));
    const order = { file: read.value, now: world.now, ...(year === undefined ? {} : { year }), ...(classesBy ? { classesBy } : {}) };
    answer(world, path, await brought(pool, target, order));
  },
};

function classesWord(text: string | undefined): ClassesBy | undefined {
  if (text === undefined || text === "years" || text === "groups") return text;
  throw new Misuse(FET_WORDS.classesWrong(text));
}

type Wanted = { schoolId?: number; name?: string; preset?: string; timezone?: string };

function wantedSchool(given: Given): Wanted {
  const wanted: Wanted = {};
  const schoolId = numberOf(given, "school", 1, 2147483647);
  if (schoolId !== undefined) wanted.schoolId = schoolId;
  for (const key of ["name", "preset", "timezone"] as const) {
    const text = textOf(given, key);
    if (text !== undefined) wanted[key] = text;
  }
  if (wanted.schoolId !== undefined && wanted.name !== undefined) throw new Misuse(SCHOOL_WORDS.nameAndSchool);
  if (wanted.schoolId !== undefined && (wanted.preset ?? wanted.timezone) !== undefined) throw new Misuse(SCHOOL_WORDS.presetWithoutNew);
  if ((wanted.name ?? "").length > LONGEST_NAME) throw new Misuse(SCHOOL_WORDS.nameTooLong(LONGEST_NAME));
  return wanted;
}

async function targetOf(pool: pg.Pool, wanted: Wanted, file: FetFile, yearIn: (timezone: string) => number): Promise<Target> {
  if (wanted.schoolId !== undefined) return schoolNumbered(pool, wanted.schoolId);
  const found = wanted.name === undefined ? await schoolWithoutTimetable(pool, (school) => yearIn(school.timezone)) : null;
  if (found && (wanted.preset ?? wanted.timezone) !== undefined) throw new Misuse(SCHOOL_WORDS.presetWithoutNew);
  if (found) return found;
  const name = wanted.name ?? file.institution.trim().slice(0, LONGEST_NAME);
  if (name === "") throw new Misuse(SCHOOL_WORDS.nameless);
  return { name, preset: wanted.preset ?? USUAL_PRESET, ...(wanted.timezone === undefined ? {} : { timezone: wanted.timezone }) };
}

/** A new school and what is brought into it are one transaction: a file refused leaves no empty school. */
async function brought(pool: pg.Pool, target: Target, order: Omit<FetOrder, "schoolId">): Promise<Brought> {
  if ("schoolId" in target) {
    const { schoolId, name } = target;
    return { schoolId, name, isNew: false, report: await asSchool(pool, schoolId, (tx) => bring(tx, { ...order, schoolId })) };
  }
  return asNobody(pool, async (tx) => {
    const schoolId = await makeSchoolFrom(tx, target, order.now);
    return { schoolId, name: target.name, isNew: true, report: await bring(tx, { ...order, schoolId }) };
  });
}

function answer(world: World, path: string, { schoolId, name, isNew, report }: Brought): void {
  const { counts, notUnderstood } = report;
  const rejected = report.rejected.map(({ line, code, facts }) => ({ row: line, code, reason: sentenceOf(FAILURES, code, facts) }));
  const json = {
    file: path,
    school: schoolId,
    schoolName: name,
    schoolCreated: isNew,
    year: report.year,
    teachers: counts.teachers,
    classes: report.classes.length,
    years: counts.years,
    groups: counts.groups,
    subgroups: counts.subgroups,
    subjects: counts.subjects,
    rooms: counts.rooms,
    activities: counts.activities,
    weeklyHours: counts.weeklyHours,
    placedHours: counts.placedHours,
    classesBy: report.decision.by,
    classesBecause: report.decision.because,
    created: report.created,
    timetableHours: report.weeklyHours,
    datedLessons: report.datedLessons,
    notUnderstood,
    withoutEffect: report.withoutEffect,
    rejected,
  };
  const kinds = Object.entries(notUnderstood).map(([kind, n]) => `  ${kind}: ${n}`);
  world.answer(json, [
    FET_WORDS.school(schoolId, name, isNew),
    FET_WORDS.decided(report.decision, report.classes),
    ...FET_WORDS.counts(counts),
    ...FET_WORDS.created(report.year, report.created, report.weeklyHours, report.datedLessons),
    ...(report.yearWasSet ? [FET_WORDS.usualYear(report.year)] : []),
    ...(report.bellsFromFile ? [] : [FET_WORDS.madeBells]),
    ...(kinds.length > 0 ? [FET_WORDS.notUnderstood, ...kinds] : []),
    ...(rejected.length > 0 ? [FET_WORDS.rejected(rejected.length), ...rejected.slice(0, MOST_ROWS).map(({ row, reason }) => FET_WORDS.row(row, reason))] : []),
    ...(rejected.length > MOST_ROWS ? [FET_WORDS.moreRows(rejected.length - MOST_ROWS)] : []),
    FET_WORDS.next(schoolId),
  ]);
}
