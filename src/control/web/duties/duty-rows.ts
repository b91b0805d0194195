import type { Static } from "typebox";
import { dayIn, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Duty as DutySchema } from "../../contract/duties/duties.ts";
import type { Place } from "../../rules/duties/duty-kind.ts";
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

const PLACES: Record<NonNullable<Place>, (pageId: number | null, lessonId: number | null) => string> = {
  lesson: (pageId, lessonId) => `/journal/${pageId}?lesson=${lessonId}`,
  page: (pageId) => `/journal/${pageId}`,
  plans: (pageId) => (pageId === null ? "/plans" : `/plans/${pageId}`),
  curriculum: () => "/plans?view=curriculum",
  load: () => "/plans?view=load",
  control_works: () => "/control-works",
  my_class: () => "/my-class",
  results: (pageId) => (pageId === null ? "/results" : `/journal/${pageId}/results`),
  remarks: () => "/remarks",
  inspections: () => "/inspections",
  timetable: () => "/timetable",
  control: () => "/control",
  attendance: () => "/attendance",
};

/** The screen where the thing is done; null where the program has none. */
export function placeOf({ kinds, pageId, lessonId }: DutyRow): string | null {
  const place = kindOf(kinds[0]!).place;
  return place && PLACES[place](pageId, lessonId);
}

/** What a duty is about, before its deed; nothing for the school as a whole. */
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
