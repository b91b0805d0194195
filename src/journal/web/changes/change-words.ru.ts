import { countRu } from "../../../foundation/count.ru.ts";
import { dayRu } from "../../../foundation/day.ru.ts";
import { journalWords } from "../words.ru.ts";

const FIELDS: Record<string, string> = {
  topic: "тема",
  homework: "задание",
  tasks: "задачи урока",
  minutes: "минут на задание",
  dueOn: "сдать к",
  workType: "вид работы",
  lessonKind: "вид урока",
};
const EMPTY = "пусто";

/** A value of a change in words. */
export function valueRu(act: string, value: unknown): string {
  if (act.startsWith("attendance.")) {
    const kind = typeof value === "object" && value !== null ? (value as { kind?: unknown }).kind : value;
    return journalWords.absence(kind === "absent" || kind === "ill" || kind === "late" ? kind : "none");
  }
  if (typeof value === "string" || typeof value === "number") return String(value);
  return EMPTY;
}

/** The fields of a lesson's record that a change touched, each with both values. Numbers of dictionaries have no words here. */
export function fieldsRu(before: unknown, after: unknown): { name: string; from: string; to: string }[] {
  const [was, is] = [before, after].map((one) => (typeof one === "object" && one !== null ? (one as Record<string, unknown>) : {}));
  return Object.keys(FIELDS).flatMap((field) => {
    const [from, to] = [was?.[field] ?? null, is?.[field] ?? null];
    if (from === to) return [];
    const said = (one: unknown) =>
      field === "dueOn" && typeof one === "string"
        ? dayRu(one)
        : typeof one === "number"
          ? `${field === "minutes" ? "" : "№ "}${one}`
          : typeof one === "string"
            ? one
            : EMPTY;
    return [{ name: FIELDS[field] ?? field, from: said(from), to: said(to) }];
  });
}

export const changeWords = {
  mine: {
    title: "Мои изменения",
    heading: (day: string, today: boolean) => (today ? `Мои изменения сегодня, ${dayRu(day)}` : `Мои изменения, ${dayRu(day)}`),
    day: "День",
    opening: "Читаем изменения",
    none: "В этот день вы ничего не меняли.",
    count: (n: number) => countRu(n, "изменение", "изменения", "изменений"),
    columns: ["Время", "Где", "Кто", "Было", "Стало", "Сейчас"] as const,
    pick: "Выбрать",
    choose: (what: string) => `Выбрать: ${what}`,
    undo: "Отменить",
    undoMany: (n: number) => (n === 0 ? "Отменить выбранные" : `Отменить выбранные: ${n}`),
    stands: "так и стоит",
    changed: (now: string) => `потом изменено: ${now}`,
    lessonChanged: "потом изменено",
    other: "правится там, где сделано",
    undone: (n: number) =>
      n === 1 ? "Отменено одно изменение, прежнее значение записано заново." : `Отменено изменений: ${n}, прежние значения записаны заново.`,
    term: "отметка за период",
    lesson: "запись урока",
    late: "Срок прошёл. Напишите причину и отмените ещё раз.",
    reason: "Причина",
  },
  late: {
    title: "Исправления",
    heading: "Исправления после срока",
    lead: "Что изменили в журнале, когда срок уже прошёл, и почему.",
    from: "С",
    to: "По",
    opening: "Читаем исправления",
    none: "За эти дни после срока ничего не исправляли.",
    columns: ["Изменено", "Урок", "Кто изменил", "Что", "Было", "Стало", "Причина"] as const,
    scroll: "Исправления, таблица",
  },
  place: (group: string, subject: string, day: string | null) => `${group}, ${subject}${day === null ? "" : `, ${dayRu(day)}`}`,
  moment: (day: string, time: string) => `${dayRu(day)}, ${time}`,
} as const;
