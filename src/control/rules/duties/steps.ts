import type { LocalDate } from "../../../foundation/day.ts";
import type { DutyCode } from "./duty-kinds.ts";

export const STEPS = ["done", "accepted", "returned"] as const;
export type Step = (typeof STEPS)[number];

/** The last step of a duty that somebody spoke of; `doneOn` is its day by the school's clock. */
export type LastStep = {
  kind: DutyCode;
  aboutId: number;
  day: LocalDate;
  stepNo: number;
  step: Step;
  madeBy: number;
  madeAt: Date;
  doneOn: LocalDate;
  note: string;
  document: string;
};

const keyOf = (kind: string, aboutId: number, day: LocalDate) => `${kind} ${aboutId} ${day}`;

/** What was said of duties, found by the duty. */
export class Steps {
  readonly #of: ReadonlyMap<string, LastStep>;
  readonly all: readonly LastStep[];

  constructor(steps: readonly LastStep[]) {
    this.all = steps;
    this.#of = new Map(steps.map((step) => [keyOf(step.kind, step.aboutId, step.day), step]));
  }

  of(kind: DutyCode, aboutId: number, day: LocalDate): LastStep | null {
    return this.#of.get(keyOf(kind, aboutId, day)) ?? null;
  }
}
