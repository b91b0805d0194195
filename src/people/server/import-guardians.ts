import { grantRoles } from "../../access/server/door.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { ImportedRow, SchoolRejection } from "../rules/import-report.ts";
import { childMeant } from "../rules/known-people.ts";
import type { ChildRef, GuardianRecord } from "../rules/people-record.ts";
import { samePhone } from "../rules/people-rows.ts";
import { nameKey } from "../rules/person-name.ts";
import { addGuardians } from "./add-people.ts";
import { guardiansForImport, type KnownGuardian, type KnownPupil } from "./import-people-queries.ts";

type Ground = { known: readonly KnownPupil[]; pupilOfLine: ReadonlyMap<number, number | null>; from: LocalDate; today: LocalDate };
type Child = { line: number; pupilId: number; relation: string };

/** Adds guardians and ties them to their children; a guardian none of whose children is clear is not added. */
export async function bringGuardians(tx: Transaction, schoolId: number, records: readonly GuardianRecord[], ground: Ground): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  const standing = records.length > 0 ? await guardiansForImport(tx, schoolId, ground.today) : [];
  const coming = records.flatMap((record) => {
    const children = record.children.flatMap((ref): Child[] => {
      const pupil = pupilOf(ref, ground);
      if (typeof pupil === "number") return [{ line: ref.line, pupilId: pupil, relation: ref.relation }];
      rows.push({ file: "guardians", line: ref.line, outcome: "rejected", ...pupil });
      return [];
    });
    return children.length > 0 ? [{ record, children, known: guardianMeant(record, children, standing) }] : [];
  });
  const added = await addGuardians(
    tx,
    schoolId,
    coming.map(({ record: { surname, givenName, patronymic, phone }, children, known }) => ({
      surname,
      givenName,
      patronymic: patronymic ?? "",
      phone: phone ?? "",
      from: ground.from,
      knownAs: known?.personId ?? null,
      children,
    })),
  );
  for (const { children, known } of coming) {
    for (const { line, pupilId } of children) {
      rows.push({ file: "guardians", line, outcome: known === undefined ? "created" : known.children.includes(pupilId) ? "known" : "changed" });
    }
  }
  await grantRoles(
    tx,
    schoolId,
    added.map(({ personId }) => ({ personId, role: "guardian", from: ground.from })),
  );
  return rows;
}

function pupilOf(ref: ChildRef, { known, pupilOfLine }: Ground): number | SchoolRejection {
  if (ref.by === "row") return pupilOfLine.get(ref.pupilLine) ?? { code: "people.child_rejected", facts: {} };
  const meant = childMeant(ref, known);
  return "code" in meant ? meant : meant.personId;
}

/** Only an equal phone, or a child the guardian has already, makes a namesake the same person. */
function guardianMeant(record: GuardianRecord, children: readonly Child[], standing: readonly KnownGuardian[]): KnownGuardian | undefined {
  const namesakes = standing.filter((each) => nameKey(each) === nameKey(record));
  const phonesAgree = (each: KnownGuardian) => each.phone === "" || record.phone === null || samePhone(each.phone, record.phone);
  return (
    namesakes.find((each) => samePhone(each.phone, record.phone)) ??
    namesakes.find((each) => phonesAgree(each) && children.some((child) => each.children.includes(child.pupilId)))
  );
}
