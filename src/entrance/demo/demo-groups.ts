import { bringAbsences } from "../../attendance/server/door.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { instantOf, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { bringNotes } from "../../journal/server/door.ts";
import { addGroups, enrol, leaveGroups } from "../../people/server/door.ts";
import { assignLoad } from "../../planning/server/door.ts";
import type { JournalKind } from "../../regulation/rules/journal-kinds.ts";
import { AFTER_LESSONS } from "../../timetable/rules/after-lessons.ts";
import { addPages, addSubjects, makeLessons, setWeeklyLessons } from "../../timetable/server/door.ts";
import type { Built } from "../seed/build-school.ts";
import { Columns } from "../seed/columns.ts";
import { CLUB, CLUB_TOPICS, DAY_GROUP, DAY_TOPICS, ORDER_DAY, ORDER_LATER, ORDER_LEFT } from "./demo-groups.ru.ts";

type Lesson = { lessonId: number; pageId: number; day: LocalDate };
const LESSONS = statement<Lesson>(
  "demo.lessons_of_group",
  `select lesson_id as "lessonId", page_id as "pageId", day from timetable.lesson where school_id = $1 and page_id = $2 and day <= $3 order by day`,
);

type Plan = {
  kind: JournalKind;
  name: string;
  subject: string;
  hours: number;
  teacherId: number;
  pupils: number[];
  later?: number;
  left?: number;
  weekdays: number[];
  slot: number;
  topics: readonly string[];
};

/** A chess club of several classes and an extended-day group of the youngest, with their weeks filled to this hour. */
export async function demoGroups(tx: Transaction, built: Built, timezone: string, today: LocalDate): Promise<void> {
  const { classes, teacherIds, members } = built;
  const inClass = (i: number) => [...new Set(members.filter((m) => m.groupId === classes[i]!.groupId && !m.to).map((m) => m.pupilId))];
  const [a = [], b = [], c = []] = [0, 1, 2].map(inClass);
  const last = teacherIds.length - 1;
  const club = { kind: "club", ...CLUB, hours: 1, teacherId: teacherIds[last]!, weekdays: [4], slot: 8, topics: CLUB_TOPICS } as const;
  const day = { kind: "extended_day", ...DAY_GROUP, hours: 20, teacherId: teacherIds[last - 1]!, slot: AFTER_LESSONS, topics: DAY_TOPICS } as const;
  await addGroup(tx, built, timezone, today, { ...club, weekdays: [4], pupils: [...a.slice(2, 6), ...b.slice(0, 4), ...c.slice(0, 5)] });
  await addGroup(tx, built, timezone, today, { ...day, weekdays: [1, 2, 3, 4, 5], pupils: [...a.slice(0, 9), ...b.slice(4, 12)], later: a[12]!, left: b[5]! });
}

async function addGroup(tx: Transaction, { schoolId, calendar, classes }: Built, timezone: string, today: LocalDate, plan: Plan): Promise<void> {
  const { year, startsOn: from } = calendar;
  const [group] = await addGroups(tx, schoolId, year, [{ kind: "stream", classIds: classes.slice(0, 3).map((c) => c.classId), name: plan.name }]);
  const { groupId } = group!;
  const order = plan.later ? ORDER_DAY : "";
  await enrol(tx, schoolId, [
    ...plan.pupils.map((pupilId) => ({ groupId, pupilId, from, order })),
    ...(plan.later ? [{ groupId, pupilId: plan.later, from: plusDays(today, -10), order: ORDER_LATER }] : []),
  ]);
  if (plan.left) await leaveGroups(tx, schoolId, [{ groupId, pupilId: plan.left, lastDay: plusDays(today, -6), order: ORDER_LEFT }]);
  const [subjectId = 0] = await addSubjects(tx, schoolId, [plan.subject]);
  const [page] = await addPages(tx, schoolId, [{ groupId, subjectId, year, gradeLevel: 5, kind: plan.kind }]);
  const { pageId } = page!;
  await assignLoad(tx, schoolId, [{ pageId, teacherId: plan.teacherId, weeklyHours: plan.hours, from }]);
  await setWeeklyLessons(
    tx,
    schoolId,
    from,
    plan.weekdays.map((weekday) => ({ pageId, teacherId: plan.teacherId, weekday, slot: plan.slot })),
  );
  await makeLessons(tx, schoolId, year, [pageId]);

  const rows = new Columns();
  const lessons = await tx.rows(LESSONS, [schoolId, pageId, plusDays(today, -1)]);
  lessons.forEach((lesson, n) => {
    const at = instantOf(lesson.day, "16:40", timezone);
    rows.note(lesson, plan.teacherId, null, false, at, plan.topics[n % plan.topics.length]!, null);
    const away = plan.pupils[(n * 5) % plan.pupils.length]!;
    if (n % 3 === 0 && away !== plan.left) rows.absence(lesson, away, plan.teacherId, 1, null, at);
  });
  await bringNotes(tx, schoolId, rows.notes);
  await bringAbsences(tx, schoolId, rows.absences);
}
