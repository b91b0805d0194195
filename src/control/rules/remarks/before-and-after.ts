/** One change of one place, as the journal's history tells it. */
type Change = { act: string; lessonId: number | null; pupilId: number | null; term: number | null; work: number | null; before: unknown; after: unknown };

/** What was corrected after a remark: the first value of each place before and the last after, places in the order of their first change. */
export function beforeAndAfter<C extends Change>(changes: readonly C[]): C[] {
  const places = new Map<string, C>();
  for (const change of changes) {
    const place = [change.act, change.lessonId, change.pupilId, change.term, change.work].join(":");
    const first = places.get(place);
    places.set(place, first ? { ...change, before: first.before } : change);
  }
  return [...places.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}
