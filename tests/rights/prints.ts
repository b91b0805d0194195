import { pageSectionsRoute, printListRoute, setPageSectionRoute, setPrintedRoute } from "../../src/journal/contract/print/page-sections.ts";
import type { Case } from "./case.ts";

/** Sections of a page and the year-end print. */
export const PRINT_CASES: readonly Case[] = [
  { route: pageSectionsRoute, may: ["director", "deputy", "admin", "homeroom", "teacher"], rows: true, input: (s) => ({ params: { pageId: s.page.pageId } }) },
  {
    route: setPageSectionRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { pageId: s.page.pageId, section: "regime", about: 1 }, body: { text: "обед", expectedVersion: n } }),
  },
  { route: printListRoute, may: ["director", "deputy", "admin"], rows: false },
  { route: setPrintedRoute, may: ["deputy", "admin"], rows: true, input: (s) => ({ params: { pageId: s.page.pageId } }) },
];
