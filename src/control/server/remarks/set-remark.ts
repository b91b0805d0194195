import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { setRemarkRoute } from "../../contract/remarks/remarks.ts";
import { REMARK_ACTS } from "../../rules/remarks/acts.ts";
import { addresseeOf, termOf } from "../../rules/remarks/remark.ts";
import { PLACE, SET_REMARK } from "./remark-queries.ts";
import { termByNorm } from "./remark-term.ts";
import { remarkOf, tellRemark } from "./tell-remark.ts";

/** Gives a remark to a page, a lesson or a cell; who teaches it answers for it (002 П4 §4.2.4д). */
export async function setRemark({ tx, actor, now }: Context, { body }: Input<typeof setRemarkRoute>): Promise<Output<typeof setRemarkRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, lessonId = null, pupilId = null } = body;
  const text = body.text.trim();
  if (pupilId !== null && lessonId === null) throw new Failure("invalid", "control.cell_needs_lesson");
  const place = await tx.row(PLACE, [schoolId, pageId, lessonId, pupilId, personId, today]);
  if (!place) throw new Failure("not_found", "journal.page_not_found");
  const right = permit(actor, REMARK_ACTS, setRemarkRoute.act, { own_grade: await hasInCare(tx, actor, "deputy_studies", [place.gradeLevel]) });
  if (lessonId !== null && !place.hasLesson) throw new Failure("not_found", "timetable.lesson_not_found");
  if (pupilId !== null && !place.hasPupil) throw new Failure("refused", "people.pupil_not_in_group", { lessonDay: place.lessonDay });
  if (text === "") throw new Failure("invalid", "control.remark_empty");
  const teachers = place.teachers.map((one) => one.personId);
  const teacherId = addresseeOf(body.teacherId, place.lessonTeacherId, teachers);
  if (teacherId === null) throw new Failure("refused", "control.nobody_answers");
  const dueOn = await dueDay(body.dueOn, () => termByNorm(tx, actor), today);

  const remarkId = await tx.newIds(schoolId, "remark");
  const told = { remark: remarkId, teacher: teacherId, dueOn, place: { lesson: lessonId, pupil: pupilId } };
  const entry = { schoolId, stream: pageId, actor: personId, at: now, act: setRemarkRoute.act, right, body: told };
  await tx.row(SET_REMARK, [schoolId, remarkId, pageId, lessonId, pupilId, teacherId, personId, today, dueOn, now, text, ...actAndEvent(entry)]);
  return tellRemark(await remarkOf(tx, schoolId, remarkId), today);
}

/** The day of the term: the one asked for, else that of the norm, without which nothing is given. */
export async function dueDay(asked: string | undefined, byNorm: () => Promise<LocalDate | null>, today: LocalDate): Promise<LocalDate> {
  const day = asked === undefined ? null : parseDay(asked);
  if (asked !== undefined && day === null) throw new Failure("invalid", "timetable.not_a_day", { text: asked });
  const norm = day === null ? await byNorm() : null;
  if (day === null) demandNorms(today, { "remarks.term": norm });
  const term = termOf(day, norm ?? today, today);
  if ("refusal" in term) throw new Failure("refused", term.refusal.code, term.refusal.facts);
  return term.dueOn;
}
