import { statement } from "../../../../foundation/database.ts";
import type { LocalDate } from "../../../../foundation/day.ts";
import type { JournalKind } from "../../../../regulation/rules/journal-kinds.ts";
import type { NormTimeline } from "../../../../regulation/rules/norm-timeline.ts";
import type { DutyCode } from "../../../rules/duties/duty-kinds.ts";
import { NOTHING_TOLD } from "../../../rules/duties/fact.ts";
import type { Fact } from "../../../rules/duties/fact.ts";
import { usesOn } from "../../../rules/duties/owed.ts";
import type { Span, TermKind, Year } from "../../../rules/duties/spans.ts";

type Page = {
  pageId: number;
  year: number;
  gradeLevel: number;
  subjectId: number;
  journalKind: JournalKind;
  usesMarks: boolean | null;
  groupName: string;
  subject: string;
  teachers: number[];
};
type OpenPage = Page & { hasPlan: boolean; hasProgramme: boolean; hasWorks: boolean };
type OpenTerm = Page & { term: number; kind: TermKind; startsOn: LocalDate; endsOn: LocalDate; orderedOn: LocalDate | null; pupils: number; marked: number };

/** Pages of the years $3 that somebody teaches on day $2; $4 the teacher, null: of all. */
const PAGES = `pages as materialized (
    select p.page_id, p.year, p.grade_level, p.subject_id, p.kind, p.uses_marks, p.group_id, o.teachers from timetable.page p
    cross join lateral (select json_agg(distinct d.teacher_id) as teachers from planning.load d join timetable.school_year y on y.school_id = $1 and y.year = p.year
      where d.school_id = $1 and d.page_id = p.page_id and d.from_day <= greatest($2::date, y.starts_on) and (d.to_day is null or d.to_day >= $2::date)) o
    where p.school_id = $1 and p.year = any ($3::smallint[]) and o.teachers is not null
      and ($4::int is null or p.page_id in (select w.page_id from planning.load w where w.school_id = $1 and w.teacher_id = $4))
  )`;
const PAGE_COLUMNS = `p.page_id as "pageId", p.year, p.grade_level as "gradeLevel", p.subject_id as "subjectId", p.kind as "journalKind", p.uses_marks as "usesMarks",
    g.name as "groupName", s.name as subject, p.teachers`;
const NAMES = `join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id`;

/** Pages without plan, programme or schedule of control works. $1 school, $2 today, $3 years, $4 the teacher or null. */
export const OPEN_PAGES = statement<OpenPage>(
  "control.open_pages",
  `with ${PAGES}
   select ${PAGE_COLUMNS}, h."hasPlan", h."hasProgramme", h."hasWorks" from pages p ${NAMES}
   cross join lateral (select exists (select from planning.plan_line k where k.school_id = $1 and k.page_id = p.page_id) as "hasPlan",
     exists (select from planning.page_programme k where k.school_id = $1 and k.page_id = p.page_id and k.programme <> '') as "hasProgramme",
     exists (select from planning.control_work k where k.school_id = $1 and k.page_id = p.page_id and not k.is_removed) as "hasWorks") h
   where not (h."hasPlan" and h."hasProgramme" and h."hasWorks")`,
);

/** Terms of pages with pupils who have no mark of the term, from $5 days before their end. A closed term owes nothing. Parameters as above. */
export const OPEN_TERMS = statement<OpenTerm>(
  "control.open_terms",
  `with ${PAGES}, terms as materialized (
     select p.page_id, p.group_id, t.term, t.kind, t.starts_on, t.ends_on, o.due_on from pages p
     join timetable.term t on t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level and t.ends_on <= $2::date + $5::int
     left join planning.attestation_order o on o.school_id = $1 and o.year = p.year and o.grade_level = p.grade_level and o.term = t.term
     where not exists (select from planning.closed_term c where c.school_id = $1 and c.page_id = p.page_id and c.term = t.term)
   ), pupils as materialized (
     select e.group_id, e.ends_on, count(*)::int as pupils from (select distinct group_id, ends_on from terms) e
     join people.member m on m.school_id = $1 and m.group_id = e.group_id and m.from_day <= e.ends_on and (m.to_day is null or m.to_day >= e.ends_on) group by 1, 2
   )
   select ${PAGE_COLUMNS}, t.term, t.kind as kind, t.starts_on as "startsOn", t.ends_on as "endsOn", t.due_on as "orderedOn", u.pupils, coalesce(k.marked, 0) as marked
   from terms t join pages p on p.page_id = t.page_id ${NAMES}
   join pupils u on u.group_id = t.group_id and u.ends_on = t.ends_on
   left join lateral (select count(*)::int as marked from journal.term_mark k where k.school_id = $1 and k.page_id = t.page_id and k.term = t.term and k.value is not null) k on true
   where coalesce(k.marked, 0) < u.pupils`,
);

const factOf = ({ pageId, teachers, gradeLevel, subjectId, groupName, subject }: Page) => ({
  aboutId: pageId,
  own: teachers,
  place: { grade: gradeLevel, subjectId },
  told: { ...NOTHING_TOLD, groupName, subject, pageId },
});

/** What pages of a year lack. */
export function pageFacts(pages: readonly OpenPage[], norms: NormTimeline, years: readonly Year[]): Fact[] {
  return pages.flatMap((page): Fact[] => {
    const year = years.find((y) => y.year === page.year)!;
    const uses = usesOn(norms, page.journalKind, year.startsOn);
    const only: DutyCode[] = [
      ...(uses?.topics && !page.hasPlan ? (["lesson_plan"] as const) : []),
      ...(uses?.topics && !page.hasProgramme ? (["work_programme"] as const) : []),
      ...(putsMarks(page, norms, year.startsOn) && !page.hasWorks ? (["control_schedule"] as const) : []),
    ];
    const span: Span = { kind: "year", no: 0, startsOn: year.startsOn, endsOn: year.endsOn };
    const fact = factOf(page);
    return only.length === 0
      ? []
      : [
          {
            ...fact,
            about: "page_year",
            day: year.startsOn,
            year: { startsOn: year.startsOn, endsOn: year.endsOn },
            only,
            stands: [],
            told: { ...fact.told, span },
          },
        ];
  });
}

/** Terms of pages that wait for marks. */
export function termFacts(terms: readonly OpenTerm[], norms: NormTimeline): Fact[] {
  return terms.flatMap((page): Fact[] => {
    const { term, kind, startsOn, endsOn, orderedOn, pupils, marked } = page;
    if (!putsMarks(page, norms, endsOn)) return [];
    const fact = factOf(page);
    const told = { ...fact.told, span: { kind, no: term, startsOn, endsOn }, left: [{ what: "marks", count: pupils - marked }] };
    return [{ ...fact, about: "page_period", day: startsOn, term: { startsOn, endsOn }, orderedOn, stands: [], told }];
  });
}

/** Whether marks are put on a page: what it was told itself goes before its kind, and grades without marks have none. */
export function putsMarks(
  { journalKind, usesMarks, gradeLevel }: Pick<Page, "journalKind" | "usesMarks" | "gradeLevel">,
  norms: NormTimeline,
  day: LocalDate,
): boolean {
  return (usesMarks ?? usesOn(norms, journalKind, day)?.marks ?? false) && !norms.on("marks.unmarked_grades", day)?.value.includes(gradeLevel);
}
