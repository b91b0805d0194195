import type { Table, TableRow } from "../../foundation/files/table-file.ts";
import { FILE_NAMES, TITLES } from "./people-file.ru.ts";
import type { Field, PeopleKind, PeopleRefusal } from "./people-record.ts";
import { spaced } from "./person-name.ts";

const NAME_FIELDS: Field[] = ["fullName", "surname", "givenName", "patronymic"];
const FIELDS: Record<PeopleKind, Field[]> = {
  pupils: [...NAME_FIELDS, "birthOn", "className", "personalNo", "phone", "groups"],
  guardians: [...NAME_FIELDS, "phone", "relation", "child", "childClass", "childNo"],
  staff: [...NAME_FIELDS, "birthOn", "personnelNo", "phone", "position", "roles", "subjects", "homeroomOf"],
};

/** Of each group one set of columns must stand whole. */
const REQUIRED: Record<PeopleKind, Field[][][]> = {
  pupils: [[["surname", "givenName"], ["fullName"]], [["className"]]],
  guardians: [
    [["surname", "givenName"], ["fullName"]],
    [["child", "childClass"], ["childNo"]],
  ],
  staff: [[["surname", "givenName"], ["fullName"]]],
};

/** The cell of a field in a row, single-spaced; empty when the file has no such column. */
export type CellOf = (row: TableRow, field: Field) => string;

export type Columns = { cell: CellOf; unused: string[] };

/** Which of the files a name means, whatever its folder, case and ending; null for any other file. */
export function peopleKindOf(fileName: string): PeopleKind | null {
  const name = (fileName.split(/[\\/]/).at(-1) ?? "").normalize("NFC").toLowerCase();
  const stem = /^(.*)\.(?:csv|tsv|txt)$/.exec(name)?.[1];
  const kinds = Object.keys(FILE_NAMES) as PeopleKind[];
  return kinds.find((kind) => stem !== undefined && FILE_NAMES[kind].includes(stem.trim())) ?? null;
}

/** Finds the columns by their titles, or says which is missing or stands twice. */
export function columnsOf(file: PeopleKind, table: Table): Columns | PeopleRefusal {
  const titleOf = new Map<Field, string>();
  const unused: string[] = [];
  for (const title of table.header) {
    const field = FIELDS[file].find((each) => TITLES[each].includes(title));
    if (!field) {
      if (!title.startsWith("#")) unused.push(title);
      continue;
    }
    const first = titleOf.get(field);
    if (first !== undefined) return { code: "people.file_column_twice", facts: { file, columns: [first, title] } };
    titleOf.set(field, title);
  }
  for (const ways of REQUIRED[file]) {
    if (ways.some((way) => way.every((field) => titleOf.has(field)))) continue;
    const nearest = ways.find((way) => way.some((field) => titleOf.has(field))) ?? ways[0]!;
    return { code: "people.file_column_missing", facts: { file, field: nearest.find((field) => !titleOf.has(field))! } };
  }
  return { unused, cell: (row, field) => spaced(row.cells[titleOf.get(field) ?? ""] ?? "") };
}
