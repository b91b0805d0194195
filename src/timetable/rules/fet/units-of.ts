import type { FetActivity } from "./fet-file.ts";
import { atomsKey, covers, overlaps, type Atoms, type PupilSet } from "./pupil-sets.ts";

/** For whom an activity is: the page of the journal it opens. Equal sets of pupils give equal units. */
export type Unit =
  | { kind: "none" }
  | { kind: "class"; className: string }
  | { kind: "subgroup"; name: string; className: string }
  /** Pupils of several classes; `whole` when it is these classes and nothing less. */
  | { kind: "stream"; name: string; classNames: string[]; whole: boolean };

/** The larger set gives its name to equal ones. */
const KINDS = ["year", "group", "subgroup"];

/** `classes` carry the atoms they own, without overlaps. */
export function unitsOf(activities: FetActivity[], sets: Map<string, PupilSet>, classes: PupilSet[]): Map<number, Unit> {
  const nameOfAtoms = new Map<string, string>();
  for (const set of [...sets.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))) {
    const key = atomsKey(set.atoms);
    if (!set.automatic && !nameOfAtoms.has(key)) nameOfAtoms.set(key, set.name);
  }
  const order = [...sets.keys()];
  const unit = (students: string[]): Unit => {
    const atoms: Atoms = new Set(students.flatMap((name) => [...(sets.get(name)?.atoms ?? [])]));
    const touched = classes.filter((each) => overlaps(each.atoms, atoms));
    const [only] = touched;
    if (!only) return { kind: "none" };
    const whole = touched.every((each) => covers(atoms, each.atoms));
    if (touched.length === 1 && whole) return { kind: "class", className: only.name };
    const key = atomsKey(atoms);
    const joined = [...new Set(students)].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(" + ");
    const name = nameOfAtoms.get(key) ?? joined;
    nameOfAtoms.set(key, name);
    if (touched.length === 1) return { kind: "subgroup", name, className: only.name };
    return { kind: "stream", name, classNames: touched.map((each) => each.name), whole };
  };
  return new Map(activities.map((activity) => [activity.id, unit(activity.students)]));
}
