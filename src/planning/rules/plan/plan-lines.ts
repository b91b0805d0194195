/** A line of a plan as it is written. */
export type PlanLine = { topic: string; hours: number; homework: string; section: string; isControl: boolean };
/** A line with the number it has in the standing plan; null for a new one. */
export type NumberedLine = PlanLine & { lineId: number | null };
export type StoredLine = PlanLine & { lineId: number };

/** The longest texts of a line, letters, and the most lines and hours: past what a year of daily lessons needs. */
export const LONGEST_TOPIC = 500;
export const LONGEST_HOMEWORK = 1000;
export const LONGEST_SECTION = 200;
export const MOST_LINES = 400;
export const MOST_HOURS = 99;

/** What a save of a plan did, for the audit: whole lines that came and went, and the lines written anew. `moved` says that the order changed. */
export type PlanDifference = {
  added: StoredLine[];
  removed: StoredLine[];
  changed: { before: StoredLine; after: StoredLine }[];
  moved: boolean;
};

export const hoursOf = (lines: readonly { hours: number }[]): number => lines.reduce((sum, line) => sum + line.hours, 0);

const same = (a: PlanLine, b: PlanLine) =>
  a.topic === b.topic && a.hours === b.hours && a.homework === b.homework && a.section === b.section && a.isControl === b.isControl;

/** Gives new lines their numbers after the highest ever given. A number unknown to the standing plan, or used twice, is a new line's. */
export function numberLines(lines: readonly NumberedLine[], standing: readonly StoredLine[], last: number): { lines: StoredLine[]; last: number } {
  const free = new Set(standing.map((line) => line.lineId));
  let next = last;
  const numbered = lines.map((line) => {
    if (line.lineId !== null && free.delete(line.lineId)) return { ...line, lineId: line.lineId };
    next += 1;
    return { ...line, lineId: next };
  });
  return { lines: numbered, last: next };
}

/** Lines of a file or of a colleague with the numbers of the standing lines that have the same topic, so that what lessons were given stays. */
export function keepNumbers(lines: readonly PlanLine[], standing: readonly StoredLine[]): NumberedLine[] {
  const byTopic = Map.groupBy(standing, (line) => line.topic.toLowerCase());
  return lines.map((line) => ({ ...line, lineId: byTopic.get(line.topic.toLowerCase())?.shift()?.lineId ?? null }));
}

/** How two versions of a plan differ. */
export function planDifference(before: readonly StoredLine[], after: readonly StoredLine[]): PlanDifference {
  const old = new Map(before.map((line) => [line.lineId, line]));
  const fresh = new Set(after.map((line) => line.lineId));
  const stayed = before.filter((line) => fresh.has(line.lineId)).map((line) => line.lineId);
  const order = after.filter((line) => old.has(line.lineId)).map((line) => line.lineId);
  return {
    added: after.filter((line) => !old.has(line.lineId)),
    removed: before.filter((line) => !fresh.has(line.lineId)),
    changed: after.flatMap((line) => {
      const was = old.get(line.lineId);
      return was && !same(was, line) ? [{ before: was, after: line }] : [];
    }),
    moved: stayed.some((lineId, i) => order[i] !== lineId),
  };
}

/** Whether nothing differs. */
export function isSamePlan({ added, removed, changed, moved }: PlanDifference): boolean {
  return added.length === 0 && removed.length === 0 && changed.length === 0 && !moved;
}
