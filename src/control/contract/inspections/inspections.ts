import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { INSPECTION_ACTS } from "../../rules/inspections/acts.ts";

const defineRoute = routesOf<keyof typeof INSPECTION_ACTS>();
const OrNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Moment = Type.String({ format: "date-time" });
const Count = Type.Integer({ minimum: 0 });
const Kind = Type.Enum(["deputy", "director", "department", "homeroom"]);
const AskedDay = Type.String({ maxLength: 40 });

/** An entry of a check: who, when, what, of which days, what was found. */
export const Inspection = Type.Object({
  inspectionId: Id,
  kind: Kind,
  madeBy: Type.String(),
  madeOn: Day,
  from: Day,
  to: Day,
  /** How many pages of the journal were looked at, and of which grades. */
  pages: Count,
  grades: Type.Array(Type.Integer()),
  department: OrNull(Type.String()),
  findings: Type.String(),
  /** Remarks given in it, and how many of them are not accepted yet. */
  remarks: Count,
  openRemarks: Count,
});

/** When a check is due by the norm and whether it stands. */
const Due = Type.Object({ dueAt: OrNull(Moment), overdue: Type.Boolean(), clause: OrNull(Type.String()) });

export const inspectionListRoute = defineRoute({
  operationId: "inspectionList",
  summary: "The pages to check in a month in the grades of the person's care, what is checked, and the entries of the checks",
  method: "GET",
  path: "/api/control/inspections",
  act: "control.inspection.list",
  query: Type.Object({ month: Type.Optional(AskedDay) }),
  response: Type.Object({
    today: Day,
    from: Day,
    to: Day,
    /** Null: all grades. */
    grades: OrNull(Type.Array(Type.Integer())),
    due: Due,
    pages: Type.Array(
      Type.Object({
        pageId: Id,
        groupName: Type.String(),
        gradeLevel: Type.Integer(),
        subject: Type.String(),
        teachers: Type.String(),
        held: Count,
        /** Held lessons of the month without a topic. */
        unwritten: Count,
        checkedOn: OrNull(Day),
        checkedBy: OrNull(Type.String()),
      }),
    ),
    inspections: Type.Array(Inspection),
    /** The terms of the year with the director's check of each (004 §4.8.2). */
    terms: Type.Array(
      Type.Object({ term: Type.Integer(), kind: Type.String(), from: Day, to: Day, checkedOn: OrNull(Day), checkedBy: OrNull(Type.String()), due: Due }),
    ),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});

export const makeInspectionRoute = defineRoute({
  operationId: "makeInspection",
  summary: "Writes down a check of journals; remarks that the person gave on its pages in its days belong to it",
  method: "POST",
  path: "/api/control/inspections",
  act: "control.inspection.make",
  body: Type.Object(
    {
      kind: Kind,
      from: AskedDay,
      to: AskedDay,
      /** The pages looked at; a department's or a class's check is of all its pages. */
      pageIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 2000 })),
      departmentId: Type.Optional(Id),
      classId: Type.Optional(Id),
      findings: Type.String({ maxLength: 4000 }),
    },
    { additionalProperties: false },
  ),
  response: Inspection,
  failures: [
    "access.not_permitted",
    "timetable.not_a_day",
    "control.days_upside_down",
    "control.too_many_days",
    "control.inspection_ahead",
    "control.nothing_to_inspect",
    "journal.page_not_found",
    "control.department_not_found",
  ],
});

export const departmentDaysRoute = defineRoute({
  operationId: "departmentDays",
  summary: "The working days of departments with their lessons, and whether the head checked each",
  method: "GET",
  path: "/api/control/departments/days",
  act: "control.department_days.read",
  query: Type.Object({ to: Type.Optional(AskedDay) }),
  response: Type.Object({
    today: Day,
    departments: Type.Array(
      Type.Object({
        departmentId: Id,
        name: Type.String(),
        heads: Type.Array(Type.String()),
        mayCheck: Type.Boolean(),
        days: Type.Array(Type.Object({ day: Day, held: Count, unwritten: Count, checkedAt: OrNull(Moment), checkedBy: OrNull(Type.String()), due: Due })),
      }),
    ),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});

export const classWeekRoute = defineRoute({
  operationId: "classWeek",
  summary: "What subject teachers have not written of the lessons of a class in a week, by subject, and the homeroom teacher's mark of control",
  method: "GET",
  path: "/api/control/classes/:classId/week",
  act: "control.class_week.read",
  params: Type.Object({ classId: Id }),
  query: Type.Object({ day: Type.Optional(AskedDay) }),
  response: Type.Object({
    today: Day,
    from: Day,
    to: Day,
    className: Type.String(),
    mayCheck: Type.Boolean(),
    checkedOn: OrNull(Day),
    checkedBy: OrNull(Type.String()),
    findings: OrNull(Type.String()),
    due: Due,
    subjects: Type.Array(
      Type.Object({
        pageId: Id,
        subject: Type.String(),
        groupName: Type.String(),
        held: Count,
        lessons: Type.Array(
          Type.Object({ lessonId: Id, day: Day, slot: Type.Integer(), teacher: Type.String(), noTopic: Type.Boolean(), noHomework: Type.Boolean() }),
        ),
      }),
    ),
  }),
  failures: ["access.not_permitted", "control.class_not_found", "timetable.not_a_day"],
});

/** A deputy with the grades in care; null: all of them. */
const Care = Type.Object({ personId: Id, name: Type.String(), grades: OrNull(Type.Array(Type.Integer())), from: Day });

export const careRoute = defineRoute({
  operationId: "gradesInCare",
  summary: "The deputies with the grades in their care, and the grades of the school",
  method: "GET",
  path: "/api/control/care",
  act: "control.care.read",
  response: Type.Object({ deputies: Type.Array(Care), grades: Type.Array(Type.Integer()), maySet: Type.Boolean() }),
  failures: ["access.not_permitted"],
});

export const setCareRoute = defineRoute({
  operationId: "setGradesInCare",
  summary: "Gives a deputy grades in care from today on; none named: all of them",
  method: "PUT",
  path: "/api/control/care/:personId",
  act: "control.care.set",
  params: Type.Object({ personId: Id }),
  body: Type.Object(
    {
      grades: OrNull(Type.Array(Type.Integer({ minimum: 0, maximum: 12 }), { minItems: 1, maxItems: 13, uniqueItems: true })),
      /** What the person saw; another value that stands refuses the change. */
      expected: OrNull(Type.Array(Type.Integer())),
    },
    { additionalProperties: false },
  ),
  response: Care,
  failures: ["access.not_permitted", "control.deputy_not_found", "control.care_changed_meanwhile"],
});
