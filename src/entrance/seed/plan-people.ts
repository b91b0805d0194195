import { plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { NewPerson } from "../../people/server/door.ts";
import { BOYS, GIRLS, MEN, patronymic, PATRONYMICS, SURNAMES, WOMEN, womansSurname } from "./names.ru.ts";
import type { Random } from "./random.ts";
import { FATHER, MOTHER } from "./school-words.ru.ts";

export type PlannedPupil = NewPerson & { birthOn: LocalDate; classNo: number; /** From -2, weak, to 2, strong. */ ability: number };
export type PlannedGuardian = NewPerson & { /** Places in the list of pupils. */ children: { pupil: number; relation: string }[] };

const phone = (random: Random) => `+7978${String(random.int(10_000_000)).padStart(7, "0")}`;

/** A grown person. */
export function adult(random: Random, woman: boolean, surname = random.pick(SURNAMES)): NewPerson & { givenName: string } {
  return {
    surname: woman ? womansSurname(surname) : surname,
    givenName: random.common(woman ? WOMEN : MEN),
    patronymic: patronymic(random.int(PATRONYMICS.length + 3), woman),
    phone: phone(random),
  };
}

/** The birthday of a child of a grade in a school year: seven and some months in the first. */
function birthday(random: Random, year: number, gradeLevel: number): LocalDate {
  return plusDays(`${year - 6 - gradeLevel}-02-01` as LocalDate, random.int(365));
}

type Family = { surname: string; father: number; children: number[]; grades: Set<number> };

/**
 * Pupils class by class and their guardians: about one pupil in five has a brother or sister in another grade,
 * most have both parents on record, some only the mother.
 */
export function planPeople(
  random: Random,
  year: number,
  classes: readonly { gradeLevel: number; pupils: number }[],
): { pupils: PlannedPupil[]; guardians: PlannedGuardian[] } {
  const pupils: PlannedPupil[] = [];
  const families: Family[] = [];
  for (const [classNo, { gradeLevel, pupils: count }] of classes.entries()) {
    for (let i = 0; i < count; i++) {
      const girl = random.chance(0.5);
      const older = random.chance(0.2) ? families[random.int(families.length)] : undefined;
      const family =
        older && older.children.length < 3 && !older.grades.has(gradeLevel)
          ? older
          : { surname: random.pick(SURNAMES), father: random.int(PATRONYMICS.length), children: [], grades: new Set<number>() };
      if (family.children.length === 0) families.push(family);
      family.children.push(pupils.length);
      family.grades.add(gradeLevel);
      pupils.push({
        surname: girl ? womansSurname(family.surname) : family.surname,
        givenName: random.common(girl ? GIRLS : BOYS),
        patronymic: patronymic(family.father, girl),
        birthOn: birthday(random, year, gradeLevel),
        classNo,
        ability: random.bell(),
      });
    }
  }
  const guardians = families.flatMap((family): PlannedGuardian[] => {
    const of = (relation: string) => family.children.map((pupil) => ({ pupil, relation }));
    const mother = { ...adult(random, true, family.surname), children: of(MOTHER) };
    if (!random.chance(0.7)) return [mother];
    const father = { ...adult(random, false, family.surname), givenName: fatherName(family.father, random), children: of(FATHER) };
    return [mother, father];
  });
  return { pupils, guardians };
}

/** The father's given name that the patronymic of the children tells, where the list of names has it. */
function fatherName(n: number, random: Random): string {
  const stem = PATRONYMICS[n]!.slice(0, 4);
  return MEN.find((name) => name.slice(0, 4) === stem) ?? random.common(MEN);
}
