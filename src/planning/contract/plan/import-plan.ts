import Type from "typebox";
import { Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();

/** Endings of the names of files a plan is read from. */
export const PLAN_FILES = [".xlsx", ".csv", ".docx"] as const;
/** What this program holds of a file in memory, bytes; the school's norm is stricter. */
const MOST_BYTES = 16 * 1024 * 1024;

const Title = Type.Optional(Type.String({ maxLength: 300 }));
const Mapping = { order: Title, topic: Title, hours: Title, homework: Title, section: Title, control: Title };

const RowFault = Type.Object({ line: Type.Integer(), code: Type.String(), found: Type.String() });

export const importPlanRoute = defineRoute({
  operationId: "importPlan",
  summary:
    "Reads a lesson plan out of a workbook, a CSV or a document. With `apply` it replaces the page's plan over the version seen, all or nothing; without it only shows what was understood",
  method: "POST",
  path: "/api/plans/:pageId/import",
  act: "planning.plan.set",
  params: Type.Object({ pageId: Id }),
  query: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 255 }),
    apply: Type.Optional(Type.Literal("true")),
    expectedVersion: Version,
    /** `true`: the mapping is the caller's, else it is guessed by the titles or remembered. */
    mapped: Type.Optional(Type.Literal("true")),
    ...Mapping,
  }),
  upload: { endings: PLAN_FILES, most: MOST_BYTES },
  response: Type.Object({
    /** The version written, or the one that stands. */
    version: Version,
    applied: Type.Boolean(),
    titles: Type.Array(Type.String()),
    mapping: Type.Object(Mapping),
    headLine: Type.Integer(),
    lines: Type.Array(
      Type.Object({
        line: Type.Integer(),
        topic: Type.String(),
        hours: Type.Integer(),
        homework: Type.String(),
        section: Type.String(),
        isControl: Type.Boolean(),
      }),
    ),
    faults: Type.Array(RowFault),
  }),
  failures: [
    "access.not_permitted",
    "planning.page_not_found",
    "planning.plan_changed_meanwhile",
    "planning.file_without_table",
    "planning.file_not_readable",
    "planning.file_unpacks_too_large",
    "planning.csv_not_readable",
    "planning.column_missing",
    "planning.topic_column_not_chosen",
    "planning.rows_not_understood",
    "foundation.file_ending",
    "foundation.file_too_large",
  ],
});

export const copyPlanRoute = defineRoute({
  operationId: "copyPlan",
  summary: "Copies the plan of another page, one's own or a colleague's, into a page over the version seen",
  method: "POST",
  path: "/api/plans/:pageId/copy",
  act: "planning.plan.set",
  params: Type.Object({ pageId: Id }),
  body: Type.Object({ fromPageId: Id, expectedVersion: Version }, { additionalProperties: false }),
  response: Type.Object({ version: Version }),
  failures: ["access.not_permitted", "planning.page_not_found", "planning.plan_changed_meanwhile", "planning.plan_to_copy_not_found"],
});
