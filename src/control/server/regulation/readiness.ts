import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import type { Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { readinessRoute } from "../../contract/regulation/readiness.ts";
import { REGULATION_ACTS } from "../../rules/regulation/acts.ts";
import { READINESS_NORMS, stateOf, termOf } from "../../rules/regulation/readiness.ts";
import { READINESS, ROLE_HOLDERS, YEAR_TO_SET_UP } from "./readiness-queries.ts";

/** Every item of the year's set-up by the school's regulation: who answers, until when, what is not ready yet (ORG-17). */
export async function readiness({ tx, actor, now }: Context): Promise<Output<typeof readinessRoute>> {
  permit(actor, REGULATION_ACTS, readinessRoute.act);
  const { schoolId, today, timezone } = actor;
  const year = await tx.row(YEAR_TO_SET_UP, [schoolId, today]);
  if (!year) return { year: null, items: [] };
  const day = year.startsOn > today ? year.startsOn : today;
  const norms = await normsBetween(tx, schoolId, READINESS_NORMS, year.startsOn, year.startsOn);
  const wanted = norms.on("setup.items", year.startsOn)?.value ?? [];
  const least = norms.on("identity.min_parent_accounts", year.startsOn)?.value ?? 0;
  const [rows, holders, names] = await Promise.all([
    tx.rows(READINESS, [schoolId, year.year, day, least]),
    tx.rows(ROLE_HOLDERS, [schoolId, today]),
    staffNames(tx, schoolId),
  ]);
  const nameOf = (personId: number | null) => (personId === null ? null : (names.get(personId) ?? null));
  const items = wanted.map(({ item, by }) => {
    const { of = 0, lacking = 0, first = [] } = rows.find((row) => row.item === item) ?? {};
    const term = termOf(item, year, norms, timezone);
    const people = holders.filter(({ role }) => (by as string[]).includes(role)).flatMap(({ personId }) => nameOf(personId) ?? []);
    return {
      item,
      by,
      people: [...new Set(people)].toSorted(),
      state: stateOf({ item, of, lacking }, term, now),
      of,
      lacking,
      first: first.map(({ name, personId }) => ({ name, person: nameOf(personId) })),
      dueAt: term?.dueAt.toISOString() ?? null,
      act: term?.act ?? null,
      clause: term?.clause ?? null,
    };
  });
  return { year: year.year, items };
}
