import type { Static } from "typebox";
import type { Duty } from "../../contract/duties/duties.ts";
import type { OwedDuty } from "../../rules/duties/owed.ts";

/** A duty as its answer tells it; whose it is stands above the list. */
export function asTold({ owners: _, handedIn: __, dueAt, left, ...duty }: OwedDuty): Static<typeof Duty> {
  return { ...duty, dueAt: dueAt.toISOString(), left: [...left] };
}
