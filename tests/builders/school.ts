import type pg from "pg";
import { addAccounts, grantRoles, hashPassword, newToken } from "../../src/access/server/door.ts";
import type { Role } from "../../src/access/rules/roles.ts";
import { makeSchoolFrom } from "../../src/entrance/seed/create-school.ts";
import { asNobody, statement } from "../../src/foundation/database.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { day, instantOf, plusDays } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { addClasses, addGroups, addGuardians, addPupils, addStaff, assignHomeroom, enrol } from "../../src/people/server/door.ts";
import { assignLoad } from "../../src/planning/server/door.ts";
import { addPages, addRooms, addSubjects, makeLessons, setBells, setWeeklyLessons, setYear } from "../../src/timetable/server/door.ts";

/** A person of the made school with an account and an open session; `cookie` is the value of the header. */
export type Signed = { personId: number; accountId: number; login: string; cookie: string };
export type MadeLesson = { lessonId: number; day: LocalDate; slot: number; term: number };
export type MadePage = {
  pageId: number;
  groupId: number;
  teacherId: number;
  lessons: MadeLesson[];
  /** The page's lesson on a day; throws when it has none. */ on: (d: LocalDate) => MadeLesson;
};
export type MadeClass = { classId: number; groupId: number; name: string; pupils: number[] };

export type MadeSchool = {
  schoolId: number;
  timezone: string;
  today: LocalDate;
  /** 13:00 of today: the lessons of the day are over by 12:20. */
  now: Date;
  year: number;
  /** Password of every account. */
  password: string;
  /** Teaches `page`. */
  teacher: Signed;
  /** Teaches `otherPage` and `subgroupPage`. */
  secondTeacher: Signed;
  /** Homeroom teacher of class A, teaches nothing. */
  homeroom: Signed;
  deputy: Signed;
  director: Signed;
  admin: Signed;
  secretary: Signed;
  /** Guardian of the first pupil of class A and the first of class B. */
  guardian: Signed;
  /** Guardian of the second pupil of class A only. */
  otherGuardian: Signed;
  /** The first pupil of class A. */
  pupil: Signed;
  /** The second pupil of class A. */
  otherPupil: Signed;
  classA: MadeClass & { /** Left five days before today. */ leaver: number; /** Came two days before today. */ newcomer: number };
  classB: MadeClass;
  /** The first half of class A. */
  subgroup: { groupId: number; pupils: number[] };
  /** Mathematics of class A: one lesson on every weekday; on `today` the second. */
  page: MadePage;
  /** English of the first half of class A: the fourth lesson on Wednesday, the last of the class's day. */
  subgroupPage: MadePage;
  /** The subject of `page` and `otherPage`. */
  mathematics: number;
  /** Mathematics of class B, same days and slots as `page`. */
  otherPage: MadePage;
};

export type SchoolOptions = {
  today?: LocalDate;
  timezone?: string;
  preset?: string;
  pupils?: number;
  name?: string;
  /** The bells, `08:30-09:15`; on Wednesday the class's last lesson is the fourth. */ hours?: readonly string[];
};

const HOURS = ["08:30-09:15", "09:25-10:10", "10:30-11:15", "11:35-12:20", "12:30-13:15", "13:25-14:10"];

const PASSWORD = "ключ от кабинета";
let hash: Promise<string> | undefined;

const OPEN = statement(
  "tests.open_sessions",
  `insert into access.session (token_hash, account_id, school_id, person_id, created_at, seen_at, idle_until)
   select r.hash, r.account, $1, r.person, $2::timestamptz, $2, '2100-01-01' from unnest($3::bytea[], $4::int[], $5::int[]) as r(hash, account, person)`,
);
const LESSONS = statement<MadeLesson & { pageId: number }>(
  "tests.lessons",
  `select page_id as "pageId", lesson_id as "lessonId", day, slot, term from timetable.lesson where school_id = $1 order by day, slot`,
);

async function setCalendar(tx: Transaction, schoolId: number, year: number, hours: readonly string[]): Promise<void> {
  const d = (text: string, y = year) => day(`${y}-${text}`);
  const quarters = [
    { term: 1, startsOn: d("09-01"), endsOn: d("10-25") },
    { term: 2, startsOn: d("11-03"), endsOn: d("12-30") },
    { term: 3, startsOn: d("01-12", year + 1), endsOn: d("03-21", year + 1) },
    { term: 4, startsOn: d("03-30", year + 1), endsOn: d("05-31", year + 1) },
  ];
  await setYear(tx, schoolId, {
    year,
    startsOn: d("09-01"),
    endsOn: d("05-31", year + 1),
    daysPerWeek: 5,
    terms: quarters.map((q) => ({ ...q, kind: "quarter", gradeLevels: [1, 2, 3, 4, 5, 6, 7, 8, 9] })),
    holidays: [{ name: "Осенние каникулы", startsOn: d("10-26"), endsOn: d("11-02") }],
    calendarDays: [{ day: d("11-04"), isStudy: false, name: "День народного единства" }],
  });
  await setBells(tx, schoolId, [
    { name: "Обычные", isUsual: true, slots: hours.map((h, i) => ({ shift: 1, slot: i + 1, starts: h.slice(0, 5), ends: h.slice(6) })) },
  ]);
}

const yearOf = (d: LocalDate) => Number(d.slice(0, 4)) - (d.slice(5) < "08-01" ? 1 : 0);

/** A small school made in one transaction: two classes, three pages, a person of each role signed in. `today` is a Wednesday of the first term unless told. */
export async function aSchool(pool: pg.Pool, options: SchoolOptions = {}): Promise<MadeSchool> {
  const today = options.today ?? day("2026-09-16");
  const year = yearOf(today);
  const from = day(`${year}-09-01`);
  const timezone = options.timezone ?? "Europe/Simferopol";
  const now = instantOf(today, "13:00", timezone);
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;

  return asNobody(pool, async (tx) => {
    const schoolId = await makeSchoolFrom(tx, { preset: options.preset ?? "stakhanovo-2021", name: options.name ?? "Школа для проверки", timezone }, now);
    await setCalendar(tx, schoolId, year, options.hours ?? HOURS);

    const surnames = ["Лунёва", "Брагина", "Щеглова", "Тетерина", "Осокин", "Чалова", "Верещагина"];
    const staff = (
      await addStaff(
        tx,
        schoolId,
        surnames.map((surname) => ({ surname, givenName: "Анна", patronymic: "Ильинична", from })),
      )
    ).map((s) => s.personId);
    const [teacher = 0, second = 0, homeroom = 0, deputy = 0, director = 0, admin = 0, secretary = 0] = staff;

    const perClass = options.pupils ?? 4;
    const named = Array.from({ length: perClass * 2 + 2 }, (_, i) => ({
      surname: `Ученик${String(i + 1).padStart(2, "0")}`,
      givenName: "Иван",
      patronymic: "Петрович",
      birthOn: plusDays(day("2014-01-10"), i),
      admittedOn: from,
    }));
    const pupils = (await addPupils(tx, schoolId, named)).map((p) => p.personId);
    const inA = pupils.slice(0, perClass);
    const inB = pupils.slice(perClass, perClass * 2);
    const [leaver = 0, newcomer = 0] = pupils.slice(perClass * 2);
    const [a, b] = await addClasses(tx, schoolId, year, [
      { gradeLevel: 6, letter: "А", name: "6А" },
      { gradeLevel: 7, letter: "Б", name: "7Б" },
    ]);
    const [sub] = await addGroups(tx, schoolId, year, [{ kind: "subgroup", classId: a!.classId, name: "6А англ. 1" }]);
    const half = inA.slice(0, Math.ceil(perClass / 2));
    await enrol(tx, schoolId, [
      ...inA.map((pupilId) => ({ groupId: a!.groupId, pupilId, from })),
      { groupId: a!.groupId, pupilId: leaver, from, to: plusDays(today, -5) },
      { groupId: a!.groupId, pupilId: newcomer, from: plusDays(today, -2) },
      ...half.map((pupilId) => ({ groupId: sub!.groupId, pupilId, from })),
      ...inB.map((pupilId) => ({ groupId: b!.groupId, pupilId, from })),
    ]);
    await assignHomeroom(tx, schoolId, [{ classId: a!.classId, teacherId: homeroom, from }]);
    const guardians = await addGuardians(tx, schoolId, [
      {
        surname: "Родионова",
        givenName: "Вера",
        from,
        children: [
          { pupilId: inA[0]!, relation: "мать" },
          { pupilId: inB[0]!, relation: "мать" },
        ],
      },
      { surname: "Мамонов", givenName: "Пётр", from, children: [{ pupilId: inA[1]!, relation: "отец" }] },
    ]);

    const [mathematics = 0, english = 0] = await addSubjects(tx, schoolId, ["Математика", "Английский язык"]);
    const [room = 0] = await addRooms(tx, schoolId, [{ name: "214", capacity: 30 }]);
    const pages = await addPages(tx, schoolId, [
      { groupId: a!.groupId, subjectId: mathematics, year, gradeLevel: 6 },
      { groupId: sub!.groupId, subjectId: english, year, gradeLevel: 6 },
      { groupId: b!.groupId, subjectId: mathematics, year, gradeLevel: 7 },
    ]);
    const [page = 0, subgroupPage = 0, otherPage = 0] = pages.map((p) => p.pageId);
    const slots = [1, 2, 2, 3, 1];
    await setWeeklyLessons(tx, schoolId, from, [
      ...slots.map((slot, i) => ({ pageId: page, teacherId: teacher, roomId: room, weekday: i + 1, slot })),
      ...slots.map((slot, i) => ({ pageId: otherPage, teacherId: second, weekday: i + 1, slot })),
      { pageId: subgroupPage, teacherId: second, weekday: 3, slot: 4 },
    ]);
    await assignLoad(tx, schoolId, [
      { pageId: page, teacherId: teacher, weeklyHours: 5, from },
      { pageId: otherPage, teacherId: second, weeklyHours: 5, from },
      { pageId: subgroupPage, teacherId: second, weeklyHours: 1, from },
    ]);
    await makeLessons(tx, schoolId, year);

    const people: [string, number, Role[]][] = [
      ["teacher", teacher, ["subject_teacher"]],
      ["second", second, ["subject_teacher"]],
      ["homeroom", homeroom, ["homeroom_teacher"]],
      ["deputy", deputy, ["deputy_studies"]],
      ["director", director, ["director"]],
      ["admin", admin, ["journal_admin"]],
      ["secretary", secretary, ["secretary"]],
      ["guardian", guardians[0]!.personId, ["guardian"]],
      ["otherguardian", guardians[1]!.personId, ["guardian"]],
      ["pupil", inA[0]!, ["pupil"]],
      ["otherpupil", inA[1]!, ["pupil"]],
    ];
    await grantRoles(
      tx,
      schoolId,
      people.flatMap(([, personId, roles]) => roles.map((role) => ({ personId, role, from }))),
    );
    const logins = people.map(([name]) => `${name}-${schoolId}`);
    const accounts = await addAccounts(
      tx,
      schoolId,
      people.map(([, personId], i) => ({ login: logins[i]!, passwordHash, personId })),
    );
    const tokens = people.map(() => newToken());
    await tx.rows(OPEN, [schoolId, now, tokens.map((t) => t.hash), accounts, people.map(([, personId]) => personId)]);
    const signed = people.map(([, personId], i) => ({ personId, accountId: accounts[i]!, login: logins[i]!, cookie: `parta=${tokens[i]!.token}` }));

    const lessons = await tx.rows(LESSONS, [schoolId]);
    const pageOf = (pageId: number, groupId: number, teacherId: number): MadePage => {
      const own = lessons.filter((l) => l.pageId === pageId).map(({ lessonId, day, slot, term }) => ({ lessonId, day, slot, term }));
      const on = (d: LocalDate) => {
        const lesson = own.find((l) => l.day === d);
        if (!lesson) throw new Error(`no lesson on ${d}`);
        return lesson;
      };
      return { pageId, groupId, teacherId, lessons: own, on };
    };
    return {
      schoolId,
      timezone,
      today,
      now,
      year,
      password: PASSWORD,
      teacher: signed[0]!,
      secondTeacher: signed[1]!,
      homeroom: signed[2]!,
      deputy: signed[3]!,
      director: signed[4]!,
      admin: signed[5]!,
      secretary: signed[6]!,
      guardian: signed[7]!,
      otherGuardian: signed[8]!,
      pupil: signed[9]!,
      otherPupil: signed[10]!,
      mathematics,
      classA: { classId: a!.classId, groupId: a!.groupId, name: a!.name, pupils: inA, leaver, newcomer },
      classB: { classId: b!.classId, groupId: b!.groupId, name: b!.name, pupils: inB },
      subgroup: { groupId: sub!.groupId, pupils: half },
      page: pageOf(page, a!.groupId, teacher),
      subgroupPage: pageOf(subgroupPage, sub!.groupId, second),
      otherPage: pageOf(otherPage, b!.groupId, second),
    };
  });
}
