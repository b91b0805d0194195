import { countRu, formRu, numberRu } from "../../../foundation/count.ru.ts";
import { dayRu, dayYearRu } from "../../../foundation/day.ru.ts";
import { NO_DUTY } from "../duty-norms.ts";
import { parseDeadline } from "../deadline/notation.ts";
import type { NormCode, NormValue } from "../norms.ts";
import { NORMS } from "../norms.ts";
import { deadlineRu } from "./deadline.ru.ts";
import { LEVEL_WORDS } from "./level-words.ru.ts";
import { LITERALS, literalRu } from "./literals.ru.ts";

const list = (words: readonly string[], none = "ничего") => (words.length === 0 ? none : words.join(", "));
const MEGABYTE = 1_048_576;

/** «5–9, 11» */
export function gradesRu(grades: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const grade of grades.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === grade - 1) last[1] = grade;
    else runs.push([grade, grade]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

const grades = (of: readonly number[]) => (of.length === 0 ? "нет" : `${gradesRu(of)} ${of.length === 1 ? "класс" : "классы"}`);
const durationRu = (text: string) =>
  text
    .replace(/(\d+)h/, "$1 ч ")
    .replace(/(\d+)m$/, "$1 мин")
    .replace(/(\d+)d$/, (_, n: string) => countRu(Number(n), "день", "дня", "дней"))
    .trim();
const severity = (of: "off" | "warn" | "refuse", said: string) =>
  of === "off" ? LITERALS["off"]! : `${said} (${of === "warn" ? "предупреждает" : "не даёт сохранить"})`;
const works = (n: number) => countRu(n, "работа", "работы", "работ");
const marksRu = (n: number) => countRu(n, "отметка", "отметки", "отметок");
const hoursRu = (n: number) => `${numberRu(n)} ${formRu(n, "часе", "часах", "часах")}`;

/** Values that a general rule does not say well. */
const SAID: { readonly [C in NormCode]?: (value: NormValue<C>) => string } = {
  "period_attestation.due": ({ from, due }) =>
    from === null ? deadlineRu(due) : `${from === "period_end - 7d" ? "в последнюю неделю" : `с дня «${deadlineRu(from)}»`}, ${deadlineRu(due)}`,
  "period_attestation.columns": ({ year, exam, final }) => `годовая: ${grades(year)}; экзаменационная: ${grades(exam)}; итоговая: ${grades(final)}`,
  "period_attestation.round_up_from": (n) => numberRu(n),
  "period_attestation.regulation": ({ title }) => title,
  "marks.levels": (levels) =>
    (Object.keys(LEVEL_WORDS) as (keyof typeof LEVEL_WORDS)[])
      .filter((level) => levels[level].length > 0)
      .map((level) => `${LEVEL_WORDS[level]}: ${list(levels[level])}`)
      .join("; "),
  "marks.scale_conduct": (tokens) => list(tokens, "не ставится"),
  "marks.outside_average": (tokens) => list(tokens, "таких нет"),
  "marks.forbidden": (tokens) =>
    list(
      tokens.map(({ token, reason }) => `«${token}»: ${reason}`),
      "таких нет",
    ),
  "marks.usual_work": (code) => (code === "" ? "выбирают каждый раз" : code),
  "lesson.entry_counts": (counts) =>
    counts.by === "arrival"
      ? "по времени, когда она пришла в школу"
      : `по времени записи на устройстве, если она пришла не позже чем через ${durationRu(counts.within)}`,
  "homework.day_minutes": (steps) =>
    steps.map(({ from, to, minutes }) => `${from === to ? `${from} класс` : `${from}–${to} классы`} ${minutes} мин`).join(", "),
  "timetable.substitution_window": ({ before, after }) => `за ${durationRu(before)} до урока и ${durationRu(after)} после него`,
  "marks.unmarked_grades": grades,
  "timetable.hour_limits": ({ lessonMinutes, breakMinutes, firstGrade: f }) =>
    `урок до ${lessonMinutes} мин, перемена от ${breakMinutes} мин; 1 класс с ${dayRu(`2026-${f.from}`)} по ${dayRu(`2026-${f.to}`)}: ${countRu(f.lessons, "урок", "урока", "уроков")} в день по ${f.lessonMinutes} мин, ${countRu(f.weeklyHours, "час", "часа", "часов")} в неделю`,
  "curriculum.study_weeks": ({ first, other }) => `${first} в 1 классе, ${other} в остальных`,
  "files.most_bytes": (bytes) => `${numberRu(Math.round((bytes / MEGABYTE) * 10) / 10)} МБ`,
  "plan.import_limit": (megabytes) => `${megabytes} МБ`,
  "plan.class_events_due": (date) => `${date}`,
  "homework.day_off_percent": (percent) => `${percent} %`,
  "attendance.alarm_percent": (percent) => `${percent} %`,
  "marks.attended_without_mark": (lessons) => `${lessons}`,
  "accumulation.min": ({ steps }) =>
    steps.map(({ hours, marks }) => `${marksRu(marks)} при ${hoursRu(hours)} в неделю`).join(", ") + (steps.length > 0 ? " и больше" : ""),
  "accumulation.step": ({ above, marks }) => (marks === 0 ? "нет" : `ещё ${marksRu(marks)} за каждый час в неделю сверх ${above}`),
  "controlworks.max": ({ severity: s, default: most, subjects }) =>
    severity(s, [works(most), ...Object.entries(subjects).map(([name, n]) => `${name} — ${n}`)].join(", ")),
  "controlworks.hours_share": ({ severity: s, percent }) => severity(s, `${percent} %`),
  "controlworks.per_day": ({ severity: s, works: n }) => severity(s, works(n)),
  "controlworks.edge_lessons": ({ severity: s, exceptHours }) => severity(s, `кроме предметов до ${numberRu(exceptHours)} ч в неделю`),
  "controlworks.interval": ({ severity: s, days }) => severity(s, countRu(days, "день", "дня", "дней")),
  "controlworks.length": ({ severity: s, lessons, minutes, oneLesson }) =>
    severity(s, `${countRu(lessons, "урок", "урока", "уроков")} по ${minutes} мин${oneLesson.length === 0 ? "" : `; ${list(oneLesson)} — один урок`}`),
  "controlworks.assessment": ({ minutes }) => `${minutes} мин`,
  "identity.idle_timeout": durationRu,
  "working_group.term": (term) => (term === null ? silent : `с ${dayYearRu(term.from)} по ${dayYearRu(term.to)}`),
  "roles.labels": (labels) =>
    list(
      Object.entries(labels).map(([thing, label]) => `${literalRu("roles.labels", thing)} — «${label}»`),
      "как в программе",
    ),
  "setup.items": (items) =>
    items.map(({ item, by }) => `${literalRu("setup.items", item)} (${list(by.map((role) => literalRu("setup.items", role)))})`).join("; "),
  "backup.schedule": ({ dailyDays, weeklyMonths, monthlyYears, yearlyYears }) =>
    `каждый день, хранятся ${countRu(dailyDays, "день", "дня", "дней")}; недельные — ${countRu(weeklyMonths, "месяц", "месяца", "месяцев")}; месячные — ${countRu(monthlyYears, "год", "года", "лет")}; годовые — ${countRu(yearlyYears, "год", "года", "лет")}`,
};

/** What is said of a norm about which the acts of the school are silent. */
export const silent = "в актах школы не сказано";

/** A value in plain Russian: the right half of «Задание на дом записывают: не позднее чем через 3 ч после окончания последнего урока класса». */
export function valueRu(code: string, value: unknown): string {
  if (value === null) return silent;
  if (value === NO_DUTY) return "не требуется";
  const said = SAID[code as NormCode] as ((value: unknown) => string) | undefined;
  if (said) return said(value);
  if (code.startsWith("journal.kind.")) return kindRu(value as NormValue<"journal.kind.class">);
  if (typeof value === "boolean") return value ? "да" : "нет";
  if (typeof value === "number") return numberRu(value);
  if (Array.isArray(value))
    return list(
      value.map((word) => literalRu(code, String(word))),
      code.endsWith("_by") || code.endsWith("_from") ? silent : "ничего",
    );
  if (typeof value !== "string") return JSON.stringify(value);
  return isDeadline(code) && parseDeadline(value) ? deadlineRu(value) : literalRu(code, value);
}

/** Whether the value of the norm is a deadline. */
export const isDeadline = (code: string): boolean =>
  Object.hasOwn(NORMS, code) && ["deadline", "day of the year", "days or working days"].includes(NORMS[code as NormCode].unit);

function kindRu({ marks, attendance, homework, topics, paper }: NormValue<"journal.kind.class">): string {
  const parts = [topics ? "темы" : "", marks ? "отметки" : "", attendance ? "посещаемость" : "", homework ? "задания на дом" : ""].filter(
    (part) => part !== "",
  );
  return `${list(parts)}; ${LITERALS[paper] ?? paper}`;
}
