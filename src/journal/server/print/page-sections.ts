import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { pageSectionsRoute, setPageSectionRoute } from "../../contract/print/page-sections.ts";
import { PRINT_ACTS } from "../../rules/print-acts.ts";
import { PAGE_TIES } from "../page-queries.ts";

type Sections = Omit<Output<typeof pageSectionsRoute>, "mayWrite">;

/** $1 school, $2 page, $3 the school's day. */
const SECTIONS = statement<{ found: Sections }>(
  "journal.page_sections",
  `with page as (select * from timetable.page where school_id = $1 and page_id = $2),
  own as (select distinct o.teacher_id, o.from_day, s.name as what, true as own, o.weekly_hours from page p join planning.load o on o.school_id = $1 and o.page_id = p.page_id
    join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id where o.to_day is null or o.to_day >= $3),
  clubs as (select distinct o.teacher_id, o.from_day, s.name as what, false as own, 0::numeric as weekly_hours from page p
    join people.member m on m.school_id = $1 and m.group_id = p.group_id and (m.to_day is null or m.to_day >= $3)
    join people.member x on x.school_id = $1 and x.pupil_id = m.pupil_id and x.group_id <> p.group_id and (x.to_day is null or x.to_day >= $3)
    join timetable.page q on q.school_id = $1 and q.group_id = x.group_id and q.year = p.year and q.kind in ('club', 'section', 'additional_education', 'extracurricular')
    join planning.load o on o.school_id = $1 and o.page_id = q.page_id and (o.to_day is null or o.to_day >= $3)
    join timetable.subject s on s.school_id = $1 and s.subject_id = q.subject_id where p.kind = 'extended_day')
  select json_build_object(
    'sections', (select coalesce(json_agg(json_build_object('section', n.section, 'about', n.about, 'text', n.body, 'version', n.version)), '[]') from journal.page_section n where n.school_id = $1 and n.page_id = $2),
    'leaders', (select coalesce(json_agg(json_build_object('name', concat_ws(' ', f.surname, nullif(f.given_name, ''), nullif(f.patronymic, '')), 'what', l.what, 'from', l.from_day, 'own', l.own)
        order by l.own desc, f.surname collate public.ru), '[]') from (select * from own union all select * from clubs) l join people.person f on f.school_id = $1 and f.person_id = l.teacher_id),
    'hoursOfDay', coalesce((select round(sum(weekly_hours) / greatest(1, (select count(distinct (w.weekday, w.slot)) from timetable.weekly_lesson w where w.school_id = $1 and w.page_id = $2
        and (w.to_day is null or w.to_day >= $3))), 2)::float from own), 0)) as found`,
);
const STANDING = statement<{ text: string; version: number }>(
  "journal.page_section",
  `select body as text, version from journal.page_section where school_id = $1 and page_id = $2 and section = $3 and about = $4`,
);
const STORE = statement<{ version: number }>(
  "journal.store_page_section",
  `with put as (
     insert into journal.page_section as n (school_id, page_id, section, about, set_by, set_at, body) select $1::int, $2::int, $3::text, $4::int, $5::int, $6::timestamptz, $7::text
       where $8::int = 0 or exists (select from journal.page_section where school_id = $1 and page_id = $2 and section = $3 and about = $4)
     on conflict (school_id, page_id, section, about) do update set body = excluded.body, set_by = excluded.set_by, set_at = excluded.set_at, version = n.version + 1 where n.version = $8
     returning version)
   select version, ledger.record($1, $2, $5, $6, $9, $10, $11, $12) as seq from put`,
);

async function admit({ tx, actor }: Context, pageId: number, act: keyof typeof PRINT_ACTS) {
  const ties = await tx.row(PAGE_TIES, [actor.schoolId, pageId, actor.personId, actor.today]);
  if (!ties) throw new Failure("not_found", "journal.page_not_found");
  return { ties, right: permit(actor, PRINT_ACTS, act, { own_page: ties.teachesPage, own_class: ties.ownClass }) };
}

/** Regime, health, leaders and hours: what stands in the journal of a group beside its grid. */
export async function pageSections(context: Context, { params }: Input<typeof pageSectionsRoute>): Promise<Output<typeof pageSectionsRoute>> {
  const { tx, actor } = context;
  const { ties } = await admit(context, params.pageId, pageSectionsRoute.act);
  const row = await tx.row(SECTIONS, [actor.schoolId, params.pageId, actor.today]);
  return { ...row!.found, mayWrite: ties.teachesPage && actor.roles.includes("subject_teacher") };
}

/** Writes a section over the version seen; what stands already is answered as done. */
export async function setPageSection(context: Context, { params, body }: Input<typeof setPageSectionRoute>): Promise<Output<typeof setPageSectionRoute>> {
  const { tx, actor, now } = context;
  const { pageId, section, about } = params;
  const { right } = await admit(context, pageId, setPageSectionRoute.act);
  const key = [actor.schoolId, pageId, section, about];
  const text = body.text.trim();
  const standing = (await tx.row(STANDING, key)) ?? { text: "", version: 0 };
  if (standing.text === text && standing.version >= body.expectedVersion) return standing;
  const conflict = (s: typeof standing) => new Failure("conflict", "journal.section_changed_meanwhile", { ...s });
  if (standing.version !== body.expectedVersion) throw conflict(standing);
  const entry = {
    schoolId: actor.schoolId,
    stream: pageId,
    actor: actor.personId,
    at: now,
    act: setPageSectionRoute.act,
    right,
    body: { section, about, before: standing.text, after: text },
  };
  const stored = await tx.row(STORE, [...key, actor.personId, now, text, body.expectedVersion, ...actAndEvent(entry)]);
  if (!stored) throw conflict((await tx.row(STANDING, key)) ?? standing);
  return { text, version: stored.version };
}
