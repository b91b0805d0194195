import type { Static } from "typebox";
import { dayIn, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Duty as DutySchema } from "../../contract/duties/duties.ts";
import { kindOf } from "../../rules/duties/duty-kinds.ts";
import { dutyWords as words } from "./duty-words.ru.ts";

export type Duty = Static<typeof DutySchema>;

/** A line of the list: what of one lesson stands in one group together. */
export type DutyRow = Omit<Duty, "kind"> & { readonly key: string; readonly kinds: Duty["kind"][] };

/** How many lines of a group are drawn; the others are counted. */
export const MOST_LINES = 40;

/** What is owed for one lesson in one group is one line, with the earliest of its terms. What waits for its controller is nobody's hurry. */
export function rowsOf(duties: readonly Duty[], state: Duty["state"]): DutyRow[] {
  const rows = new Map<string, DutyRow>();
  for (const { kind, ...duty } of duties) {
    if (duty.state !== state || duty.awaits) continue;
    const key = duty.lessonId === null ? `${kind} ${duty.aboutId} ${duty.day}` : `lesson ${duty.lessonId}`;
    const row = rows.get(key);
    if (row) row.kinds.push(kind);
    else rows.set(key, { ...duty, key, kinds: [kind] });
  }
  return [...rows.values()].map((row) => ({ ...row, kinds: row.kinds.toSorted().toReversed() }));
}

/** The screen where the thing is done; null where the program has none. */
export function placeOf({ kinds: [kind], pageId, lessonId }: DutyRow): string | null {
  const page = pageId === null ? null : String(pageId);
  switch (kind === undefined ? null : kindOf(kind).place) {
    case "lesson":
      return page && `/journal/${page}?lesson=${lessonId}`;
    case "page":
      return page && `/journal/${page}`;
    case "plans":
      return page === null ? "/plans" : `/plans/${page}`;
    case "curriculum":
      return "/plans?view=curriculum";
    case "load":
      return "/plans?view=load";
    case "control_works":
      return "/control-works";
    case "my_class":
      return "/my-class";
    case "results":
      return page === null ? "/results" : `/journal/${page}/results`;
    case "timetable":
      return "/timetable";
    case "control":
      return "/control";
    case "attendance":
      return "/attendance";
    default:
      return null;
  }
}

/** What a duty is about, before its deed: «6 «А», Математика.», «6 «А».», «Запрос Ивановой.»; nothing for the school. */
export function aboutOf({ groupName, subject, title }: Pick<Duty, "groupName" | "subject" | "title">): string {
  const about = [groupName, subject, title].filter((word) => word !== "").join(", ");
  return about === "" || about.endsWith(".") ? about : `${about}.`;
}

/** The two lines at the left of a duty: how long it is late or how long is left, and the term itself. */
export function termOf(row: DutyRow, now: Date, timezone: string): { main: string; beside: string } {
  const due = new Date(row.dueAt);
  const [day, today] = [dayIn(timezone, due), dayIn(timezone, now)];
  const time = timeIn(timezone, due);
  const minutes = Math.floor(Math.abs(due.getTime() - now.getTime()) / 60_000);
  if (row.state === "overdue") return { main: words.late(minutes), beside: words.dueWas(when(day, time, today)) };
  if (row.state === "today") return { main: words.till(time), beside: time === words.endOfDay ? words.todayWord : words.left(minutes) };
  return { main: words.till(words.on(day)), beside: time === words.endOfDay ? "" : words.at(time) };
}

function when(day: LocalDate, time: string, today: LocalDate): string {
  const near = day === today ? words.todayWord : day === plusDays(today, -1) ? words.yesterdayWord : words.on(day);
  return time === words.endOfDay ? near : `${near}, ${time}`;
}
