import { grantRoles } from "../../access/server/door.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { ImportedRow, SchoolRejection } from "../rules/import-report.ts";
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
  const coming: { record: PupilRecord; knownAs: number | null; entering: number[] }[] = [];
  for (const record of records) {
    const meant = pupilMeant(record, known);
    const groups = groupsOf(record, classes.get(classKey(record.className))!);
    const refusal = meant && "code" in meant ? meant : "code" in groups ? groups : null;
    if (refusal) {
      rows.push({ file: "pupils", line: record.line, outcome: "rejected", ...refusal });
      personOfLine.set(record.line, null);
    } else {
      const own = known.find((each) => each === meant);
      const entering = (groups as number[]).filter((groupId) => !own?.groupIds.includes(groupId));
      coming.push({ record, knownAs: own?.personId ?? null, entering });
    }
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
  coming.forEach(({ record, knownAs, entering }, i) => {
    personOfLine.set(record.line, added[i]!.personId);
    rows.push({ file: "pupils", line: record.line, outcome: knownAs === null ? "created" : entering.length === 0 ? "known" : "changed" });
  });
  await enrol(
    tx,
    schoolId,
    coming.flatMap(({ entering }, i) => entering.map((groupId) => ({ groupId, pupilId: added[i]!.personId, from }))),
  );
  await grantRoles(
    tx,
    schoolId,
    added.map(({ personId }) => ({ personId, role: "pupil", from })),
  );
  return { rows, personOfLine };
}

/** The class of a row and the groups it names; a group may be named without the class it is a part of. */
function groupsOf({ className, groups }: PupilRecord, own: KnownClass): number[] | SchoolRejection {
  const ids = [own.groupId];
  for (const group of groups) {
    const keys = [classKey(group), classKey(own.name + group)];
    const found = own.groups.find((each) => keys.includes(classKey(each.name)));
    if (!found) return { code: "people.group_unknown", facts: { group, className } };
    ids.push(found.groupId);
  }
  return ids;
}
