import { myDutiesRoute, performDutyRoute } from "../../src/control/contract/duties/duties.ts";
import type { DutyCode } from "../../src/control/rules/duties/duty-kinds.ts";
import { day as dayOf, instantOf } from "../../src/foundation/day.ts";
import type { Output } from "../../src/foundation/route.ts";
import type { TestApp } from "./app.ts";
import type { MadeSchool, Signed } from "./school.ts";

export type MyDuty = Output<typeof myDutiesRoute>["duties"][number];
/** Which duty of a kind is looked at, where a person owes several: the class, page or thing, or the day. */
export type Which = { aboutId?: number; day?: string; groupName?: string };

/** Sets the clock of the app to the school's wall clock. Nobody is signed out meanwhile, however far it moves. */
export async function clockAt(t: TestApp, s: MadeSchool, on: string, time = "12:00"): Promise<void> {
  const now = instantOf(dayOf(on), time, s.timezone);
  t.at(now);
  await t.owner.query("update access.session set seen_at = $1, idle_until = '2100-01-01' where school_id = $2", [now, s.schoolId]);
}

/** The duty of a kind that a person has now; undefined when the person owes none. */
export async function dutyOf(t: TestApp, who: Signed, kind: DutyCode, pick: Which = {}): Promise<MyDuty | undefined> {
  const answer = await t.ask(myDutiesRoute, who.cookie);
  if (answer.status !== 200) throw new Error(`my duties: ${answer.status} ${answer.problem.code}`);
  const { duties } = answer.body;
  return duties.find(
    (duty) =>
      duty.kind === kind &&
      (pick.aboutId === undefined || duty.aboutId === pick.aboutId) &&
      (pick.day === undefined || duty.day === pick.day) &&
      (pick.groupName === undefined || duty.groupName === pick.groupName),
  );
}

/** Where a duty stands at noon of a day: `today` on its last day, `overdue` after it, undefined where it is not owed. */
export async function stateOn(t: TestApp, s: MadeSchool, who: Signed, kind: DutyCode, on: string, pick: Which = {}): Promise<string | undefined> {
  await clockAt(t, s, on);
  return (await dutyOf(t, who, kind, pick))?.state;
}

/** Who owes a duty says that it is done. */
export const sayDone = (t: TestApp, who: Signed, duty: Pick<MyDuty, "kind" | "aboutId" | "day" | "stepNo">, note = "сделано", document = "") =>
  t.ask(performDutyRoute, who.cookie, {
    params: { kind: duty.kind },
    body: { aboutId: duty.aboutId, day: duty.day, expectedVersion: duty.stepNo, note, document },
  });
