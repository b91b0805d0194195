import type pg from "pg";
import { addAccounts, claimFirstSchool, hashPassword, showDemoSignIns } from "../../access/server/door.ts";
import { DEMO_PASSWORD } from "../../access/rules/demo.ts";
import { asNobody } from "../../foundation/database.ts";
import { dayIn, mondayOf, plusDays } from "../../foundation/day.ts";
import { readPreset } from "../../regulation/server/door.ts";
import { buildSchool } from "../seed/build-school.ts";
import { makeSchoolFrom } from "../seed/create-school.ts";
import { JournalFiller } from "../seed/fill-journal.ts";
import { closeTerms, makeChanges } from "../seed/make-changes.ts";
import { planWorks } from "../seed/plan-works.ts";
import { planTeaching } from "../seed/plan-teaching.ts";
import type { PlannedClass } from "../seed/plan-teaching.ts";
import { Random } from "../seed/random.ts";
import { calendarAround } from "../seed/school-calendar.ts";
import { CLASS_LETTERS } from "../seed/school-words.ru.ts";
import { loseLesson, writePlans } from "../seed/plans/write-plans.ts";
import { studyDayBefore } from "../seed/seed-schools.ts";
import { demoDuties } from "./demo-duties.ts";
import { demoGroups } from "./demo-groups.ts";
import { castOf, demoPeople, freeSubjectTeacher } from "./demo-people.ts";
import { DEMO_SCHOOL } from "./demo.ru.ts";

export type DemoSignIn = { login: string; password: string; role: string; label: string; detail: string };
/** `made` is false when a school existed already: then nothing was touched. */
export type Demo = { made: boolean; schoolId?: number; signIns: DemoSignIn[] };

const PRESET = "stakhanovo-2021";
const WEEKS_BEHIND = 5;
const [A, B] = CLASS_LETTERS;
const CLASSES: readonly PlannedClass[] = [
  { gradeLevel: 5, letter: A, shift: 1, pupils: 27, halves: true },
  { gradeLevel: 5, letter: B, shift: 1, pupils: 25, halves: false },
  { gradeLevel: 6, letter: A, shift: 1, pupils: 30, halves: true },
  { gradeLevel: 6, letter: B, shift: 2, pupils: 26, halves: false },
  { gradeLevel: 7, letter: A, shift: 2, pupils: 28, halves: true },
  { gradeLevel: 8, letter: A, shift: 1, pupils: 24, halves: true },
  { gradeLevel: 9, letter: A, shift: 1, pupils: 25, halves: false },
  { gradeLevel: 10, letter: A, shift: 1, pupils: 21, halves: true },
];

/**
 * Makes the demo school when the database holds no school at all: eight classes, a real timetable,
 * the journal filled from the start of the year to this hour with the gaps of life, a sign-in for each role.
 * The same for the same instant; all or nothing.
 */
export async function ensureDemoSchool(pool: pg.Pool, now: Date): Promise<Demo> {
  const { timezone, country } = await readPreset(PRESET);
  const today = dayIn(timezone, now);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return asNobody(pool, async (tx) => {
    if (!(await claimFirstSchool(tx))) return { made: false, signIns: [] };
    const random = new Random(12);
    const schoolId = await makeSchoolFrom(tx, { preset: PRESET, name: DEMO_SCHOOL, isDemo: true }, now);
    const teaching = planTeaching(random, [...CLASSES]);
    freeSubjectTeacher(teaching);
    const built = await buildSchool(tx, schoolId, random, teaching, calendarAround(today, WEEKS_BEHIND, country), today);
    const cast = castOf(built);
    await makeChanges(tx, built, cast.ill, timezone, today, now);
    await loseLesson(tx, built, cast.teacher, timezone, today);
    const filler = new JournalFiller(built, random, { timezone, today, yesterday: await studyDayBefore(tx, schoolId, today), now, oral: 0.2 });
    for (let monday = mondayOf(built.calendar.startsOn); monday <= today; monday = plusDays(monday, 7)) await filler.days(tx, monday, plusDays(monday, 6));
    await filler.close(tx, "demo");
    await closeTerms(tx, built, today, now);
    await writePlans(tx, built, cast.teacher, timezone, today);
    await planWorks(tx, built, now);
    await demoGroups(tx, built, timezone, today);
    await demoDuties(tx, { schoolId, timezone, today, now });

    const people = await demoPeople(tx, built, cast);
    const accounts = await addAccounts(
      tx,
      schoolId,
      people.map(({ login, personId }) => ({ login, personId, passwordHash })),
    );
    await showDemoSignIns(
      tx,
      schoolId,
      people.map(({ role, label, detail }, i) => ({ place: i + 1, accountId: accounts[i]!, role, label, detail })),
    );
    return { made: true, schoolId, signIns: people.map(({ login, role, label, detail }) => ({ login, role, label, detail, password: DEMO_PASSWORD })) };
  });
}
