import Type from "typebox";
import { Day } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";
import { DayLesson } from "./journal-page.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

export const nearDaysRoute = defineRoute({
  operationId: "nearDays",
  summary: "The person's lessons of the school day before, of today and of the next two school days: what a device keeps for work without network",
  method: "GET",
  path: "/api/journal/near-days",
  act: "journal.page.list",
  response: Type.Object({ today: Day, days: Type.Array(Type.Object({ day: Day, lessons: Type.Array(DayLesson) })) }),
  failures: ["access.not_permitted"],
});
