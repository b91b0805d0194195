/** `lesson.entry_counts`: by which moment an entry is judged that waited on a device without network. */
export type EntryCounts = { by: "arrival" } | { by: "device"; within: string };

const MINUTE = 60_000;

function lengthOf(duration: string): number {
  const m = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(duration);
  if (!m || (m[1] === undefined && m[2] === undefined)) throw new RangeError(`not a duration: ${duration}`);
  return (Number(m[1] ?? 0) * 60 + Number(m[2] ?? 0)) * MINUTE;
}

/**
 * The moment by which an entry is on time or late. The device's word is taken only where the norm takes it, only of an entry that came within the norm's
 * bound after it was written down (the bound inclusive), and never for a moment to come; in any other case the entry counts as made when it arrived.
 */
export function momentOfEntry(counts: EntryCounts | null | undefined, arrived: Date, entered: Date | null): Date {
  if (counts?.by !== "device" || entered === null) return arrived;
  const waited = arrived.getTime() - entered.getTime();
  return waited >= 0 && waited <= lengthOf(counts.within) ? entered : arrived;
}
