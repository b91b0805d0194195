import type { FetFile } from "./fet-file.ts";

/** The smallest sets of pupils the file tells apart. A set without parts is an atom itself. */
export type Atoms = ReadonlySet<string>;

export type PupilSet = {
  name: string;
  kind: "year" | "group" | "subgroup";
  pupils: number;
  atoms: Atoms;
  /** The year it was first named in. */
  year: string;
  /** Made by FET for its own counting, never named by a person. */
  automatic: boolean;
};

/** FET's own parts for a set that a person did not divide. */
const AUTOMATIC = / Automatic (?:Subgroup|Group)$/;

/**
 * Every named set of the file with its atoms, in the order of the file. As in FET, a year is the union of
 * its groups, a group the union of its subgroups, and one name is one set wherever it stands.
 */
export function pupilSetsOf(years: FetFile["years"]): Map<string, PupilSet> {
  const sets = new Map<string, PupilSet & { atoms: Set<string> }>();
  const add = (kind: PupilSet["kind"], named: { name: string; pupils: number }, year: string, parts: ReadonlySet<string>[]) => {
    const atoms = parts.length > 0 ? parts.flatMap((part) => [...part]) : [named.name];
    const known = sets.get(named.name);
    if (known && parts.length > 0) known.atoms.delete(named.name);
    const set = known ?? { ...named, kind, year, atoms: new Set(), automatic: AUTOMATIC.test(named.name) };
    if (!known || parts.length > 0) for (const atom of atoms) set.atoms.add(atom);
    set.pupils = Math.max(set.pupils, named.pupils);
    sets.set(named.name, set);
    return set.atoms;
  };
  // twice: a set listed without parts in one year may be divided in a later one
  for (let round = 0; round < 2; round++) {
    for (const year of years) {
      const groups = year.groups.map((group) =>
        add(
          "group",
          group,
          year.name,
          group.subgroups.map((part) => add("subgroup", part, year.name, [])),
        ),
      );
      add("year", year, year.name, groups);
    }
  }
  return sets;
}

export const covers = (whole: Atoms, part: Atoms) => [...part].every((atom) => whole.has(atom));
export const overlaps = (a: Atoms, b: Atoms) => [...a].some((atom) => b.has(atom));
export const atomsKey = (atoms: Atoms) => [...atoms].sort().join("\u0000");
