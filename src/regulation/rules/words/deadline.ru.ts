import { countRu } from "../../../foundation/count.ru.ts";
import { dayRu } from "../../../foundation/day.ru.ts";
import { parseDeadline } from "../deadline/notation.ts";
import type { Deadline, Offset } from "../deadline/notation.ts";

type Anchor = Extract<Deadline, { kind: "anchor" }>["anchor"];

/** What an anchor is called: its own day or instant, what comes after it, what comes before it. */
const ANCHORS: Record<Anchor, readonly [at: string, after: string, before: string]> = {
  lesson_date: ["в день урока", "со дня урока", "до дня урока"],
  "lesson_date.end": ["до конца дня урока", "со дня урока", "до дня урока"],
  work_date: ["в день работы", "со дня работы", "до дня работы"],
  "school_day.end": ["до конца учебного дня", "после учебного дня", "до конца учебного дня"],
  period_start: ["в день начала периода", "с начала периода", "до начала периода"],
  period_end: ["до конца периода", "после конца периода", "до конца периода"],
  year_start: ["к началу учебного года", "с начала учебного года", "до начала учебного года"],
  year_end: ["до конца учебного года", "после конца учебного года", "до конца учебного года"],
  month_end: ["до конца месяца", "после конца месяца", "до конца месяца"],
  week_end: ["до конца недели", "после конца недели", "до конца недели"],
  gia_end_and_results: ["в день результатов ГИА", "после результатов ГИА", "до результатов ГИА"],
  order_date: ["в день, названный приказом", "после дня, названного приказом", "до дня, названного приказом"],
  class_day_end: ["до конца последнего урока класса", "после окончания последнего урока класса", "до окончания последнего урока класса"],
  next_lesson: ["к следующему уроку", "после начала следующего урока", "до начала следующего урока"],
};
/** Offsets of these anchors are a span in which a thing is done, not a moment after. */
const SPANS: readonly Anchor[] = ["lesson_date", "lesson_date.end", "work_date"];

function spanRu({ days, workingDays, minutes }: Offset): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const parts = [
    workingDays === 0 ? "" : countRu(Math.abs(workingDays), "рабочий день", "рабочих дня", "рабочих дней"),
    days === 0 ? "" : countRu(Math.abs(days), "день", "дня", "дней"),
    hours === 0 ? "" : `${hours} ч`,
    rest === 0 ? "" : `${rest} мин`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** The last number of a span in the genitive: «в течение 1 дня, 7 дней», «за 14 дней». */
function duringRu({ days, workingDays, minutes }: Offset): string {
  if (minutes !== 0) return spanRu({ days, workingDays, minutes });
  const parts = [
    workingDays === 0 ? "" : countRu(Math.abs(workingDays), "рабочего дня", "рабочих дней", "рабочих дней"),
    days === 0 ? "" : countRu(Math.abs(days), "дня", "дней", "дней"),
  ];
  return parts.filter((part) => part !== "").join(" и ");
}

/** A deadline of the regulations in words: `class_day_end + 1h30m` is «не позднее чем через 1 ч 30 мин после окончания последнего урока класса». */
export function deadlineRu(text: string): string {
  const deadline = parseDeadline(text);
  if (!deadline) return text === "by_order" ? "по приказу" : text;
  if (deadline.kind === "date") return `до ${dayRu(`2026-${two(deadline.month)}-${two(deadline.day)}`)}`;
  if (deadline.kind === "month") {
    if (deadline.months === 0) return `до ${deadline.day}-го числа месяца`;
    return deadline.months === 1
      ? `до ${deadline.day}-го числа следующего месяца`
      : `до ${deadline.day}-го числа через ${countRu(deadline.months, "месяц", "месяца", "месяцев")}`;
  }
  const { offset } = deadline;
  const { days, workingDays, minutes } = offset;
  if (deadline.kind === "fact") return days + workingDays + minutes === 0 ? "в тот же день" : `в течение ${duringRu(offset)}`;
  const [at, after, before] = ANCHORS[deadline.anchor];
  if (days + workingDays + minutes === 0) return at;
  if (days + workingDays + minutes < 0) return `не позднее чем за ${spanRu(offset)} ${before}`;
  return SPANS.includes(deadline.anchor) ? `в течение ${duringRu(offset)} ${after}` : `не позднее чем через ${spanRu(offset)} ${after}`;
}

const two = (n: number) => String(n).padStart(2, "0");
