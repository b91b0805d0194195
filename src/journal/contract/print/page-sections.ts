import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PRINT_ACTS } from "../../rules/print-acts.ts";

const defineRoute = routesOf<keyof typeof PRINT_ACTS>();

export const SECTIONS = ["regime", "health"] as const;
const Section = Type.Enum(SECTIONS);

export const pageSectionsRoute = defineRoute({
  operationId: "pageSections",
  summary: "What the journal of a group keeps beside its grid: regime, health, leaders, hours of a day",
  method: "GET",
  path: "/api/journal/pages/:pageId/sections",
  act: "journal.section.read",
  params: Type.Object({ pageId: Id }),
  response: Type.Object({
    /** Written sections: the regime of a term, the health of a pupil. */
    sections: Type.Array(Type.Object({ section: Section, about: Type.Integer(), text: Type.String(), version: Version })),
    /** Educators of the group, and leaders of clubs that its pupils go to. */
    leaders: Type.Array(Type.Object({ name: Type.String(), what: Type.String(), from: Day, own: Type.Boolean() })),
    /** Hours of one entry: the week's load by the days of the week. */
    hoursOfDay: Type.Number(),
    mayWrite: Type.Boolean(),
  }),
  failures: ["journal.page_not_found", "access.not_permitted"],
});

export const setPageSectionRoute = defineRoute({
  operationId: "setPageSection",
  summary: "Writes a section of a group's journal over the version seen",
  method: "PUT",
  path: "/api/journal/pages/:pageId/sections/:section/:about",
  act: "journal.section.set",
  params: Type.Object({ pageId: Id, section: Section, about: Type.Integer({ minimum: 1 }) }),
  body: Type.Object({ text: Type.String({ maxLength: 4000 }), expectedVersion: Version }, { additionalProperties: false }),
  response: Type.Object({ text: Type.String(), version: Version }),
  failures: ["journal.page_not_found", "access.not_permitted", "journal.section_changed_meanwhile"],
});

export const printListRoute = defineRoute({
  operationId: "printList",
  summary: "The pages of the year that are printed at its end, by the paper mode of their kind, and whether they were",
  method: "GET",
  path: "/api/journal/prints",
  act: "journal.print.list",
  response: Type.Object({
    mayMark: Type.Boolean(),
    pages: Type.Array(
      Type.Object({ pageId: Id, groupName: Type.String(), subject: Type.String(), printedAt: Type.Union([Type.String({ format: "date-time" }), Type.Null()]) }),
    ),
  }),
  failures: ["access.not_permitted"],
});

export const setPrintedRoute = defineRoute({
  operationId: "setPrinted",
  summary: "Notes that a page was printed for the year",
  method: "PUT",
  path: "/api/journal/prints/:pageId",
  act: "journal.print.set",
  params: Type.Object({ pageId: Id }),
  response: Type.Object({ pageId: Id, printedAt: Type.String({ format: "date-time" }) }),
  failures: ["journal.page_not_found", "access.not_permitted", "journal.page_not_printed"],
});
