import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { PersonName } from "../../people/rules/people-record.ts";
import { nameKey } from "../../people/rules/person-name.ts";
import { mayBeSamePerson, printedName } from "../../people/rules/printed-name.ts";
import { addStaff } from "../../people/server/door.ts";
import type { FetFile } from "../../timetable/rules/fet/fet-file.ts";
import { usualYear } from "../../timetable/rules/usual-year.ts";
import { addRooms, setBells, setYear } from "../../timetable/server/door.ts";
import { bellsOf } from "../rules/fet-bells.ts";
import { BELLS_OF_FET } from "../rules/fet-words.ru.ts";
import { staffOfSchool, standingYear, type StandingYear } from "./import-fet-queries.ts";

/** The year of the school as it stands, else a usual one; its week is as long as the file needs. */
export async function placeYear(
  tx: Transaction,
  schoolId: number,
  year: number,
  country: string,
  weekdays: readonly (number | null)[],
): Promise<StandingYear & { created: boolean }> {
  const standing = await standingYear(tx, schoolId, year);
  if (standing) return { ...standing, created: false };
  const daysPerWeek = Math.max(5, ...weekdays.map((weekday) => weekday ?? 0));
  const made = usualYear(year, country, daysPerWeek);
  await setYear(tx, schoolId, made);
  return { startsOn: made.startsOn, daysPerWeek, grades: made.terms.flatMap((term) => term.gradeLevels), created: true };
}

/** The file's teachers as staff, by the name the file has. Who can only be one person of the school already is that person. */
export async function placeTeachers(
  tx: Transaction,
  schoolId: number,
  names: readonly string[],
  from: LocalDate,
): Promise<{ ids: Map<string, number>; created: number }> {
  const staff = await staffOfSchool(tx, schoolId);
  const printed = distinctNames(names);
  const ids = new Map<string, number>();
  const missing: string[] = [];
  for (const name of names) {
    const own = printed.get(name)!;
    const meant = staff.filter((each) => mayBeSamePerson(own, each));
    const rivals = [...printed.values()].filter((each) => meant[0] && mayBeSamePerson(each, meant[0]));
    if (meant.length === 1 && rivals.length === 1) ids.set(name, meant[0]!.personId);
    else missing.push(name);
  }
  const added = await addStaff(
    tx,
    schoolId,
    missing.map((name) => ({ ...printed.get(name)!, patronymic: printed.get(name)!.patronymic ?? "", from, knownAs: null })),
  );
  missing.forEach((name, i) => ids.set(name, added[i]!.personId));
  return { ids, created: missing.length };
}

/** Two teachers of the file never become one person: when their names would be split alike, the later stays unsplit. */
function distinctNames(names: readonly string[]): Map<string, PersonName> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const split = printedName(name);
      const own = taken.has(nameKey(split)) ? { surname: name, givenName: "", patronymic: null } : split;
      taken.add(nameKey(own));
      return [name, own];
    }),
  );
}

/** Rooms of the file that exist, and its hours as the usual bells of the first shift. */
export async function placeRoomsAndBells(tx: Transaction, schoolId: number, file: FetFile): Promise<{ roomIds: Map<string, number>; bellsFromFile: boolean }> {
  const rooms = file.rooms.filter((room) => !room.virtual);
  const ids = await addRooms(
    tx,
    schoolId,
    rooms.map(({ name, capacity }) => ({ name, capacity })),
  );
  const { bells, fromFile } = bellsOf(file.hours);
  await setBells(tx, schoolId, [{ name: BELLS_OF_FET, isUsual: true, slots: bells.map((bell) => ({ ...bell, shift: 1 })) }]);
  return { roomIds: new Map(rooms.map(({ name }, i) => [name, ids[i]!])), bellsFromFile: fromFile };
}
