import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { idsIn, proofsOf, type Report } from "../scripts/requirements/proof.ts";
import { narrowed, readTable } from "../scripts/requirements/table.ts";

const TABLE = `# Requirements

## 10. Marks (MRK)

| ID | Requirement | Check |
|---|---|---|
| MRK-01 | Current marks are of the scale. | 6 is refused. |
| MRK-02 | Period marks have their own scale. | A period takes more. |

## 14. Homework (HW)

| ID | Requirement | Check |
|---|---|---|
| HW-03 | Homework has a term. | See DL-16. |
`;

const run = (...tests: [string, "passed" | "failed" | "skipped"][]): Report => ({
  startTime: 0,
  testResults: [{ assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) }],
});

describe("the table of requirements", () => {
  test("holds the 549 rows in 40 sections", () => {
    const sections = readTable(readFileSync("docs/requirements.md", "utf8"));
    expect(sections).toHaveLength(40);
    expect(sections.flatMap(({ rows }) => rows)).toHaveLength(549);
  });

  test("is read by sections", () => {
    const sections = readTable(TABLE);
    expect(sections.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
      ["10. Marks (MRK)", ["MRK-01", "MRK-02"]],
      ["14. Homework (HW)", ["HW-03"]],
    ]);
    expect(sections[0]?.rows[0]).toEqual({ id: "MRK-01", text: "Current marks are of the scale.", check: "6 is refused." });
  });

  test("does not take a row twice, nor a row without a check", () => {
    expect(() => readTable(`${TABLE}| MRK-01 | Again. | Seen. |\n`)).toThrow("MRK-01 stands twice");
    expect(() => readTable(`${TABLE}| MRK-04 | No check. |\n`)).toThrow("MRK-04 is not whole");
  });

  test("is narrowed to one kind of rows or one section", () => {
    const ids = (name: string) => narrowed(readTable(TABLE), name).flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids("mrk")).toEqual(["MRK-01", "MRK-02"]);
    expect(ids("14")).toEqual(["HW-03"]);
    expect(ids("ABC")).toEqual([]);
  });
});

describe("a name of a test", () => {
  test("carries an ID as a word only", () => {
    expect(idsIn("putting a mark (MRK-01, HW-03) is refused")).toEqual(["MRK-01", "HW-03"]);
    expect(idsIn("XMRK-01 MRK-012 MRK-01-2 a UTF-16 file, SHA-256")).toEqual([]);
    expect(idsIn("MRK-01: MRK-01 again")).toEqual(["MRK-01"]);
  });
});

describe("a row", () => {
  const sections = readTable(TABLE);
  const proofOf = (id: string, report: Report | null) => proofsOf(sections, report).proofs.get(id);

  test("is proven by a test that names it and passed", () => {
    expect(proofOf("MRK-01", run(["marks MRK-01 keep the scale", "passed"]))).toEqual({
      id: "MRK-01",
      proven: true,
      tests: ["marks MRK-01 keep the scale"],
      contradicted: false,
    });
  });

  test("is not proven by a test that was skipped, that failed, or that names another row", () => {
    for (const report of [run(["a MRK-01", "skipped"]), run(["a MRK-01", "failed"]), run(["a MRK-02", "passed"]), null]) {
      expect(proofOf("MRK-01", report)).toMatchObject({ proven: false, tests: [] });
    }
  });

  test("is not proven while one of its tests fails", () => {
    expect(proofOf("MRK-01", run(["a MRK-01", "passed"], ["b MRK-01", "failed"]))).toMatchObject({ proven: false, contradicted: true });
  });

  test("that the table does not know is told with the test that names it", () => {
    expect(proofsOf(sections, run(["a MRK-99", "passed"])).unknown).toEqual([{ id: "MRK-99", test: "a MRK-99" }]);
  });
});
