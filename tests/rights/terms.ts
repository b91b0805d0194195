import { closeTermRoute, orderAttestationRoute, reopenTermRoute } from "../../src/planning/contract/terms/close-term.ts";
import type { Case } from "./case.ts";

/** Closing of terms and the director's order. The cases close a page that no other case writes to. */
export const TERM_CASES: readonly Case[] = [
  {
    route: closeTermRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => ({ params: { year: s.year, term: 1 }, body: { pageId: s.subgroupPage.pageId } }),
  },
  {
    route: reopenTermRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => ({ params: { pageId: s.subgroupPage.pageId, term: 1 }, body: { through: s.today, reason: "Ошибка в отметке", expectedVersion: 1 } }),
  },
  {
    route: orderAttestationRoute,
    may: ["director", "deputy"],
    rows: false,
    input: (s) => ({
      params: { year: s.year, gradeLevel: 6, term: 1 },
      body: { dueOn: `${s.year}-10-24`, orderRef: "№ 214 от 20.10.2026", expectedVersion: 0 },
    }),
  },
];
