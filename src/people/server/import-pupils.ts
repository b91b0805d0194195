import { grantRoles } from "../../access/server/door.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { ImportedRow } from "../rules/import-report.ts";
import { pupilMeant } from "../rules/known-people.ts";
import type { PupilRecord } from "../rules/people-record.ts";
import { classKey } from "../rules/person-name.ts";
import { addPupils } from "./add-people.ts";
import { enrol } from "./enrol.ts";
import type { KnownClass, KnownPupil } from "./import-people-queries.ts";

type Ground = { known: readonly KnownPupil[]; classes: ReadonlyMap<string, KnownClass>; from: LocalDate };

/** Adds the pupils that the school does not know and puts all of them into their classes. Answers who each line became. */
export async function bringPupils(
  tx: Transaction,
  schoolId: number,
  records: readonly PupilRecord[],
  { known, classes, from }: Ground,
): Promise<{ rows: ImportedRow[]; personOfLine: Map<number, number | null> }> {
  const rows: ImportedRow[] = [];
  const personOfLine = new Map<number, number | null>();
  const coming: { record: PupilRecord; knownAs: number | null; enrolled: boolean }[] = [];
  for (const record of records) {
    const meant = pupilMeant(record, known);
    if (meant && "code" in meant) {
      rows.push({ file: "pupils", line: record.line, outcome: "rejected", ...meant });
      personOfLine.set(record.line, null);
    } else coming.push({ record, knownAs: meant?.personId ?? null, enrolled: meant !== null && meant.className !== null });
  }
  const added = await addPupils(
    tx,
    schoolId,
    coming.map(({ record: { surname, givenName, patronymic, birthOn, phone, personalNo }, knownAs }) => ({
      surname,
      givenName,
      birthOn,
      knownAs,
      admittedOn: from,
      patronymic: patronymic ?? "",
      phone: phone ?? "",
      personalNo: personalNo ?? "",
    })),
  );
  coming.forEach(({ record, knownAs, enrolled }, i) => {
    personOfLine.set(record.line, added[i]!.personId);
    rows.push({ file: "pupils", line: record.line, outcome: knownAs === null ? "created" : enrolled ? "known" : "changed" });
  });
  const entering = coming.flatMap(({ record, enrolled }, i) =>
    enrolled ? [] : [{ groupId: classes.get(classKey(record.className))!.groupId, pupilId: added[i]!.personId, from }],
  );
  await enrol(tx, schoolId, entering);
  await grantRoles(
    tx,
    schoolId,
    added.map(({ personId }) => ({ personId, role: "pupil", from })),
  );
  return { rows, personOfLine };
}
