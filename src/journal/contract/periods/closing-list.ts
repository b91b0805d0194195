import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PERIOD_ACTS } from "../../rules/period-acts.ts";

const defineRoute = routesOf<keyof typeof PERIOD_ACTS>();
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** How far the marks of a term are on a page, and whether it is closed. */
export const ClosingLine = Type.Object({
  pageId: Id,
  groupName: Type.String(),
  className: Type.String(),
  classId: orNull(Id),
  gradeLevel: Type.Integer(),
  subject: Type.String(),
  teachers: Type.String(),
  pupils: Type.Integer(),
  marked: Type.Integer(),
  late: Type.Integer(),
  /** Closed on a day, opened again through another, with the reason. */
  closing: orNull(Type.Object({ closedOn: Day, openThrough: orNull(Day), reason: orNull(Type.String()), version: Version })),
});

/** A mark of the term that was put without the least number of current marks. */
export const ShortMark = Type.Object({ pageId: Id, pupilId: Id, pupil: Type.String(), mark: Type.String(), offered: orNull(Type.String()), by: Type.String() });

export const closingListRoute = defineRoute({
  operationId: "closingList",
  summary: "Marks of a term over the school: what is not put yet, what is late or stands on too few marks, what is closed",
  method: "GET",
  path: "/api/journal/terms/:kind/:term/closing",
  act: "journal.closing.read",
  params: Type.Object({
    kind: Type.Union([Type.Literal("quarter"), Type.Literal("half_year"), Type.Literal("trimester"), Type.Literal("year")]),
    term: Type.Integer({ minimum: 1, maximum: 20 }),
  }),
  response: Type.Object({
    today: Day,
    year: Type.Integer(),
    /** Terms of the school's grades this year; the year itself stands last. */
    terms: Type.Array(Type.Object({ kind: Type.String(), term: Type.Integer(), startsOn: Day, endsOn: Day })),
    /** Grades that the person may close; null is all of them. */
    care: orNull(Type.Array(Type.Integer())),
    orders: Type.Array(Type.Object({ gradeLevel: Type.Integer(), dueOn: Day, orderRef: Type.String(), version: Version })),
    lines: Type.Array(ClosingLine),
    short: Type.Array(ShortMark),
  }),
  failures: ["access.not_permitted"],
});
