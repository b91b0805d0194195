import { classNameOf } from "./class-name.ts";
import type { FetFile } from "./fet-file.ts";
import { covers, overlaps, pupilSetsOf, type PupilSet } from "./pupil-sets.ts";
import { unitsOf, type Unit } from "./units-of.ts";

export type ClassesBy = "years" | "groups";

export type ClassesDecision = {
  by: ClassesBy;
  /** `activities`: by what they name; `names`: they name both or neither alike; `override`: the operator said so. */
  because: "override" | "no_groups" | "activities" | "names";
  facts: { years: number; groups: number; subgroups: number; hoursNamingYears: number; hoursNamingGroups: number; hoursNamingSubgroups: number };
  classes: FetClass[];
  /** What each accepted activity is for, by its id. */
  units: Map<number, Unit>;
};

export type FetClass = {
  name: string;
  gradeLevel: number | null;
  letter: string;
  pupils: number;
  /** Named groups and subgroups that are a part of this class, never the whole of it. */
  parts: { name: string; kind: "group" | "subgroup"; pupils: number }[];
};

/**
 * Whether the years or the groups of the file are the school's classes. Timetables name classes most,
 * so the level named by more weekly hours wins; a year without groups is a class in either case.
 */
export function classesOf(file: FetFile, override?: ClassesBy): ClassesDecision {
  const sets = pupilSetsOf(file.years);
  const hours = hoursNaming(file);
  const sum = (kind: PupilSet["kind"]) => [...sets.values()].filter((set) => set.kind === kind).reduce((total, set) => total + (hours.get(set.name) ?? 0), 0);
  const count = (kind: PupilSet["kind"]) => [...sets.values()].filter((set) => set.kind === kind).length;
  const facts = {
    years: count("year"),
    groups: count("group"),
    subgroups: count("subgroup"),
    hoursNamingYears: sum("year"),
    hoursNamingGroups: sum("group"),
    hoursNamingSubgroups: sum("subgroup"),
  };
  const { by, because } = decision(facts, sets, override);
  const owners = ownersOf(candidates(file, by, sets), hours);
  const classes = owners.map((owner) => classOf(owner, sets));
  return { by, because, facts, classes, units: unitsOf(file.activities, sets, owners) };
}

function decision(facts: ClassesDecision["facts"], sets: Map<string, PupilSet>, override?: ClassesBy): Pick<ClassesDecision, "by" | "because"> {
  if (override) return { by: override, because: "override" };
  if (facts.groups === 0) return { by: "years", because: "no_groups" };
  if (facts.hoursNamingYears !== facts.hoursNamingGroups) {
    return { by: facts.hoursNamingGroups > facts.hoursNamingYears ? "groups" : "years", because: "activities" };
  }
  const years = [...sets.values()].filter((set) => set.kind === "year");
  const bare = years.filter((year) => classNameOf(year.name).letter === "").length;
  return { by: bare * 2 > years.length ? "groups" : "years", because: "names" };
}

function hoursNaming(file: FetFile): Map<string, number> {
  const hours = new Map<string, number>();
  for (const activity of file.activities) {
    if (!activity.active) continue;
    for (const name of activity.students) hours.set(name, (hours.get(name) ?? 0) + activity.duration);
  }
  return hours;
}

function candidates(file: FetFile, by: ClassesBy, sets: Map<string, PupilSet>): PupilSet[] {
  const names = file.years.flatMap((year) => (by === "years" || year.groups.length === 0 ? [year] : year.groups).map((set) => set.name));
  return [...new Set(names)].map((name) => sets.get(name)!);
}

/**
 * Of sets that share pupils (5a, 5b and the course 5MF drawn from both) the ones named by more hours are the
 * classes, the others become streams; yet no pupil stays without a class. The answer keeps the order of the file.
 */
function ownersOf(sets: PupilSet[], hours: Map<string, number>): PupilSet[] {
  const owners = new Map<string, PupilSet>();
  const covered = new Set<string>();
  const byHours = [...sets].sort((a, b) => (hours.get(b.name) ?? 0) - (hours.get(a.name) ?? 0));
  const take = (set: PupilSet) => {
    const own = new Set([...set.atoms].filter((atom) => !covered.has(atom)));
    if (own.size > 0) owners.set(set.name, { ...set, atoms: own });
    for (const atom of own) covered.add(atom);
  };
  const disjoint = (set: PupilSet) => !overlaps(covered, set.atoms);
  const othersBring = (set: PupilSet) => {
    const peers = sets.filter((other) => other !== set && disjoint(other));
    return [...set.atoms].every((atom) => covered.has(atom) || peers.some((peer) => peer.atoms.has(atom)));
  };
  for (const set of byHours) if (disjoint(set) || !othersBring(set)) take(set);
  for (const set of byHours) take(set);
  return sets.flatMap((set) => owners.get(set.name) ?? []);
}

function classOf(owner: PupilSet, sets: Map<string, PupilSet>): FetClass {
  const parts = [...sets.values()]
    .filter((set) => set.kind !== "year" && !set.automatic && set.name !== owner.name)
    .filter((set) => covers(owner.atoms, set.atoms) && set.atoms.size < owner.atoms.size)
    .map(({ name, kind, pupils }) => ({ name, kind: kind as "group" | "subgroup", pupils }));
  const yearName = owner.kind === "year" ? "" : owner.year;
  return { name: owner.name, ...classNameOf(owner.name, yearName), pupils: owner.pupils, parts };
}
