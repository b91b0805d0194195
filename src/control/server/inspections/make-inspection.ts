import { permit } from "../../../access/rules/permit.ts";
import type { Role } from "../../../access/rules/roles.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { headedDepartments } from "../../../people/server/door.ts";
import { makeInspectionRoute } from "../../contract/inspections/inspections.ts";
import { INSPECTION_ACTS } from "../../rules/inspections/acts.ts";
import { readDays } from "../../rules/report-days.ts";
import { CLASS_PAGES, DEPARTMENT_PAGES, GRADES_OF_PAGES, INSPECTION, MAKE_INSPECTION, SAME_INSPECTION } from "./inspection-queries.ts";
import type { InspectionKind } from "./inspection-queries.ts";

type Body = Input<typeof makeInspectionRoute>["body"];

/** In whose office a check of each kind is made. */
const OFFICE: Record<InspectionKind, Role> = { deputy: "deputy_studies", director: "director", department: "head_of_department", homeroom: "homeroom_teacher" };

/** Writes down a check of journals: who, when, which pages, of which days, what was found (001 §2.3, 003 §3-3, 004 §4.8.2, 4.13.3). */
export async function makeInspection(context: Context, { body }: Input<typeof makeInspectionRoute>): Promise<Output<typeof makeInspectionRoute>> {
  const { tx, actor, now } = context;
  const { schoolId, personId, today } = actor;
  const days = readDays(body);
  if ("refusal" in days) throw new Failure("invalid", days.refusal.code, days.refusal.facts);
  const { from, to } = days;
  const { kind } = body;
  const { pages, ties } = await subjectOf(context, kind, body, from, to);
  const right = permit({ ...actor, roles: actor.roles.filter((role) => role === OFFICE[kind]) }, INSPECTION_ACTS, makeInspectionRoute.act, ties);
  if (from > today) throw new Failure("refused", "control.inspection_ahead", { today });
  if (pages.length === 0) throw new Failure("invalid", "control.nothing_to_inspect");

  const findings = body.findings.trim();
  const same = await tx.row(SAME_INSPECTION, [schoolId, kind, personId, from, to, pages, findings]);
  if (same) return (await tx.row(INSPECTION, [schoolId, same.inspectionId]))!;
  const inspectionId = await tx.newIds(schoolId, "inspection");
  const told = {
    inspection: inspectionId,
    kind,
    from,
    to,
    pages: pages.length,
    ...(body.departmentId && { department: body.departmentId }),
    ...(body.classId && { class: body.classId }),
  };
  const entry = { schoolId, stream: 0, actor: personId, at: now, act: makeInspectionRoute.act, right, body: told };
  const values = [schoolId, inspectionId, kind, personId, today, from, to, now, pages, body.departmentId ?? null, body.classId ?? null, findings];
  await tx.row(MAKE_INSPECTION, [...values, ...actAndEvent(entry)]);
  return (await tx.row(INSPECTION, [schoolId, inspectionId]))!;
}

type Subject = { pages: number[]; ties: { own_grade?: boolean; own_department?: boolean; own_class?: boolean } };

/** Which pages are checked and how the person is tied to them; a department's check is of its day's lessons, a class's of all its pages. */
async function subjectOf({ tx, actor }: Context, kind: InspectionKind, body: Body, from: LocalDate, to: LocalDate): Promise<Subject> {
  const { schoolId, personId, today } = actor;
  if (kind === "department") {
    const found = body.departmentId === undefined ? undefined : await tx.row(DEPARTMENT_PAGES, [schoolId, body.departmentId, from, to]);
    if (!found) throw new Failure("not_found", "control.department_not_found");
    return { pages: found.pages, ties: { own_department: (await headedDepartments(tx, schoolId, personId, today)).includes(body.departmentId!) } };
  }
  if (kind === "homeroom") {
    const found = body.classId === undefined ? undefined : await tx.row(CLASS_PAGES, [schoolId, body.classId, personId, today]);
    if (!found) throw new Failure("not_found", "control.class_not_found");
    return { pages: found.pages, ties: { own_class: found.ownClass } };
  }
  const asked = [...new Set(body.pageIds ?? [])].sort((a, b) => a - b);
  const found = await tx.rows(GRADES_OF_PAGES, [schoolId, asked]);
  if (found.length < asked.length) throw new Failure("not_found", "journal.page_not_found");
  return { pages: asked, ties: { own_grade: await hasInCare(tx, actor, "deputy_studies", [...new Set(found.map((one) => one.gradeLevel))]) } };
}
