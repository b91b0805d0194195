import { permit } from "../../../access/rules/permit.ts";
import { grantRoles } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { addGroups } from "../../../people/server/door.ts";
import type { JournalKind } from "../../../regulation/rules/journal-kinds.ts";
import { AFTER_LESSONS } from "../../../timetable/rules/after-lessons.ts";
import { addPages, addSubjects, makeLessons, setWeeklyLessons } from "../../../timetable/server/door.ts";
import { GROUPS_CHANGED } from "../../contract/events.ts";
import { addGroupPageRoute, makeGroupRoute } from "../../contract/groups/groups.ts";
import { GROUP_ACTS } from "../../rules/group-acts.ts";
import { assignLoad } from "../assign-load.ts";
import { demandDay } from "./demand-day.ts";
import { BEFORE_MAKING, STANDING_GROUP } from "./group-queries.ts";
import type { YearFacts } from "./group-queries.ts";

type NewPage = { groupId: number; kind: JournalKind; gradeLevel: number; subject: string; leaderId: number; weeklyHours: number; from: LocalDate };
type Leader = { isStaff: boolean; hasRole: boolean };

function demandLeader(facts: YearFacts & Leader, from: LocalDate, subject: string): void {
  if (!facts.isStaff) throw new Failure("refused", "planning.leader_unknown");
  if (subject === "") throw new Failure("invalid", "planning.name_missing");
  if (from < facts.startsOn || from > facts.endsOn) throw new Failure("refused", "planning.day_outside_year", { from: facts.startsOn, to: facts.endsOn });
}

/** The page with its leader, who gets the right to write on pages of his own; an extended-day group gets its days. Answers the page. */
async function addPage(tx: Transaction, schoolId: number, facts: YearFacts & Leader, p: NewPage): Promise<number> {
  const [subjectId = 0] = await addSubjects(tx, schoolId, [p.subject]);
  const [page] = await addPages(tx, schoolId, [{ groupId: p.groupId, subjectId, year: facts.year, gradeLevel: p.gradeLevel, kind: p.kind }]);
  const { pageId } = page!;
  await assignLoad(tx, schoolId, [{ pageId, teacherId: p.leaderId, weeklyHours: p.weeklyHours, from: p.from }]);
  if (!facts.hasRole) await grantRoles(tx, schoolId, [{ personId: p.leaderId, role: "subject_teacher", from: p.from }]);
  if (p.kind === "extended_day") {
    const weekdays = Array.from({ length: facts.daysPerWeek }, (_, i) => i + 1);
    await setWeeklyLessons(
      tx,
      schoolId,
      p.from,
      weekdays.map((weekday) => ({ pageId, teacherId: p.leaderId, weekday, slot: AFTER_LESSONS })),
    );
    await makeLessons(tx, schoolId, facts.year, [pageId]);
  }
  return pageId;
}

/** Makes a group of a kind with its page of the journal and its leader. */
export async function makeGroup({ tx, actor, now }: Context, { body }: Input<typeof makeGroupRoute>): Promise<Output<typeof makeGroupRoute>> {
  const { schoolId, personId, today } = actor;
  const right = permit(actor, GROUP_ACTS, makeGroupRoute.act);
  const [name, subject, classIds] = [body.name.trim(), body.subject.trim(), body.classIds ?? []];
  const from = demandDay(body.from);
  const facts = await tx.row(BEFORE_MAKING, [schoolId, today, body.leaderId, name, classIds]);
  if (!facts) throw new Failure("refused", "planning.no_year");
  if (name === "") throw new Failure("invalid", "planning.name_missing");
  demandLeader(facts, from, subject);
  if (facts.taken) throw new Failure("conflict", "planning.group_exists", { name });

  const [made] = await addGroups(tx, schoolId, facts.year, [{ kind: "stream", classIds, name }]);
  const { groupId } = made!;
  const pageId = await addPage(tx, schoolId, facts, { ...body, from, groupId, subject, gradeLevel: facts.gradeLevel });
  const after = { groupId, kind: body.kind, name, subject, leader: body.leaderId, weeklyHours: body.weeklyHours, from: body.from };
  const event = { topic: GROUPS_CHANGED, body: { groupId, pageId } };
  await record(tx, { schoolId, stream: pageId, actor: personId, at: now, act: makeGroupRoute.act, right, body: { after }, event });
  return { groupId, pageId };
}

/** Adds one more subject with its own page and leader to a group. */
export async function addGroupPage({ tx, actor, now }: Context, { params, body }: Input<typeof addGroupPageRoute>): Promise<Output<typeof addGroupPageRoute>> {
  const { schoolId, personId, today } = actor;
  const subject = body.subject.trim();
  const from = demandDay(body.from);
  const [standing, facts] = await Promise.all([
    tx.row(STANDING_GROUP, [schoolId, params.groupId]),
    tx.row(BEFORE_MAKING, [schoolId, today, body.leaderId, "", []]),
  ]);
  if (!standing || !facts) throw new Failure("not_found", "planning.group_not_found");
  const right = permit(actor, GROUP_ACTS, addGroupPageRoute.act);
  const { kind, gradeLevel } = standing;
  const known = { ...standing, isStaff: facts.isStaff, hasRole: facts.hasRole };
  demandLeader(known, from, subject);
  const pageId = await addPage(tx, schoolId, known, { ...body, from, groupId: params.groupId, kind, subject, gradeLevel });
  const after = { groupId: params.groupId, subject, leader: body.leaderId, weeklyHours: body.weeklyHours, from: body.from };
  const event = { topic: GROUPS_CHANGED, body: { groupId: params.groupId, pageId } };
  await record(tx, { schoolId, stream: pageId, actor: personId, at: now, act: addGroupPageRoute.act, right, body: { after }, event });
  return { pageId };
}
