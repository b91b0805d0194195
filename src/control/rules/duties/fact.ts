import type { DeadlineFacts } from "../../../regulation/rules/deadline/due.ts";
import type { Place } from "../../../regulation/rules/norm-timeline.ts";
import type { About } from "./duty-kind.ts";
import type { DutyCode } from "./duty-kinds.ts";
import type { Span } from "./spans.ts";

/** What of a fact is named on screen and where it is opened. */
export type Told = {
  readonly groupName: string;
  readonly subject: string;
  readonly title: string;
  readonly pageId: number | null;
  readonly lessonId: number | null;
  readonly classId: number | null;
  readonly slot: number | null;
  readonly span: Span | null;
  /** What is still missing, by its code: `homeroom: 3`. */
  readonly left: readonly { readonly what: string; readonly count: number }[];
};
export const NOTHING_TOLD: Told = { groupName: "", subject: "", title: "", pageId: null, lessonId: null, classId: null, slot: null, span: null, left: [] };

/** Something that duties are about: a lesson, a class in a month, the school in a year. */
export type Fact = Omit<DeadlineFacts, "timezone" | "isWorkingDay"> & {
  readonly about: About;
  /** The lesson, class, page, person, pupil or matter; 0 the school. With `day` it names the fact. */
  readonly aboutId: number;
  /** Whose it is: who teaches it, leads the class, is named. The first answers for it. */
  readonly own: readonly number[];
  /** Grade and subject, where norms may differ by them. */
  readonly place?: Place;
  /** The kinds that may be owed here; without it all kinds about such a thing. */
  readonly only?: readonly DutyCode[];
  /** The kinds that the tables show as done. */
  readonly stands: readonly DutyCode[];
  readonly told: Told;
};
