export { assignLoad } from "./assign-load.ts";
export type { NewLoad } from "./assign-load.ts";
export { enrolledSql, lessonFactsSql } from "./lesson-facts.ts";
