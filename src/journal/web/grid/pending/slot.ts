/** What somebody else wrote over the version we saw. */
export type Other<V> = { readonly value: V; readonly version: number; readonly by: string; readonly at: string };

/**
 * One value that saves itself: what the server has, what the teacher wants, and what is on its way.
 *
 * It is no queue but the difference of two values, so keys typed while an answer is awaited merge into one statement
 * that goes with the new version, and an undo before sending sends nothing.
 */
export type Slot<V> = {
  readonly saved: V;
  readonly version: number;
  readonly late: boolean;
  readonly wanted: V;
  /** The value on its way, with whether it has been so for long enough to say it. */
  readonly flight: { readonly value: V; readonly slow: boolean } | null;
  /** The last try did not reach the server; or the server refused it a moment ago; or it waits for its reason, being a change after its term. */
  readonly trouble: "lost" | "refused" | "reason" | null;
  /** Why it is changed after its term, once the teacher has said it. */
  readonly reason?: string | undefined;
  readonly other: Other<V> | null;
};

export type Same<V> = (a: V, b: V) => boolean;

export const emptySlot = <V>(value: V): Slot<V> => savedSlot(value, 0, false);

export const savedSlot = <V>(value: V, version: number, late: boolean): Slot<V> => ({
  saved: value,
  version,
  late,
  wanted: value,
  flight: null,
  trouble: null,
  other: null,
});

const is = <V>(a: V, b: V) => Object.is(a, b);

/** Whether something of the slot is not on the server yet and may be sent now. */
export const isReady = <V>(s: Slot<V>, same: Same<V> = is): boolean =>
  s.flight === null && s.other === null && s.trouble !== "reason" && !same(s.wanted, s.saved);

/** Whether everything of the slot is on the server. */
export const isSettled = <V>(s: Slot<V>, same: Same<V> = is): boolean => s.flight === null && s.other === null && same(s.wanted, s.saved);

/** The teacher wants another value. A conflict waits for its choice and takes no other value. */
export function want<V>(s: Slot<V>, value: V, same: Same<V> = is): Slot<V> {
  if (s.other !== null || (same(s.wanted, value) && s.trouble !== "refused")) return s;
  const settled = s.flight === null && same(value, s.saved);
  return { ...s, wanted: value, trouble: settled || s.trouble === "refused" ? null : s.trouble };
}

/** The wanted value has left with the version seen. */
export const send = <V>(s: Slot<V>): Slot<V> => ({ ...s, flight: { value: s.wanted, slow: false } });

/** The answer is awaited so long that it is worth showing. */
export const slow = <V>(s: Slot<V>): Slot<V> => (s.flight ? { ...s, flight: { ...s.flight, slow: true } } : s);

/** The server has it; what was typed meanwhile stays wanted. An answer that comes after something newer was seen, to a value taken over from a closed tab, is no news. */
export const answer = <V>(s: Slot<V>, value: V, version: number, late: boolean): Slot<V> =>
  s.flight === null && version < s.version ? s : { ...s, saved: value, version, late, flight: null, trouble: null, reason: undefined };

/** The server was not reached: the value waits on this device. What had left stays on its way: nobody knows whether it came, so it is sent again as it was. */
export const lose = <V>(s: Slot<V>): Slot<V> => ({ ...s, flight: s.flight && { ...s.flight, slow: false }, trouble: "lost" });

/** The server does not take it now: it waits on this device and may be taken back. */
export const wait = <V>(s: Slot<V>): Slot<V> => ({ ...s, flight: null, trouble: "lost" });

/** What was on its way comes back to be sent in another manner. */
export const rest = <V>(s: Slot<V>): Slot<V> => ({ ...s, flight: null });

/** The server said no: what was there before stays, and so does the version. */
export const refuse = <V>(s: Slot<V>): Slot<V> => ({ ...s, wanted: s.saved, flight: null, trouble: "refused", reason: undefined });

/** The server asks why: the value waits as it is until the reason is said. */
export const askReason = <V>(s: Slot<V>): Slot<V> => ({ ...s, flight: null, trouble: "reason", reason: undefined });

/** The reason is said and the value may leave; null gives the change up, and what the server has stays. */
export const explain = <V>(s: Slot<V>, reason: string | null): Slot<V> => {
  if (s.trouble !== "reason") return s;
  return reason === null ? { ...s, wanted: s.saved, trouble: null } : { ...s, trouble: null, reason };
};

/** The refusal has been shown long enough. */
export const calm = <V>(s: Slot<V>): Slot<V> => (s.trouble === "refused" ? { ...s, trouble: null } : s);

/** Somebody wrote meanwhile. The same value is no quarrel; another one waits for a choice. */
export const collide = <V>(s: Slot<V>, other: Other<V>, same: Same<V> = is): Slot<V> =>
  same(other.value, s.wanted) ? { ...answer(s, other.value, other.version, s.late) } : { ...s, flight: null, trouble: null, other };

/** The choice between the two values: either way the other's version has now been seen. */
export const choose = <V>(s: Slot<V>, value: V): Slot<V> =>
  s.other === null ? s : { ...s, saved: s.other.value, version: s.other.version, wanted: value, flight: null, trouble: null, other: null };

/** A newer state of the server under what the teacher still has unsent. An older one is no news. */
export function refresh<V>(s: Slot<V>, value: V, version: number, late: boolean, same: Same<V> = is): Slot<V> {
  if (s.flight !== null || s.other !== null || version < s.version) return s;
  if (!same(s.wanted, s.saved)) return s;
  return version === s.version && same(value, s.saved) && late === s.late ? s : savedSlot(value, version, late);
}
