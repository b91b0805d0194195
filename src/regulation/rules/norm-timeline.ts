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
  /** The grade and the subject that the value is for; none: the whole school. */
  grade?: number | null;
  subjectId?: number | null;
  /** How narrow the scope is: the narrower wins. Country 0, region 1, kind of school 2, both 3, the school 4, a grade 5, a subject 6, both 7. */
  width?: number;
};

/** Of which grade and subject the fact is; a norm for another grade or subject says nothing of it. */
export type Place = { readonly grade?: number | null; readonly subjectId?: number | null };

/** The values of norms over a span of days: what judges facts of several days at once, each by the edition in force on its day. */
export class NormTimeline {
  readonly #of: ReadonlyMap<string, readonly DatedNorm[]>;

  constructor(norms: readonly DatedNorm[]) {
    const narrowFirst = norms.toSorted((a, b) => widthOf(b) - widthOf(a));
    this.#of = Map.groupBy(narrowFirst, (norm) => norm.code);
  }

  /** The value in force on a day, for a grade and a subject where they are said; null when there is none. */
  on<C extends NormCode>(code: C, day: LocalDate, place: Place = {}): DatedNorm<C> | null {
    const norm = this.#of.get(code)?.find((one) => isInForce(one, day) && isFor(one, place));
    return (norm as DatedNorm<C> | undefined) ?? null;
  }

  /** Whether a value that was in force on any day of the span, for any place, answers the question. */
  some<C extends NormCode>(code: C, asks: (value: NormValue<C>) => boolean): boolean {
    return this.#of.get(code)?.some(({ value }) => asks(value as NormValue<C>)) ?? false;
  }
}

const widthOf = ({ width, own, grade, subjectId }: DatedNorm) =>
  width ?? (own ? 4 + (typeof grade === "number" ? 1 : 0) + (typeof subjectId === "number" ? 2 : 0) : 0);
const isInForce = ({ fromDay, toDay }: DatedNorm, day: LocalDate) => (fromDay === null || fromDay <= day) && (toDay === null || day <= toDay);
const isFor = ({ grade, subjectId }: DatedNorm, place: Place) =>
  (grade === undefined || grade === null || grade === place.grade) && (subjectId === undefined || subjectId === null || subjectId === place.subjectId);
