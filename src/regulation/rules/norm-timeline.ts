import type { LocalDate } from "../../foundation/day.ts";
import type { NormCode, NormValue } from "./norms.ts";

/** A value of a norm with its law and the days it is in force, the last day included; null where it has no end. */
export type DatedNorm<C extends NormCode = NormCode> = {
  code: C;
  value: NormValue<C>;
  act: string;
  clause: string;
  fromDay: LocalDate | null;
  toDay: LocalDate | null;
  /** The school's own value goes before its country's. */
  own: boolean;
};

/** The values of norms over a span of days: what judges facts of several days at once, each by the edition in force on its day. */
export class NormTimeline {
  readonly #of: ReadonlyMap<string, readonly DatedNorm[]>;

  constructor(norms: readonly DatedNorm[]) {
    this.#of = Map.groupBy(norms, (norm) => norm.code);
  }

  /** The value in force on a day; null when there is none. */
  on<C extends NormCode>(code: C, day: LocalDate): DatedNorm<C> | null {
    const standing = this.#of.get(code)?.filter(({ fromDay, toDay }) => (fromDay === null || fromDay <= day) && (toDay === null || day <= toDay)) ?? [];
    return ((standing.find((norm) => norm.own) ?? standing[0]) as DatedNorm<C> | undefined) ?? null;
  }
}
