import type { Context } from "../../../access/server/door.ts";
import { mondayOf, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { addStep } from "../duties/store-step.ts";
import { LAST_STEP } from "../duties/duty-steps.ts";
import type { NewStep } from "../duties/duty-steps.ts";
import { DEPARTMENT_DAYS, PAGES_TO_CHECK, TERMS_CHECKED } from "./inspection-queries.ts";
import type { InspectionKind } from "./inspection-queries.ts";

type Check = { kind: InspectionKind; classId: number | undefined; from: LocalDate; to: LocalDate; findings: string };

/**
 * A check that is written down is the word that the duty to check is done: nobody says it twice. The duty of a month or a day of the whole
 * school is done when its last page or department is checked.
 */
export async function closeDuties(context: Context, check: Check, act: string, right: string): Promise<void> {
  const { tx, actor, now } = context;
  for (const duty of await dutiesOf(context, check)) {
    const last = await tx.row(LAST_STEP, [actor.schoolId, duty.kind, duty.aboutId, duty.day]);
    if (last && last.step !== "returned") continue;
    const step = { ...duty, seen: last?.stepNo ?? 0, step: "done", note: check.findings, document: "" } as const satisfies NewStep;
    await addStep(tx, actor, now, step, act, right);
  }
}

async function dutiesOf({ tx, actor, now }: Context, { kind, classId, from, to }: Check): Promise<Pick<NewStep, "kind" | "aboutId" | "day">[]> {
  const { schoolId, today, timezone } = actor;
  switch (kind) {
    case "homeroom":
      return [{ kind: "homeroom_control", aboutId: classId ?? 0, day: mondayOf(from) }];
    case "director": {
      const terms = await tx.rows(TERMS_CHECKED, [schoolId, today]);
      const checked = terms.filter((term) => term.checkedOn !== null && term.from <= to && from <= term.to);
      return [...new Set(checked.map((term) => term.from))].map((day) => ({ kind: "director_check", aboutId: 0, day }));
    }
    case "department": {
      const days = await tx.rows(DEPARTMENT_DAYS, [schoolId, from, to, null]);
      const open = new Set(days.filter(({ checkedAt }) => checkedAt === null).map(({ day }) => day));
      const closed = new Set(days.flatMap(({ day }) => (day !== null && !open.has(day) ? [day] : [])));
      return [...closed].map((day) => ({ kind: "department_check", aboutId: 0, day }));
    }
    case "deputy": {
      const first = `${from.slice(0, 7)}-01` as LocalDate;
      const end = plusDays(`${plusDays(first, 31).slice(0, 7)}-01` as LocalDate, -1);
      const pages = await tx.rows(PAGES_TO_CHECK, [schoolId, first, end, today, timeIn(timezone, now), null]);
      return pages.every((page) => page.checkedOn !== null) ? [{ kind: "deputy_check", aboutId: 0, day: first }] : [];
    }
  }
}
