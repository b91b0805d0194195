import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import { ChangeLine } from "../../../journal/contract/changes.ts";
import type { REMARK_ACTS } from "../../rules/remarks/acts.ts";
import { REMARK_STATES } from "../../rules/remarks/remark.ts";

const defineRoute = routesOf<keyof typeof REMARK_ACTS>();
const OrNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Moment = Type.String({ format: "date-time" });
const Text = Type.String({ maxLength: 1000 });

/** A remark as both sides see it. */
export const Remark = Type.Object({
  remarkId: Id,
  version: Version,
  state: Type.Enum([...REMARK_STATES]),
  /** Open after the day of its term. */
  overdue: Type.Boolean(),
  pageId: Id,
  /** Null: about the whole page. */
  lessonId: OrNull(Id),
  /** Null: about the whole lesson. */
  pupilId: OrNull(Id),
  groupName: Type.String(),
  subject: Type.String(),
  day: OrNull(Day),
  slot: OrNull(Type.Integer()),
  pupil: OrNull(Type.String()),
  teacherId: Id,
  teacher: Type.String(),
  setBy: Type.String(),
  setOn: Day,
  dueOn: Day,
  text: Type.String(),
  /** What the teacher wrote when confirming last; null while nothing was confirmed. */
  note: OrNull(Type.String()),
  /** Why it was returned last; null when it never was. */
  comment: OrNull(Type.String()),
  fixedAt: OrNull(Moment),
});

const Remarks = Type.Object({ today: Day, /** The earliest term first; what is accepted last. */ remarks: Type.Array(Remark) });

export const myRemarksRoute = defineRoute({
  operationId: "myRemarks",
  summary: "Remarks given to the person: those to fix, those that wait to be accepted, and what was accepted in the last days",
  method: "GET",
  path: "/api/control/my-remarks",
  act: "control.remark.mine",
  response: Remarks,
  failures: ["access.not_permitted"],
});

export const remarksRoute = defineRoute({
  operationId: "remarks",
  summary: "Remarks of the grades in the person's care; accepted ones on demand",
  method: "GET",
  path: "/api/control/remarks",
  act: "control.remark.list",
  query: Type.Object({ state: Type.Optional(Type.Enum(["waiting", "accepted"])) }),
  response: Remarks,
  failures: ["access.not_permitted"],
});

export const pageRemarksRoute = defineRoute({
  operationId: "pageRemarks",
  summary: "Remarks of a page of the journal that are not accepted yet, and who may be given one",
  method: "GET",
  path: "/api/control/pages/:pageId/remarks",
  act: "control.remark.page",
  params: Type.Object({ pageId: Id }),
  response: Type.Object({
    today: Day,
    remarks: Type.Array(Remark),
    maySet: Type.Boolean(),
    /** The day of the term by the norm, for a remark given today. */
    dueOn: OrNull(Day),
    teachers: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
  }),
  failures: ["journal.page_not_found", "access.not_permitted"],
});

export const remarkRoute = defineRoute({
  operationId: "remark",
  summary: "A remark with its steps and with the values before and after what was corrected since it was given",
  method: "GET",
  path: "/api/control/remarks/:remarkId",
  act: "control.remark.read",
  params: Type.Object({ remarkId: Id }),
  response: Type.Object({
    remark: Remark,
    steps: Type.Array(
      Type.Object({ kind: Type.Enum(["set", "fixed", "returned", "accepted"]), by: Type.String(), at: Moment, dueOn: Day, text: Type.String() }),
    ),
    /** By place: the value when the remark was given and the value that came last. */
    changes: Type.Array(ChangeLine),
  }),
  failures: ["control.remark_not_found", "access.not_permitted"],
});

export const setRemarkRoute = defineRoute({
  operationId: "setRemark",
  summary: "Gives a remark to a page, a lesson or a cell; the term is that of the norm unless a day is named",
  method: "POST",
  path: "/api/control/remarks",
  act: "control.remark.set",
  body: Type.Object(
    {
      pageId: Id,
      lessonId: Type.Optional(Id),
      pupilId: Type.Optional(Id),
      /** For a page that several teach. */
      teacherId: Type.Optional(Id),
      text: Text,
      dueOn: Type.Optional(Type.String({ maxLength: 40 })),
    },
    { additionalProperties: false },
  ),
  response: Remark,
  failures: [
    "journal.page_not_found",
    "timetable.lesson_not_found",
    "people.pupil_not_in_group",
    "access.not_permitted",
    "timetable.not_a_day",
    "control.remark_empty",
    "control.term_in_past",
    "control.nobody_answers",
    "control.cell_needs_lesson",
    "regulation.norm_not_in_force",
  ],
});

const DEED_FAILURES = ["control.remark_not_found", "access.not_permitted", "control.remark_changed_meanwhile", "control.remark_accepted"] as const;

export const fixRemarkRoute = defineRoute({
  operationId: "fixRemark",
  summary: "Confirms that what the remark said is fixed, with a note",
  method: "PUT",
  path: "/api/control/remarks/:remarkId/fixed",
  act: "control.remark.fix",
  params: Type.Object({ remarkId: Id }),
  body: Type.Object({ note: Text, expectedVersion: Version }, { additionalProperties: false }),
  response: Remark,
  failures: DEED_FAILURES,
});

export const acceptRemarkRoute = defineRoute({
  operationId: "acceptRemark",
  summary: "Accepts the fix of a remark",
  method: "PUT",
  path: "/api/control/remarks/:remarkId/accepted",
  act: "control.remark.settle",
  params: Type.Object({ remarkId: Id }),
  body: Type.Object({ expectedVersion: Version }, { additionalProperties: false }),
  response: Remark,
  failures: [...DEED_FAILURES, "control.remark_not_fixed"],
});

export const returnRemarkRoute = defineRoute({
  operationId: "returnRemark",
  summary: "Returns the fix of a remark with a comment and a new day: the remark is open again",
  method: "PUT",
  path: "/api/control/remarks/:remarkId/returned",
  act: "control.remark.settle",
  params: Type.Object({ remarkId: Id }),
  body: Type.Object({ comment: Text, dueOn: Type.Optional(Type.String({ maxLength: 40 })), expectedVersion: Version }, { additionalProperties: false }),
  response: Remark,
  failures: [...DEED_FAILURES, "control.remark_not_fixed", "control.comment_empty", "control.term_in_past", "timetable.not_a_day"],
});
