import { statement } from "../../../../foundation/database.ts";
import type { LocalDate } from "../../../../foundation/day.ts";
import { calendarFacts, turnFact, untilOf } from "../../../rules/duties/calendar-facts.ts";
import type { Evidence, Unit } from "../../../rules/duties/calendar-facts.ts";
import type { About } from "../../../rules/duties/duty-kind.ts";
import { NOTHING_TOLD } from "../../../rules/duties/fact.ts";
import type { Fact } from "../../../rules/duties/fact.ts";
import type { Year } from "../../../rules/duties/spans.ts";
import type { Steps } from "../../../rules/duties/steps.ts";
import type { FramedClass } from "../frame.ts";
import { weekChecked } from "./inspection-facts.ts";
import type { Inspected } from "./inspection-facts.ts";

type Unexplained = { classId: number; day: LocalDate; pupils: number };
type Newcomer = { pupilId: number; classId: number; name: string; admittedOn: LocalDate; noAccess: boolean; noGroup: boolean };

/** Days of classes with absences that nobody explained, through the covering keys of this year's pages. $1 school, $2 from, $3 today, $4 classes. */
export const UNEXPLAINED = statement<Unexplained>(
  "control.unexplained_absences",
  `with gone as materialized (
     select distinct a.pupil_id, a.lesson_day from timetable.page p
     join attendance.absence a on a.school_id = $1 and a.page_id = p.page_id and a.kind = 1 and a.signs & 2 = 0 and a.lesson_day between $2::date and $3::date
     where p.school_id = $1 and timetable.is_lesson(p.kind) and p.year in (select y.year from timetable.school_year y where y.school_id = $1 and y.starts_on <= $3::date and y.ends_on >= $2::date)
       and (p.group_id = any (array(select g.group_id from people.study_group g where g.school_id = $1 and g.class_id = any ($4::int[])
         union select t.group_id from people.stream_class t where t.school_id = $1 and t.class_id = any ($4::int[]))))
   )
   select c.class_id as "classId", g.lesson_day as day, count(*)::int as pupils from gone g
   join people.member m on m.school_id = $1 and m.pupil_id = g.pupil_id and m.from_day <= g.lesson_day and (m.to_day is null or m.to_day >= g.lesson_day)
   join people.school_class c on c.school_id = $1 and c.group_id = m.group_id and c.class_id = any ($4::int[])
   group by 1, 2`,
);

const HAS_ACCOUNT = (person: string) => `exists (select from access.account_person a where a.school_id = $1 and a.person_id = ${person})`;

/** Pupils who came after the year began and have no access code or no group where the class is divided. $1 school, $2 classes, $3 the year's first day. */
export const NEWCOMERS = statement<Newcomer>(
  "control.newcomers",
  `select u.pupil_id as "pupilId", c.class_id as "classId", f.surname || ' ' || f.given_name as name, u.admitted_on as "admittedOn", w."noAccess", w."noGroup"
   from people.school_class c join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.to_day is null
   join people.pupil u on u.school_id = $1 and u.pupil_id = m.pupil_id and u.admitted_on > $3::date and u.left_on is null
   join people.person f on f.school_id = $1 and f.person_id = u.pupil_id
   cross join lateral (select not ${HAS_ACCOUNT("u.pupil_id")} and not exists (select from people.guardianship k where k.school_id = $1 and k.pupil_id = u.pupil_id and k.to_day is null
       and ${HAS_ACCOUNT("k.guardian_id")}) as "noAccess",
     exists (select from people.study_group g where g.school_id = $1 and g.class_id = c.class_id and g.kind = 'subgroup')
       and not exists (select from people.study_group g join people.member o on o.school_id = $1 and o.group_id = g.group_id and o.pupil_id = u.pupil_id and o.to_day is null
         where g.school_id = $1 and g.class_id = c.class_id and g.kind = 'subgroup') as "noGroup") w
   where c.school_id = $1 and c.class_id = any ($2::int[]) and (w."noAccess" or w."noGroup")`,
);

/** What classes have done. $1 school, $2 classes, $3 whether parents are counted. */
export const CLASS_EVIDENCE = statement<{ classId: number; months: LocalDate[]; pupils: number; withoutParent: number }>(
  "control.class_evidence",
  `select c.class_id as "classId",
     (select coalesce(json_agg(e.month), '[]') from planning.class_event_month e where e.school_id = $1 and e.class_id = c.class_id
       and exists (select from planning.class_event v where v.school_id = $1 and v.class_id = c.class_id and v.month = e.month)) as months,
     w.pupils, w."withoutParent"
   from people.school_class c
   left join lateral (select count(*)::int as pupils, (count(*) filter (where not exists (select from people.guardianship k where k.school_id = $1 and k.pupil_id = m.pupil_id and k.to_day is null
       and ${HAS_ACCOUNT("k.guardian_id")})))::int as "withoutParent" from people.member m where $3 and m.school_id = $1 and m.group_id = c.group_id and m.to_day is null) w on true
   where c.school_id = $1 and c.class_id = any ($2::int[])`,
);

type ClosedClass = { classId: number; name: string; closedOn: LocalDate };

/** Classes whose year is closed on all their pages, and the day the last one was. $1 school, $2 years. */
export const CLOSED_CLASSES = statement<ClosedClass>(
  "control.closed_classes",
  `select c.class_id as "classId", c.name, max(x.closed_on) as "closedOn" from people.school_class c
   join people.study_group g on g.school_id = $1 and g.class_id = c.class_id
   join timetable.page p on p.school_id = $1 and p.group_id = g.group_id and timetable.is_lesson(p.kind)
   left join planning.closed_term x on x.school_id = $1 and x.page_id = p.page_id and x.term = 20 and x.open_through is null
   where c.school_id = $1 and c.year = any ($2::smallint[]) and exists (select from planning.load d where d.school_id = $1 and d.page_id = p.page_id)
   group by c.class_id, c.name having count(*) = count(x.closed_on)`,
);

export const closedFacts = (classes: readonly ClosedClass[]): Fact[] =>
  classes.map(({ classId, name, closedOn }) => ({
    about: "closed_class",
    aboutId: classId,
    own: [],
    day: closedOn,
    stands: [],
    told: { ...NOTHING_TOLD, groupName: name, classId },
  }));

const CALENDAR: readonly About[] = ["class_year", "class_month", "class_week", "class_period"];

export type ClassRows = {
  inspected: readonly Inspected[];
  unexplained: readonly Unexplained[];
  newcomers: readonly Newcomer[];
  evidence: readonly { classId: number; months: LocalDate[]; pupils: number; withoutParent: number }[];
};

/** What may be owed about classes. `asked` says whether the school asks for anything about such a thing. */
export function classFacts(
  classes: readonly FramedClass[],
  years: readonly Year[],
  rows: ClassRows,
  steps: Steps,
  today: LocalDate,
  asked: (about: About) => boolean,
): Fact[] {
  const lastTurns = new Map(steps.all.filter((step) => step.kind === "parents_informed").map((step) => [`${step.aboutId} ${step.day}`, step]));
  return classes.flatMap((cls): Fact[] => {
    const year = years.find((y) => y.year === cls.year)!;
    const unit: Unit = { id: cls.classId, own: cls.own, gradeLevel: cls.gradeLevel, told: { groupName: cls.name, classId: cls.classId } };
    const shows = rows.evidence.find((row) => row.classId === cls.classId);
    const told = { ...NOTHING_TOLD, ...unit.told };
    const own = { own: cls.own, place: { grade: cls.gradeLevel }, stands: [] };
    const turns = [...lastTurns.values()].filter((step) => step.aboutId === cls.classId).map((step) => step.doneOn);
    return [
      ...CALENDAR.filter(asked).flatMap((about) => calendarFacts(about, year, unit, untilOf(today), evidenceOf(cls.classId, shows, rows.inspected))),
      ...(asked("class_turn") && year.startsOn <= today ? [turnFact(year, unit, turns.toSorted().at(-1) ?? null)] : []),
      ...rows.unexplained
        .filter((row) => row.classId === cls.classId)
        .map((row): Fact => ({
          ...own,
          about: "absences",
          aboutId: cls.classId,
          day: row.day,
          told: { ...told, span: daySpan(row.day), left: [{ what: "pupils", count: row.pupils }] },
        })),
      ...rows.newcomers
        .filter((row) => row.classId === cls.classId)
        .map((row): Fact => {
          const left = [...(row.noAccess ? [{ what: "access", count: 1 }] : []), ...(row.noGroup ? [{ what: "group", count: 1 }] : [])];
          return { ...own, about: "newcomer", aboutId: row.pupilId, day: row.admittedOn, told: { ...told, title: row.name, left } };
        }),
    ];
  });
}

const daySpan = (day: LocalDate) => ({ kind: "day", no: 0, startsOn: day, endsOn: day }) as const;

function evidenceOf(classId: number, shows: ClassRows["evidence"][number] | undefined, inspected: readonly Inspected[]): Evidence {
  return (about, _, span) => {
    if (about === "class_week") return { stands: weekChecked(inspected, classId, span) ? ["homeroom_control"] : [] };
    if (about === "class_month") return { stands: shows?.months.includes(span.startsOn) ? ["class_events"] : [] };
    if (about !== "class_year" || !shows) return { stands: [] };
    const left =
      shows.withoutParent > 0
        ? [
            { what: "parents", count: shows.withoutParent },
            { what: "parents_of", count: shows.pupils },
          ]
        : [];
    return { stands: shows.withoutParent === 0 ? ["parent_logins"] : [], left };
  };
}
