/** The order of the house. An area may use only areas that stand before it. */
export const AREAS = [
  "regulation",
  "access",
  "people",
  "timetable",
  "planning",
  "attendance",
  "journal",
  "diary",
  "messaging",
  "control",
  "reports",
  "archive",
  "service",
  "learning",
  "documents",
] as const;

/** The floors of an area, and what each may use of the same area. */
export const FLOORS: Record<string, readonly string[]> = {
  rules: ["rules"],
  contract: ["rules", "contract"],
  server: ["rules", "contract", "server"],
  web: ["rules", "contract", "web"],
};

/** What an area may use of an earlier area. On the server only its door; on the web only its door. */
export const ACROSS: Record<string, readonly RegExp[]> = {
  rules: [/^rules\//],
  contract: [/^rules\//, /^contract\//],
  server: [/^rules\//, /^contract\//, /^server\/door\.ts$/],
  web: [/^rules\//, /^contract\//, /^web\/door\.tsx?$/, /^web\/\w+\.ru\.ts$/],
};
