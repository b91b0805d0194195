import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { BroughtMark } from "../journal-page.ts";

const defineRoute = routesOf<keyof typeof PERIOD_ACTS>();
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const RecordMark = Type.Object({ day: Day, mark: Type.String(), work: Type.String(), weight: Type.Integer(), topic: orNull(Type.String()) });

/** A subject of a year in a pupil's record: every mark by its day, marks of periods, marks brought along. */
export const RecordPage = Type.Object({
  pageId: Id,
  year: Type.Integer(),
  groupName: Type.String(),
  subject: Type.String(),
  terms: Type.Array(Type.Object({ term: Type.Integer(), kind: Type.String(), startsOn: Day, endsOn: Day })),
  periods: Type.Array(Type.Object({ term: Type.Integer(), mark: Type.String() })),
  marks: Type.Array(RecordMark),
  missed: Type.Integer({ description: "lessons missed in the year" }),
  brought: Type.Array(Type.Omit(BroughtMark, ["pupil"])),
  /** Whether the person may enter marks brought from another school here. */
  mayBring: Type.Boolean(),
});

export const pupilRecordRoute = defineRoute({
  operationId: "pupilRecord",
  summary: "All marks of a pupil in all subjects of all years that the journal is kept",
  method: "GET",
  path: "/api/journal/pupils/:pupilId/record",
  act: "journal.pupil.read",
  params: Type.Object({ pupilId: Id }),
  response: Type.Object({
    pupil: Type.Object({ pupilId: Id, name: Type.String(), className: orNull(Type.String()) }),
    today: Day,
    periodScale: Type.Array(Type.String()),
    currentScale: Type.Array(Type.String()),
    pages: Type.Array(RecordPage),
  }),
  failures: ["journal.pupil_not_found", "access.not_permitted"],
});

export const setBroughtMarkRoute = defineRoute({
  operationId: "setBroughtMark",
  summary: "Enters, changes or takes back a mark that a pupil brought from another school; no 0 is a new one",
  method: "PUT",
  path: "/api/journal/pages/:pageId/pupils/:pupilId/brought/:no",
  act: "journal.brought.set",
  params: Type.Object({ pageId: Id, pupilId: Id, no: Type.Integer({ minimum: 0, maximum: 1000 }) }),
  body: Type.Object(
    {
      day: Day,
      mark: orNull(Type.String({ minLength: 1, maxLength: 8 })),
      weight: Type.Integer({ minimum: 1, maximum: 10 }),
      counts: Type.Boolean(),
      source: Type.String({ maxLength: 200 }),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ no: Type.Integer(), version: Version }),
  failures: [
    "journal.page_not_found",
    "access.not_permitted",
    "journal.not_a_day",
    "journal.day_outside_terms",
    "journal.brought_without_source",
    "journal.mark_not_in_scale",
    "people.pupil_not_in_group",
    "planning.term_closed",
    "journal.result_changed_meanwhile",
  ],
});
