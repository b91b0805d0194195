import type { LocalDate } from "../../foundation/day.ts";
import { headerKey } from "../../foundation/files/header-key.ts";
import type { TableRow } from "../../foundation/files/table-file.ts";
import { birthDate } from "./birth-date.ts";
import type { CellOf } from "./people-columns.ts";
import { ROLE_WORDS } from "./people-file.ru.ts";
import type { ChildRef, Known, PeopleFile, PersonName, RowRejection, StaffRole } from "./people-record.ts";
import { classKey, nameKey, nameOf } from "./person-name.ts";

/** One file being read: where records go, and at which line each key was first seen. */
export type Reading = { people: PeopleFile; known: Known; cell: CellOf; firstLines: Map<string, number> };

const LONGEST_NAME = 100;

export function pupilRow(reading: Reading, row: TableRow): RowRejection | null {
  const { cell, people, known } = reading;
  const name = personName(reading, row);
  if ("code" in name) return name;
  const birthOn = birthOf(reading, row);
  if (birthOn !== null && typeof birthOn === "object") return birthOn;
  const className = cell(row, "className");
  if (className === "") return { code: "people.class_missing", facts: {} };
  if (known.hasClass && !known.hasClass(className)) return { code: "people.class_unknown", facts: { className } };
  const personalNo = cell(row, "personalNo") || null;
  const repeated = repetition(reading, row.line, `${nameKey(name)} ${birthOn ?? classKey(className)}`, personalNo);
  if (repeated) return repeated;
  people.pupils.push({
    line: row.line,
    ...name,
    birthOn,
    className,
    personalNo,
    phone: cell(row, "phone") || null,
    groups: [...new Set(listed(cell(row, "groups")))],
  });
  return null;
}

export function guardianRow(reading: Reading, row: TableRow): RowRejection | null {
  const { cell, people, firstLines } = reading;
  const name = personName(reading, row);
  if ("code" in name) return name;
  const child = childOf(reading, row);
  if ("code" in child) return child;
  const phone = cell(row, "phone") || null;
  const same = people.guardians.find((each) => nameKey(each) === nameKey(name) && samePhone(each.phone, phone));
  const { line: _, relation: __, ...target } = child;
  const key = `${same?.lines[0] ?? row.line} ${JSON.stringify(target)}`;
  const firstLine = firstLines.get(key);
  if (firstLine !== undefined) return { code: "people.row_repeated", facts: { firstLine } };
  firstLines.set(key, row.line);
  if (same) {
    same.lines.push(row.line);
    same.children.push(child);
  } else people.guardians.push({ lines: [row.line], ...name, phone, children: [child] });
  return null;
}

export function staffRow(reading: Reading, row: TableRow): RowRejection | null {
  const { cell, people, known } = reading;
  const name = personName(reading, row);
  if ("code" in name) return name;
  const birthOn = birthOf(reading, row);
  if (birthOn !== null && typeof birthOn === "object") return birthOn;
  const roles: StaffRole[] = [];
  for (const word of listed(cell(row, "roles"))) {
    const role = roleOf(word);
    if (!role) return { code: "people.role_unknown", facts: { role: word } };
    if (!roles.includes(role)) roles.push(role);
  }
  const homeroomOf = cell(row, "homeroomOf") || null;
  if (homeroomOf && known.hasClass && !known.hasClass(homeroomOf)) return { code: "people.class_unknown", facts: { className: homeroomOf } };
  const personnelNo = cell(row, "personnelNo") || null;
  const repeated = repetition(reading, row.line, `${nameKey(name)} ${birthOn ?? personnelNo ?? ""}`, personnelNo);
  if (repeated) return repeated;
  const [phone, position, subjects] = [cell(row, "phone") || null, cell(row, "position"), [...new Set(listed(cell(row, "subjects")))]];
  people.staff.push({ line: row.line, ...name, birthOn, personnelNo, phone, position, roles, subjects, homeroomOf });
  return null;
}

function personName({ cell }: Reading, row: TableRow): PersonName | RowRejection {
  const whole = nameOf(cell(row, "fullName"));
  const name = {
    surname: cell(row, "surname") || whole.surname,
    givenName: cell(row, "givenName") || whole.givenName,
    patronymic: cell(row, "patronymic") || whole.patronymic,
  };
  if (name.surname === "") return { code: "people.surname_missing", facts: {} };
  if (name.givenName === "") return { code: "people.given_name_missing", facts: {} };
  const length = Math.max(...[name.surname, name.givenName, name.patronymic ?? ""].map((part) => part.length));
  return length > LONGEST_NAME ? { code: "people.name_too_long", facts: { length } } : name;
}

function birthOf({ cell, known }: Reading, row: TableRow): LocalDate | null | RowRejection {
  const value = cell(row, "birthOn");
  if (value === "") return null;
  const day = birthDate(value);
  if (day === null) return { code: "people.date_wrong", facts: { value } };
  return known.today && day > known.today ? { code: "people.birth_in_future", facts: { value } } : day;
}

/** Two rows with one name and birth date are one person; without a birth date the class or number must tell them apart. */
function repetition({ firstLines }: Reading, line: number, person: string, number: string | null): RowRejection | null {
  const samePerson = firstLines.get(`person ${person}`);
  if (samePerson !== undefined) return { code: "people.row_repeated", facts: { firstLine: samePerson } };
  const sameNumber = number === null ? undefined : firstLines.get(`number ${number}`);
  if (sameNumber !== undefined) return { code: "people.number_repeated", facts: { firstLine: sameNumber } };
  firstLines.set(`person ${person}`, line);
  if (number !== null) firstLines.set(`number ${number}`, line);
  return null;
}

function childOf({ cell, people }: Reading, row: TableRow): ChildRef | RowRejection {
  const common = { line: row.line, relation: cell(row, "relation") };
  const personalNo = cell(row, "childNo");
  if (personalNo !== "") {
    const pupil = people.pupils.find((each) => each.personalNo === personalNo);
    return pupil ? { ...common, by: "row", pupilLine: pupil.line } : { ...common, by: "number", personalNo };
  }
  const name = nameOf(cell(row, "child"));
  if (name.givenName === "") return { code: "people.child_missing", facts: {} };
  const className = cell(row, "childClass");
  if (className === "") return { code: "people.child_class_missing", facts: {} };
  const asked = (each: PersonName) => nameKey(name.patronymic === null ? { ...each, patronymic: null } : each);
  const meant = people.pupils.filter((each) => asked(each) === nameKey(name) && classKey(each.className) === classKey(className));
  if (meant.length > 1) return { code: "people.child_ambiguous", facts: { pupilLines: meant.map((each) => each.line) } };
  return meant[0] ? { ...common, by: "row", pupilLine: meant[0].line } : { ...common, by: "name", name, className };
}

/** Only an equal phone makes two rows one person: namesakes taken for one would see each other's children. */
export function samePhone(a: string | null, b: string | null): boolean {
  const digits = (phone: string | null) => (phone ?? "").replace(/\D/g, "").slice(-10);
  return digits(a) !== "" && digits(a) === digits(b);
}

const listed = (text: string) =>
  text
    .split(/[,;/]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

function roleOf(word: string): StaffRole | null {
  const key = headerKey(word);
  const roles = Object.keys(ROLE_WORDS) as StaffRole[];
  return roles.find((role) => headerKey(role) === key || ROLE_WORDS[role].includes(key)) ?? null;
}
