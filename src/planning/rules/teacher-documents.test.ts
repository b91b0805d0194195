import { expect, test } from "vitest";
import { documentsOf } from "./teacher-documents.ts";

const lesson = { pageId: 1, kind: "class", hasProgramme: true } as const;
const course = { pageId: 2, kind: "extracurricular", hasProgramme: false } as const;

test("a teacher keeps the journal of lessons and that of courses apart, a homeroom teacher the plan of the class, who teaches nothing keeps nothing", () => {
  expect(documentsOf([lesson, course], true)).toEqual([
    { document: "programme", pages: [1, 2], missing: [2] },
    { document: "journal", pages: [1], missing: [] },
    { document: "extracurricular_journal", pages: [2], missing: [] },
    { document: "upbringing_plan", pages: [], missing: [] },
    { document: "characteristic", pages: [], missing: [] },
  ]);
  expect(documentsOf([lesson], false).map((d) => d.document)).toEqual(["programme", "journal", "characteristic"]);
  expect(documentsOf([], true).map((d) => d.document)).toEqual(["upbringing_plan", "characteristic"]);
  expect(documentsOf([], false)).toEqual([]);
});
