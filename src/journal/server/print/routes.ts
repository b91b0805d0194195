import { bind } from "../../../foundation/serve.ts";
import type { Bound } from "../../../foundation/serve.ts";
import { pageSectionsRoute, printListRoute, setPageSectionRoute, setPrintedRoute } from "../../contract/print/page-sections.ts";
import { pageSections, setPageSection } from "./page-sections.ts";
import { printList, setPrinted } from "./year-print.ts";

export const PRINT_ROUTES: readonly Bound[] = [
  bind(pageSectionsRoute, pageSections),
  bind(setPageSectionRoute, setPageSection),
  bind(printListRoute, printList),
  bind(setPrintedRoute, setPrinted),
];
