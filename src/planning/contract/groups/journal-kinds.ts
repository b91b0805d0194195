import Type from "typebox";
import { Day } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import { JOURNAL_KINDS, PAPER_MODES } from "../../../regulation/rules/journal-kinds.ts";
import type { GROUP_ACTS } from "../../rules/group-acts.ts";

const defineRoute = routesOf<keyof typeof GROUP_ACTS>();

const Uses = {
  marks: Type.Boolean(),
  attendance: Type.Boolean(),
  homework: Type.Boolean(),
  topics: Type.Boolean(),
  paper: Type.Enum(PAPER_MODES),
};

export const KindLine = Type.Object({ kind: Type.Enum(JOURNAL_KINDS), ...Uses, act: Type.String(), clause: Type.String(), from: Day, pages: Type.Integer() });

export const journalKindsRoute = defineRoute({
  operationId: "journalKinds",
  summary: "What every kind of journal uses today and how it is printed, with the act that says so",
  method: "GET",
  path: "/api/journal-kinds",
  act: "planning.group.read",
  response: Type.Object({ mayChange: Type.Boolean(), kinds: Type.Array(KindLine) }),
  failures: ["access.not_permitted"],
});

export const setJournalKindRoute = defineRoute({
  operationId: "setJournalKind",
  summary: "Sets from today on what a kind of journal uses and how it is printed",
  method: "PUT",
  path: "/api/journal-kinds/:kind",
  act: "planning.kind.set",
  params: Type.Object({ kind: Type.Enum(JOURNAL_KINDS) }),
  body: Type.Object(Uses, { additionalProperties: false }),
  response: Type.Object({ kind: Type.Enum(JOURNAL_KINDS), ...Uses }),
  failures: ["access.not_permitted"],
});
