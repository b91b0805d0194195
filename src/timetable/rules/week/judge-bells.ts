import type { Refusal } from "../../../foundation/failure.ts";
import { hourKey } from "./clashes.ts";
import type { BellSlot } from "./checks.ts";

/** What stands of the bells before a variant is set; `current` null when one is added. */
export type BellsFacts = {
  current: { name: string; isUsual: boolean; slots: readonly BellSlot[] } | null;
  otherNames: readonly string[];
  taken: readonly { shift: number; slot: number }[];
};

const said = (slots: readonly BellSlot[]) =>
  slots
    .map((s) => `${hourKey(s.shift, s.slot)} ${s.starts}-${s.ends}`)
    .toSorted()
    .join(",");
export const sameSlots = (a: readonly BellSlot[], b: readonly BellSlot[]): boolean => said(a) === said(b);

/** Why a variant of the bells cannot be set, or null: it has a name of its own, hours in order, and keeps the hours in which lessons stand. */
export function refusalToSetBells(name: string, seen: readonly BellSlot[], slots: readonly BellSlot[], f: BellsFacts): Refusal | null {
  if (name === "") return { code: "timetable.bells_not_named", facts: {} };
  if (f.otherNames.some((other) => other.toLowerCase() === name.toLowerCase())) return { code: "timetable.bells_name_taken", facts: { name } };
  if (f.current && !sameSlots(f.current.slots, seen)) return { code: "timetable.bells_changed_meanwhile", facts: {} };
  const keys = slots.map((s) => hourKey(s.shift, s.slot));
  const wrong = slots.find((s, i) => s.starts >= s.ends || keys.indexOf(hourKey(s.shift, s.slot)) !== i);
  if (wrong) return { code: "timetable.bell_misshapen", facts: { slot: wrong.slot } };
  const kept = new Set(keys);
  // an hour is missed where it rang before: of the usual week, and after lessons in every one
  const gone = (f.current?.slots ?? []).find(
    (s) => !kept.has(hourKey(s.shift, s.slot)) && (f.current!.isUsual || s.shift === 0) && f.taken.some((t) => t.shift === s.shift && t.slot === s.slot),
  );
  return gone ? { code: "timetable.bell_in_use", facts: { slot: gone.slot } } : null;
}
