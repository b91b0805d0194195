import { addWorkTypeRoute, changeWorkTypeRoute, workTypesRoute } from "../../src/journal/contract/work-types.ts";
import type { Case } from "./case.ts";

/** Every work type added has a name and a sign of its own. */
let added = 0;
const asked = () => ({ name: `Работа ${++added}`, code: `р${added}`, weight: 1, form: "written" });

export const WORK_CASES: readonly Case[] = [
  { route: workTypesRoute, may: ["director", "deputy", "admin"], rows: false },
  { route: addWorkTypeRoute, may: ["deputy", "admin"], rows: false, input: () => ({ body: asked() }) },
  {
    route: changeWorkTypeRoute,
    may: ["deputy", "admin"],
    rows: false,
    input: () => ({ params: { workType: 3 }, body: { name: "Самостоятельная", code: "См", weight: 1, form: "written", closed: false, expectedVersion: 1 } }),
  },
];
