import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { Entry } from "../../../foundation/ledger.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { LessonFacts } from "../../../planning/rules/lesson-entry.ts";
import { lessonFactsSql } from "../../../planning/server/door.ts";
import type { NormValue } from "../../../regulation/rules/norms.ts";

export type StandingAttachment = { attachmentId: number; name: string; address: string | null; size: number | null; sha256: string | null };
export type FactsForAttachment = LessonFacts & {
  most: NormValue<"files.most_bytes"> | null;
  perLesson: NormValue<"files.per_lesson"> | null;
  endings: NormValue<"files.endings"> | null;
  standing: StandingAttachment[];
};

export const LESSON_FOR_ATTACHMENT = statement<FactsForAttachment>(
  "journal.lesson_for_attachment",
  lessonFactsSql(
    `norms.of -> 'files.most_bytes' as most, norms.of -> 'files.per_lesson' as "perLesson", norms.of -> 'files.endings' as endings,
    (select coalesce(json_agg(json_build_object('attachmentId', a.attachment_id, 'name', a.name, 'address', a.address, 'size', a.size, 'sha256', encode(a.sha256, 'hex'))
        order by a.attachment_id), '[]')
       from journal.attachment a where a.school_id = $1 and a.page_id = $2 and a.lesson_id = $3 and a.removed_at is null) as standing`,
    ["files.most_bytes", "files.per_lesson", "files.endings"],
  ),
);

export const STORE_CONTENT = statement(
  "journal.store_file_content",
  "insert into journal.file_content (school_id, sha256, content) values ($1, $2, $3) on conflict do nothing",
);

const STORE = statement<{ seq: number }>(
  "journal.store_attachment",
  `with put as (insert into journal.attachment (school_id, attachment_id, page_id, lesson_id, added_by, added_at, name, address, size, media_type, sha256)
     values ($1::int, $2::int, $3::int, $4::int, $5::int, $6::timestamptz, $7, $8, $9, $10, $11) returning attachment_id)
   select ledger.record($1, $3, $5, $6, $12, $13, $14, $15) as seq from put`,
);

const REMOVE = statement<{ seq: number }>(
  "journal.remove_attachment",
  `with gone as (update journal.attachment set removed_at = $6::timestamptz, removed_by = $5::int
     where school_id = $1::int and attachment_id = $2::int and page_id = $3::int and lesson_id = $4::int and removed_at is null returning attachment_id)
   select ledger.record($1, $3, $5, $6, $7, $8, $9, $10) as seq from gone`,
);

export type NewAttachment = { name: string; address: string | null; size: number | null; media: string | null; sha256: Buffer | null };

/** Keeps a file's row or a link, with the audit row and the event. Answers the new number. */
export async function storeAttachment(tx: Transaction, lessonId: number, a: NewAttachment, entry: (attachmentId: number) => Entry): Promise<number> {
  const schoolId = entry(0).schoolId;
  const attachmentId = await tx.newIds(schoolId, "attachment");
  const e = entry(attachmentId);
  await tx.row(STORE, [schoolId, attachmentId, e.stream, lessonId, e.actor, e.at, a.name, a.address, a.size, a.media, a.sha256, ...actAndEvent(e)]);
  return attachmentId;
}

/** Marks an attachment as taken away; one that is away already stays as it is. */
export async function storeRemoval(tx: Transaction, lessonId: number, attachmentId: number, e: Entry): Promise<void> {
  await tx.row(REMOVE, [e.schoolId, attachmentId, e.stream, lessonId, e.actor, e.at, ...actAndEvent(e)]);
}

export type FileRow = { name: string; media: string; content: Buffer };
export type FileTies = { teachesPage: boolean; ownClass: boolean; ownChild: boolean; self: boolean };

/**
 * How the person is tied to a file of a lesson: no row where there is none, or it was taken away. $1 school, $2 attachment, $3 the person, $4 the school's day.
 * A pupil and a guardian are tied by membership in the page's group on the lesson's day.
 */
export const FILE_TIES = statement<FileTies>(
  "journal.file_ties",
  `select
    exists (select from planning.load o where o.school_id = $1 and o.page_id = a.page_id and o.teacher_id = $3 and o.from_day <= $4 and (o.to_day is null or o.to_day >= $4))
      or coalesce(l.substitute_id = $3, false) as "teachesPage",
    exists (select from people.homeroom h where h.school_id = $1 and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)
      and h.class_id in (select g.class_id from people.study_group g where g.school_id = $1 and g.group_id = p.group_id
        union select s.class_id from people.stream_class s where s.school_id = $1 and s.group_id = p.group_id)) as "ownClass",
    exists (select from people.guardianship w join people.member m on m.school_id = $1 and m.pupil_id = w.pupil_id and m.group_id = p.group_id
        and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)
      where w.school_id = $1 and w.guardian_id = $3 and w.from_day <= $4 and (w.to_day is null or w.to_day >= $4)) as "ownChild",
    exists (select from people.member m where m.school_id = $1 and m.pupil_id = $3 and m.group_id = p.group_id
      and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)) as self
  from journal.attachment a join timetable.lesson l on l.school_id = $1 and l.page_id = a.page_id and l.lesson_id = a.lesson_id
  join timetable.page p on p.school_id = $1 and p.page_id = a.page_id
  where a.school_id = $1 and a.attachment_id = $2 and a.removed_at is null and a.sha256 is not null`,
);

export const FILE = statement<FileRow>(
  "journal.file_of_attachment",
  `select a.name, a.media_type as media, c.content from journal.attachment a join journal.file_content c on c.school_id = $1 and c.sha256 = a.sha256
   where a.school_id = $1 and a.attachment_id = $2 and a.removed_at is null`,
);
