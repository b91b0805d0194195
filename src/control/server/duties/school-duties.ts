import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { plusDays } from "../../../foundation/day.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { personDutiesRoute, schoolDutiesRoute } from "../../contract/duties/duties.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { isSilent } from "../../rules/duty.ts";
import { DUTY_CODES, kindOf } from "../../rules/duties/duty-kinds.ts";
import type { OwedDuty } from "../../rules/duties/owed.ts";
import { superiorsFor } from "../superiors.ts";
import { gatherDuties } from "./gather-duties.ts";
import { withLastBells } from "./facts/last-bells.ts";
import { asTold } from "./told-duty.ts";

const answersFor = ({ owners }: OwedDuty): number => owners[0] ?? 0;

function countsOf(duties: readonly OwedDuty[]): { overdue: number; today: number; soon: number } {
  const counts = { overdue: 0, today: 0, soon: 0 };
  for (const { state } of duties) counts[state]++;
  return counts;
}
const mostFirst = (a: { overdue: number; today: number }, b: { overdue: number; today: number }) => b.overdue - a.overdue || b.today - a.today;

/** What is owed in the whole school: by who answers for it and by kind (002 П2 §2.16, 001 §2.1). */
export async function schoolDuties({ tx, actor, now }: Context): Promise<Output<typeof schoolDutiesRoute>> {
  permit(actor, CONTROL_ACTS, schoolDutiesRoute.act);
  const { schoolId, today } = actor;
  const codes = [...new Set(DUTY_CODES.map((code) => kindOf(code).norm))];
  const [{ duties }, names, norms] = await Promise.all([
    gatherDuties(tx, actor, now, null),
    staffNames(tx, schoolId),
    normsBetween(tx, schoolId, codes, plusDays(today, -1), today),
  ]);
  const open = duties.filter(({ awaits }) => !awaits);
  const byPerson = Map.groupBy(open, answersFor);
  const byKind = Map.groupBy(open, ({ kind }) => kind);
  const people = [...byPerson].map(([personId, own]) => ({
    personId,
    name: names.get(personId) ?? "",
    ...countsOf(own),
    kinds: [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, ofKind]) => ({ kind, ...countsOf(ofKind) })).sort(mostFirst),
  }));
  const kinds = DUTY_CODES.map((kind) => {
    const norm = norms.on(kindOf(kind).norm, today);
    const own = byKind.get(kind) ?? [];
    const text =
      norm === null || norm.value === "none" || isSilent(kind, norm.clause)
        ? null
        : typeof norm.value === "string"
          ? norm.value
          : (own[0]?.norm ?? JSON.stringify(norm.value));
    const { row, controller } = kindOf(kind);
    return { kind, row, norm: text, act: norm?.act ?? "", clause: norm?.clause ?? "", controller, ...countsOf(own) };
  });
  const awaiting = duties.flatMap((duty) => {
    const { handedIn } = duty;
    if (!handedIn) return [];
    const { madeBy, madeAt, note, document } = handedIn;
    return [{ duty: asTold(duty), personId: madeBy, name: names.get(madeBy) ?? "", doneAt: madeAt.toISOString(), note, document }];
  });
  kinds.sort(mostFirst);
  return {
    now: now.toISOString(),
    people: people.sort((a, b) => mostFirst(a, b) || a.personId - b.personId),
    kinds,
    awaiting: awaiting.sort((a, b) => (a.doneAt < b.doneAt ? -1 : 1)),
  };
}

/** A list longer than this is read by its numbers. */
const MOST = 300;

/** The duties behind a number: of a person, of a kind, or both, each with who answers for it and whom it answers to. */
export async function personDuties({ tx, actor, now }: Context, { query }: Input<typeof personDutiesRoute>): Promise<Output<typeof personDutiesRoute>> {
  permit(actor, CONTROL_ACTS, personDutiesRoute.act);
  const [{ duties, bellsFrom }, names] = await Promise.all([gatherDuties(tx, actor, now, null), staffNames(tx, actor.schoolId)]);
  const found = duties.filter(
    (duty) => !duty.awaits && (query.personId === undefined || answersFor(duty) === query.personId) && (query.kind === undefined || duty.kind === query.kind),
  );
  const told = await withLastBells(tx, actor, found.slice(0, MOST), bellsFrom);
  const superior = await superiorsFor(tx, actor.schoolId, actor.today, told);
  return {
    now: now.toISOString(),
    duties: told.map((duty) => {
      // what nobody owes, as the things of a class without a homeroom teacher, is answered for by who would stand above
      const who = answersFor(duty) || (superior(0, duty) ?? 0);
      return {
        duty: asTold(duty),
        name: names.get(who) ?? "",
        controller: kindOf(duty.kind).controller,
        superior: names.get(superior(who, duty) ?? 0) ?? "",
      };
    }),
    all: found.length,
  };
}
