import { grantRoles } from "../../access/server/door.ts";
import type { Transaction } from "../../foundation/database.ts";
import { plusDays, mondayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { addClasses, addGroups, addGuardians, addPupils, addStaff, assignHomeroom, enrol } from "../../people/server/door.ts";
import type { NewMember } from "../../people/server/door.ts";
import { assignLoad } from "../../planning/server/door.ts";
import { addPages, addRooms, addSubjects, makeLessons, setBells, setWeeklyLessons, setYear } from "../../timetable/server/door.ts";
import { adult, planPeople } from "./plan-people.ts";
import type { PlannedGuardian, PlannedPupil } from "./plan-people.ts";
import type { PlannedPage, Teaching } from "./plan-teaching.ts";
import type { Random } from "./random.ts";
import { RINGS } from "./rings.ts";
import type { Calendar } from "./school-calendar.ts";
import {
  ADMINISTRATOR,
  DEPUTY,
  DIRECTOR,
  hallName,
  ORDER_CAME,
  ORDER_MOVED,
  roomName,
  SECRETARY,
  SHORT_BELLS,
  subgroupName,
  USUAL_BELLS,
} from "./school-words.ru.ts";

export type BuiltPage = PlannedPage & { pageId: number; groupId: number; teacherId: number };
/** A made school with the numbers its rows got. */
export type Built = {
  schoolId: number;
  calendar: Calendar;
  teaching: Teaching;
  pages: BuiltPage[];
  classes: { classId: number; groupId: number; name: string }[];
  teacherIds: number[];
  heads: { director: number; deputy: number; administrator: number; secretary: number };
  pupils: (PlannedPupil & { pupilId: number })[];
  guardians: (PlannedGuardian & { personId: number })[];
  members: NewMember[];
  lessons: number;
};

/** Makes the calendar with its bells, usual and short. */
async function makeYear(tx: Transaction, schoolId: number, calendar: Calendar): Promise<void> {
  const [, short = 0] = await setBells(tx, schoolId, [
    { name: USUAL_BELLS, isUsual: true, slots: RINGS.usual },
    { name: SHORT_BELLS, slots: RINGS.short },
  ]);
  await setYear(tx, schoolId, {
    ...calendar,
    calendarDays: calendar.calendarDays.map(({ short: isShort, ...d }) => ({ ...d, bellScheduleId: isShort ? short : null })),
  });
}

/** Who is in which class: most from the first day; of every eight classes one pupil came later, one moved to a parallel class. */
function membersOf(
  random: Random,
  teaching: Teaching,
  groupIds: readonly number[],
  pupilIds: readonly number[],
  pupils: readonly PlannedPupil[],
  from: LocalDate,
  change: LocalDate,
): NewMember[] {
  const byClass = teaching.classes.map((_, c) => pupils.flatMap((p, i) => (p.classNo === c ? [pupilIds[i]!] : [])));
  const newcomers = new Set<number>();
  const movers = new Map<number, number>();
  for (let c = 0; c < byClass.length; c += 4) {
    const list = byClass[c]!;
    if (list.length < 6) continue;
    const parallel = teaching.classes.findIndex((o, i) => i !== c && o.gradeLevel === teaching.classes[c]!.gradeLevel);
    if (parallel >= 0) movers.set(list[3 + random.int(list.length - 3)]!, parallel);
    else newcomers.add(list[3 + random.int(list.length - 3)]!);
  }
  return byClass.flatMap((list, c) =>
    list.flatMap((pupilId): NewMember[] => {
      if (newcomers.has(pupilId)) return [{ groupId: groupIds[c]!, pupilId, from: change, order: ORDER_CAME }];
      const to = movers.get(pupilId);
      if (to === undefined) return [{ groupId: groupIds[c]!, pupilId, from }];
      return [
        { groupId: groupIds[c]!, pupilId, from, to: plusDays(change, -1) },
        { groupId: groupIds[to]!, pupilId, from: change, order: ORDER_MOVED },
      ];
    }),
  );
}

/** Halves of a class for a subject: the list is cut in two, and whoever comes or goes does so in the half as well. */
function halvesOf(members: readonly NewMember[], classGroup: number, halves: readonly [number, number]): NewMember[] {
  const own = members.filter((m) => m.groupId === classGroup);
  return own.map((m, i) => ({ ...m, groupId: halves[i < own.length / 2 ? 0 : 1] }));
}

/** Makes the staff, classes, pupils, pages and dated lessons of a planned school, all through the doors of their areas. */
export async function buildSchool(tx: Transaction, schoolId: number, random: Random, teaching: Teaching, calendar: Calendar, today: LocalDate): Promise<Built> {
  const from = calendar.startsOn;
  const { year } = calendar;
  await makeYear(tx, schoolId, calendar);

  const heads = [DIRECTOR, DEPUTY, ADMINISTRATOR, SECRETARY].map((position, i) => ({ ...adult(random, i !== 0), position }));
  const posts = [...heads, ...teaching.teachers.map((t) => ({ ...adult(random, random.chance(0.85)), position: t.department.position }))];
  const staff = (
    await addStaff(
      tx,
      schoolId,
      posts.map((p, i) => ({ ...p, from, personnelNo: String(101 + i) })),
    )
  ).map((s) => s.personId);
  const [director = 0, deputy = 0, administrator = 0, secretary = 0, ...teacherIds] = staff;

  const plan = planPeople(random, year, teaching.classes);
  const pupilIds = (
    await addPupils(
      tx,
      schoolId,
      plan.pupils.map((p, i) => ({ ...p, admittedOn: from, personalNo: String(20001 + i) })),
    )
  ).map((p) => p.personId);
  const guardianIds = await addGuardians(
    tx,
    schoolId,
    plan.guardians.map((g) => ({ ...g, from, children: g.children.map((c) => ({ pupilId: pupilIds[c.pupil]!, relation: c.relation })) })),
  );

  const classes = await addClasses(tx, schoolId, year, teaching.classes);
  const split = teaching.pages.filter((p) => p.part > 0);
  const splitGroups = await addGroups(
    tx,
    schoolId,
    year,
    split.map((p) => ({ kind: "subgroup" as const, classId: classes[p.classNo]!.classId, name: subgroupName(classes[p.classNo]!.name, p.subject, p.part) })),
  );
  const groupOf = (page: PlannedPage) => (page.part === 0 ? classes[page.classNo]!.groupId : splitGroups[split.indexOf(page)]!.groupId);

  const change = mondayOf(plusDays(today, -14));
  const inClasses = membersOf(
    random,
    teaching,
    classes.map((c) => c.groupId),
    pupilIds,
    plan.pupils,
    from,
    change < from ? from : change,
  );
  const inHalves = split
    .filter((p) => p.part === 1)
    .flatMap((first) => {
      const second = split.find((p) => p.part === 2 && p.classNo === first.classNo && p.subject === first.subject)!;
      return halvesOf(inClasses, classes[first.classNo]!.groupId, [groupOf(first), groupOf(second)]);
    });
  const members = [...inClasses, ...inHalves];
  await enrol(tx, schoolId, members);
  await assignHomeroom(
    tx,
    schoolId,
    teaching.teachers.flatMap((t, i) => (t.homeroomOf === null ? [] : [{ classId: classes[t.homeroomOf]!.classId, teacherId: teacherIds[i]!, from }])),
  );

  const subjectIds = await addSubjects(
    tx,
    schoolId,
    teaching.pages.map((p) => p.subject),
  );
  let halls = 0;
  const rooms = await addRooms(
    tx,
    schoolId,
    teaching.teachers.map((t, i) => (t.department.room ? { name: hallName(t.department.room, halls++), capacity: 60 } : { name: roomName(i), capacity: 30 })),
  );
  const added = await addPages(
    tx,
    schoolId,
    teaching.pages.map((p, i) => {
      const { gradeLevel, shift } = teaching.classes[p.classNo]!;
      return { groupId: groupOf(p), subjectId: subjectIds[i]!, year, gradeLevel, shift };
    }),
  );
  const pages = teaching.pages.map((p, i) => ({ ...p, pageId: added[i]!.pageId, groupId: groupOf(p), teacherId: teacherIds[p.teacher]! }));
  await setWeeklyLessons(
    tx,
    schoolId,
    from,
    pages.flatMap((p) => p.places.map((place) => ({ ...place, pageId: p.pageId, teacherId: p.teacherId, roomId: rooms[p.teacher]! }))),
  );
  await assignLoad(
    tx,
    schoolId,
    pages.map((p) => ({ pageId: p.pageId, teacherId: p.teacherId, weeklyHours: p.hours, from })),
  );
  const lessons = await makeLessons(tx, schoolId, year);

  await grantRoles(tx, schoolId, [
    { personId: director, role: "director", from },
    { personId: deputy, role: "deputy_studies", from },
    { personId: administrator, role: "journal_admin", from },
    { personId: secretary, role: "secretary", from },
    ...teacherIds.map((personId) => ({ personId, role: "subject_teacher" as const, from })),
    ...teaching.teachers.flatMap((t, i) => (t.homeroomOf === null ? [] : [{ personId: teacherIds[i]!, role: "homeroom_teacher" as const, from }])),
    ...pupilIds.map((personId) => ({ personId, role: "pupil" as const, from })),
    ...guardianIds.map(({ personId }) => ({ personId, role: "guardian" as const, from })),
  ]);
  return {
    schoolId,
    calendar,
    teaching,
    pages,
    classes,
    teacherIds,
    heads: { director, deputy, administrator, secretary },
    pupils: plan.pupils.map((p, i) => ({ ...p, pupilId: pupilIds[i]! })),
    guardians: plan.guardians.map((g, i) => ({ ...g, personId: guardianIds[i]!.personId })),
    members,
    lessons,
  };
}
