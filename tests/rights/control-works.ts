import { controlWorksRoute, pageForWorkRoute, planControlWorkRoute, publishControlWorksRoute } from "../../src/planning/contract/control-works.ts";
import type { Case } from "./case.ts";

/** A lesson takes one work. */
let planned = 60;

export const CONTROL_WORK_CASES: readonly Case[] = [
  { route: controlWorksRoute, may: ["director", "deputy", "admin", "homeroom", "teacher", "secondTeacher"], rows: false },
  { route: pageForWorkRoute, may: ["deputy", "teacher"], rows: true, input: (s) => ({ params: { pageId: s.page.pageId } }) },
  {
    route: planControlWorkRoute,
    may: ["deputy", "teacher"],
    rows: true,
    input: (s) => ({
      body: { pageId: s.page.pageId, lessonId: s.page.lessons[++planned]!.lessonId, workType: 5, minutes: 45, lessons: 1, wholeClass: true, title: "" },
    }),
  },
  { route: publishControlWorksRoute, may: ["deputy", "admin"], rows: false, input: () => ({ body: { isPublic: true } }) },
];
