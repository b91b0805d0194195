import type { Route } from "../../src/foundation/route.ts";
import type { MadeSchool } from "../builders/school.ts";

export const WHO = [
  "director",
  "deputy",
  "admin",
  "secretary",
  "homeroom",
  "teacher",
  "secondTeacher",
  "guardian",
  "otherGuardian",
  "pupil",
  "otherPupil",
] as const;
export type Who = (typeof WHO)[number];
export const everyone = [...WHO];

/** What a person of each role may do to the first pupil's lesson on the first teacher's page. `rows`: ids of one school, so a stranger must find nothing. */
export type Case = { route: Route; may: readonly Who[]; input?: (s: MadeSchool, n: number) => object; rows: boolean };

export const lessonOf = (s: MadeSchool) => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId });
