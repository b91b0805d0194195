import { mayReach, permit } from "../../../access/rules/permit.ts";
import { gradesInCare, hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { changesOfPage } from "../../../journal/server/door.ts";
import { myRemarksRoute, pageRemarksRoute, remarkRoute, remarksRoute } from "../../contract/remarks/remarks.ts";
import { REMARK_ACTS } from "../../rules/remarks/acts.ts";
import { beforeAndAfter } from "../../rules/remarks/before-and-after.ts";
import { yearOf } from "../year.ts";
import { ACCEPTED_REMARKS, MY_REMARKS, PAGE_REMARKS, PLACE, STEPS, WAITING_REMARKS } from "./remark-queries.ts";
import { termByNorm } from "./remark-term.ts";
import { remarkOf, tellRemark } from "./tell-remark.ts";

/** How many days a teacher still sees what was accepted. */
const ACCEPTED_DAYS = 14;

/** Remarks given to the person. */
export async function myRemarks({ tx, actor }: Context): Promise<Output<typeof myRemarksRoute>> {
  permit(actor, REMARK_ACTS, myRemarksRoute.act, { self: true });
  const { schoolId, personId, today, timezone } = actor;
  const rows = await tx.rows(MY_REMARKS, [schoolId, personId, instantOf(plusDays(today, -ACCEPTED_DAYS), "00:00", timezone)]);
  return { today, remarks: rows.map((row) => tellRemark(row, today)) };
}

/** Remarks of the grades in the person's care, and those that the person gave. */
export async function remarks({ tx, actor }: Context, { query }: Input<typeof remarksRoute>): Promise<Output<typeof remarksRoute>> {
  permit(actor, REMARK_ACTS, remarksRoute.act, { own_grade: true });
  const { schoolId, personId, today } = actor;
  const care = mayReach(actor, REMARK_ACTS, remarksRoute.act, "school") ? null : await gradesInCare(tx, actor, "deputy_studies");
  const rows =
    query.state === "accepted"
      ? await tx.rows(ACCEPTED_REMARKS, [schoolId, care, personId, await yearOf(tx, schoolId, today)])
      : await tx.rows(WAITING_REMARKS, [schoolId, care, personId]);
  return { today, remarks: rows.map((row) => tellRemark(row, today)) };
}

/** Remarks of a page, for the page itself. */
export async function pageRemarks({ tx, actor }: Context, { params }: Input<typeof pageRemarksRoute>): Promise<Output<typeof pageRemarksRoute>> {
  const { schoolId, personId, today } = actor;
  const place = await tx.row(PLACE, [schoolId, params.pageId, null, null, personId, today]);
  if (!place) throw new Failure("not_found", "journal.page_not_found");
  permit(actor, REMARK_ACTS, pageRemarksRoute.act, { own_page: place.teachesPage, own_class: place.ownClass });
  const rows = await tx.rows(PAGE_REMARKS, [schoolId, params.pageId]);
  const inCare = await hasInCare(tx, actor, "deputy_studies", [place.gradeLevel]);
  const maySet = inCare || mayReach(actor, REMARK_ACTS, "control.remark.set", "school");
  const dueOn = maySet ? await termByNorm(tx, actor) : null;
  return { today, remarks: rows.map((row) => tellRemark(row, today)), maySet, dueOn, teachers: place.teachers };
}

/** A remark with its steps and what was corrected since it was given. */
export async function remark({ tx, actor, now }: Context, { params }: Input<typeof remarkRoute>): Promise<Output<typeof remarkRoute>> {
  const { schoolId, personId, today } = actor;
  const row = await remarkOf(tx, schoolId, params.remarkId);
  const ties = { self: row.teacherId === personId, own_grade: row.setById === personId || (await hasInCare(tx, actor, "deputy_studies", [row.gradeLevel])) };
  permit(actor, REMARK_ACTS, remarkRoute.act, ties);
  const [steps, changes] = await Promise.all([
    tx.rows(STEPS, [schoolId, row.remarkId]),
    changesOfPage(tx, schoolId, row.pageId, { from: row.setAt, until: row.settledAt ?? new Date(now.getTime() + 1), sinceSeq: row.sinceSeq }),
  ]);
  const here = changes.filter(({ lessonId, pupilId }) => (row.lessonId ?? lessonId) === lessonId && (row.pupilId ?? pupilId) === pupilId);
  return {
    remark: tellRemark(row, today),
    steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    changes: beforeAndAfter(here.toReversed()).map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
  };
}
