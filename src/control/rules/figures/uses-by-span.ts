import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { JOURNAL_KINDS, kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import type { JournalKind, Uses } from "../../../regulation/rules/journal-kinds.ts";
import { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import type { DatedNorm } from "../../../regulation/rules/norm-timeline.ts";

export type SpanOfUses = Uses & { readonly kind: JournalKind; readonly from: LocalDate; readonly to: LocalDate };

/** What pages of each kind were made of, span by span over the days, both included: a day lies in one span of its kind at most (JRN-11). */
export function usesBySpan(norms: readonly DatedNorm[], from: LocalDate, to: LocalDate): SpanOfUses[] {
  const line = new NormTimeline(norms);
  const cuts = norms.flatMap(({ fromDay, toDay }) => [fromDay, toDay && plusDays(toDay, 1)]).filter((day) => day !== null && day > from && day <= to);
  const starts = [...new Set([from, ...(cuts as LocalDate[])])].sort();
  return JOURNAL_KINDS.flatMap((kind) =>
    starts.flatMap((start, i) => {
      const uses = line.on(kindNorm(kind), start)?.value;
      const next = starts[i + 1];
      const { marks, attendance, homework, topics } = uses ?? {};
      return uses
        ? [{ kind, from: start, to: next ? plusDays(next, -1) : to, marks: marks!, attendance: attendance!, homework: homework!, topics: topics! }]
        : [];
    }),
  );
}
