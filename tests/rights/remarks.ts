import {
  acceptRemarkRoute,
  fixRemarkRoute,
  myRemarksRoute,
  pageRemarksRoute,
  remarkRoute,
  remarksRoute,
  returnRemarkRoute,
  setRemarkRoute,
} from "../../src/control/contract/remarks/remarks.ts";
import { lessonOf } from "./case.ts";
import type { Case } from "./case.ts";

/** Remarks in the order of their life: the first two are given by the first case, fixed, accepted and asked to be returned by those after it. */
export const REMARK_CASES: readonly Case[] = [
  { route: setRemarkRoute, may: ["director", "deputy"], rows: true, input: (s) => ({ body: { ...lessonOf(s), text: "Нет темы урока" } }) },
  { route: myRemarksRoute, may: ["teacher", "secondTeacher"], rows: false },
  { route: remarksRoute, may: ["director", "deputy", "admin"], rows: false },
  {
    route: pageRemarksRoute,
    may: ["director", "deputy", "admin", "homeroom", "teacher"],
    rows: true,
    input: (s) => ({ params: { pageId: s.page.pageId } }),
  },
  { route: remarkRoute, may: ["director", "deputy", "admin", "teacher"], rows: true, input: () => ({ params: { remarkId: 1 } }) },
  {
    route: returnRemarkRoute,
    may: ["director", "deputy"],
    rows: true,
    input: () => ({ params: { remarkId: 2 }, body: { comment: "Не всё", expectedVersion: 1 } }),
  },
  { route: fixRemarkRoute, may: ["teacher"], rows: true, input: () => ({ params: { remarkId: 1 }, body: { note: "Записано", expectedVersion: 1 } }) },
  { route: acceptRemarkRoute, may: ["director", "deputy"], rows: true, input: () => ({ params: { remarkId: 1 }, body: { expectedVersion: 2 } }) },
];
