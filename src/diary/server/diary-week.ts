import { permit } from "../../access/rules/permit.ts";
import type { Actor, Grant } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { mondayOf, parseDay } from "../../foundation/day.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Subscription } from "../../foundation/feed.ts";
import { record } from "../../foundation/ledger.ts";
import type { Input } from "../../foundation/route.ts";
import { JsonText } from "../../foundation/serve.ts";
import { diaryEventsRoute, diaryWeekRoute } from "../contract/diary-week.ts";
import { DIARY_ACTS } from "../rules/acts.ts";
import { DIARY_WEEK, GROUPS_OF_PUPIL, PUPIL_TIES } from "./diary-queries.ts";
import type { DiaryTies } from "./diary-queries.ts";

const tiesOf = (tx: Transaction, actor: Actor, pupilId: number) => tx.row(PUPIL_TIES, [actor.schoolId, pupilId, actor.personId, actor.today]);

function admit(actor: Actor, act: keyof typeof DIARY_ACTS, ties: DiaryTies | undefined): { ties: DiaryTies; right: Grant } {
  if (!ties) throw new Failure("not_found", "diary.pupil_not_found");
  return { ties, right: permit(actor, DIARY_ACTS, act, { self: ties.self, own_child: ties.ownChild, own_class: ties.ownClass }) };
}

/** The family reads its own; whoever else opens a child's diary reads a personal file, and the ledger says so before the answer goes out. */
const isFamily = (right: Grant) => right.endsWith("/self") || right.endsWith("/own_child");

/** The week of a child that holds the day asked for; the years of the school bound the days. Ties and week are asked in one write; the week is given out when the ties permit. */
export async function diaryWeek({ tx, actor, now }: Context, { params, query }: Input<typeof diaryWeekRoute>): Promise<JsonText> {
  const asked = query.day === undefined ? actor.today : parseDay(query.day);
  const monday = mondayOf(asked ?? actor.today);
  const [found, row] = await Promise.all([tiesOf(tx, actor, params.pupilId), tx.lastRow(DIARY_WEEK, [actor.schoolId, params.pupilId, actor.today, monday])]);
  const { ties, right } = admit(actor, diaryWeekRoute.act, found);
  if (asked === null) throw new Failure("invalid", "diary.not_a_day", { text: query.day });
  if (query.day !== undefined && (asked < ties.firstDay || asked > ties.lastDay) && monday !== mondayOf(actor.today)) {
    throw new Failure("invalid", "diary.day_outside_years", { from: ties.firstDay, to: ties.lastDay });
  }
  if (!isFamily(right)) {
    const { schoolId, personId } = actor;
    await record(tx, { schoolId, stream: -params.pupilId, actor: personId, at: now, act: diaryWeekRoute.act, right, body: { pupil: params.pupilId, monday } });
    await tx.keep();
  }
  return new JsonText(row!.week);
}

/** What the open diary of a child hears: that a day changed, never what was written; it reads the week again. */
export async function diaryEvents({ tx, actor }: Context, { params }: Input<typeof diaryEventsRoute>): Promise<Subscription> {
  admit(actor, diaryEventsRoute.act, await tiesOf(tx, actor, params.pupilId));
  const groups = new Set((await tx.rows(GROUPS_OF_PUPIL, [actor.schoolId, params.pupilId, actor.today])).map((g) => g.groupId));
  return {
    schoolId: actor.schoolId,
    sessionId: actor.sessionId,
    hear: ({ body }) => {
      const { groupId, pupils, day, everybody } = body as { groupId?: number; pupils?: number[]; day?: string; everybody?: boolean };
      if (everybody === true) return { event: "changed", data: { day } };
      if (groupId === undefined || !groups.has(groupId)) return null;
      if (pupils && !pupils.includes(params.pupilId)) return null;
      return { event: "changed", data: { day } };
    },
  };
}
