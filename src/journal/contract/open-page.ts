import Type from "typebox";
import { Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

export const openPageRoute = defineRoute({
  operationId: "openPage",
  summary: "Says that a person opened a page of the journal: kept for the report on access",
  method: "POST",
  path: "/api/journal/pages/:pageId/opened",
  act: "journal.page.read",
  params: Type.Object({ pageId: Id }),
  response: Type.Object({}),
  failures: ["journal.page_not_found", "access.not_permitted"],
});
