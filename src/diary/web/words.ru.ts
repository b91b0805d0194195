import { countRu, numberRu } from "../../foundation/count.ru.ts";
import type { AbsenceKind } from "../../attendance/rules/absence-kind.ts";
import { weekdayOf, type LocalDate } from "../../foundation/day.ts";
import { capital, dayRu, daysRu, timesRu, weekdayRu, weekdayShortRu } from "../../foundation/day.ru.ts";
import type { LessonChange } from "./live/week-changes.ts";
import { lessonNoRu } from "../../timetable/rules/lesson-no.ru.ts";

const QUARTERS = ["Первая", "Вторая", "Третья", "Четвёртая"] as const;
const HALF_YEARS = ["Первое", "Второе"] as const;
const TRIMESTERS = ["Первый", "Второй", "Третий"] as const;

const weekday = (day: string) => weekdayRu(weekdayOf(day as LocalDate));
const decimal = (n: number) => numberRu(n, 2);
const topMarks = (n: number, top: number) => (top === 5 ? countRu(n, "пятёрки", "пятёрок", "пятёрок") : `${n} отметок «${top}»`);

const TERM_KINDS: Record<string, { of: (n: number) => string; during: string }> = {
  quarter: { of: (n) => `${QUARTERS[n - 1] ?? n} четверть`, during: "За четверть" },
  half_year: { of: (n) => `${HALF_YEARS[n - 1] ?? n} полугодие`, during: "За полугодие" },
  trimester: { of: (n) => `${TRIMESTERS[n - 1] ?? n} триместр`, during: "За триместр" },
};

const ABSENCES: Record<Exclude<AbsenceKind, "none">, { sign: string; word: string }> = {
  absent: { sign: "н", word: "пропуск" },
  ill: { sign: "б", word: "болезнь" },
  late: { sign: "оп", word: "опоздание" },
};

const time = (clock: string) => clock.replace(/^0(\d)/, "$1").slice(0, 5);
const dayShort = (day: string): string => weekdayShortRu(weekdayOf(day as LocalDate));
const during = (kind: string) => TERM_KINDS[kind]?.during ?? "За период";
/** The name of a subject inside a sentence: «математика», but «ОБЖ». */
const inside = (subject: string) => (/^.[А-ЯЁ]/.test(subject) ? subject : subject.charAt(0).toLowerCase() + subject.slice(1));

/** A short name that never breaks before its initials. */
const person = (name: string) => name.replace(/\s+(?=\S\.)/g, "\u00a0");

const NO_TASK = /^без задани[яй]/i;

/** Words of the family's diary. Neutral to the child's sex: «пропуск», never «была» or «был». */
export const diaryWords = {
  title: (page: string) => `${page} · Парта`,
  diary: "Дневник",
  sections: "Разделы",
  sessions: "Входы",
  skip: "К дневнику",
  children: "Ребёнок",
  days: "День недели",
  previousWeek: "Прошлая неделя",
  nextWeek: "Следующая неделя",
  thisWeek: "Сегодня",
  today: "сегодня",
  toToday: "Открыть эту неделю",
  again: "Повторить",
  opening: "Открываем дневник",
  notOpened: "Дневник не открылся",
  noChildren: "К вашему входу пока не привязан ученик",
  noChildrenText: "Скажите об этом классному руководителю: связь с ребёнком записывает школа.",

  week: (from: string, to: string, today: string) => {
    const year = from.slice(0, 4) === to.slice(0, 4) && to.slice(0, 4) !== today.slice(0, 4) ? ` ${to.slice(0, 4)} года` : "";
    return `${daysRu(from, to)}${year}`;
  },
  dayShort,
  dayTitle: (day: string) => `${capital(weekday(day))}, ${dayRu(day)}`,
  dayLabel: (day: string, today: boolean, marks: string, absences: string) =>
    [`${weekday(day)}, ${dayRu(day)}`, today ? "сегодня" : "", marks && `отметки: ${marks}`, absences && `пропуски: ${absences}`].filter(Boolean).join(", "),
  lessonCount: (n: number) => `уроков: ${n}`,
  afterLessons: "После уроков",
  afterLessonsOn: (day: string) => `После уроков, ${dayRu(day)}`,
  hours: (starts: string, ends: string) => timesRu(time(starts), time(ends)),
  until: (ends: string) => `до ${time(ends)}`,
  time,
  room: (name: string) => (/^\d|^[а-яё]{1,2}-?\d/i.test(name) ? `каб. ${name}` : inside(name)),
  slot: lessonNoRu,
  freeDay: "Свободный день",
  freeDayText: "Уроков нет.",
  holiday: (name: string) => capital(name),

  homework: "Дома:",
  files: "Файлы и ссылки",
  ownHomework: "Отдельно:",
  tasks: "На уроке:",
  comment: "Учитель:",
  minutes: (n: number) => `около ${n} мин`,
  due: (day: string) => `срок ${dayRu(day)}`,
  hasTask: (homework: string) => !NO_TASK.test(homework),
  noHomeworkYet: "Задание ещё не записано",
  work: inside,
  weight: (n: number) => `вес ${n}`,
  markOf: (mark: string, retake: boolean) => (mark === "•" ? "работа ещё не сдана" : mark === "нп" ? "без подготовки" : retake ? "после пересдачи" : "отметка"),
  retakeOf: "→",
  awaited: "работу ещё ждут",
  absence: (kind: AbsenceKind) => (kind === "none" ? null : ABSENCES[kind]),
  person,
  substitute: (name: string, usual: string) => (usual && usual !== name ? `Замена: ${person(name)}, обычно ${person(usual)}` : `Замена: ведёт ${person(name)}`),
  cancelled: (reason: string | null) => (reason ? `Урок отменён: ${reason}` : "Урок отменён"),
  moved: (day: string, slot: number, sameDay: boolean, reason: string | null) =>
    (sameDay ? `Перенесён, был ${slot}-м уроком` : `Перенесён с ${dayRu(day)}, был ${slot}-м уроком`) + (reason ? `: ${reason}` : ""),
  changesOfWeek: "Изменения в расписании",
  changedLesson: (day: string, slot: number, subject: string, what: string) => `${dayShort(day)}, ${lessonNoRu(slot)}: ${inside(subject)}, ${what}`,
  moreChanges: (n: number) => `и ещё изменений: ${n}, они отмечены у уроков`,
  changeKind: { cancelled: "отменён", moved: "перенесён", substituted: "замена" },

  term: (kind: string, n: number) => TERM_KINDS[kind]?.of(n) ?? "Учебный период",
  subject: "Предмет",
  lastMarks: "Последние",
  average: "Балл",
  termMark: "Итог",
  none: "–",
  noneLabel: "отметок нет",
  weighted: "Цифра вверху у отметки: её вес в среднем балле.",
  noMarks: "Отметок в этом периоде ещё нет.",
  decimal,

  whatIf: "А если?",
  whatIfNow: (average: number | null) => (average === null ? "отметок ещё нет" : `сейчас ${decimal(average)}`),
  whatIfText: "Добавьте отметки и посмотрите, что выйдет.",
  addMark: "Добавить отметку",
  plusMark: (n: number) => `+${n}`,
  reset: "Сбросить",
  whatIfAdded: (more: readonly number[], average: number, rounded: number) =>
    `Если добавить ${more.join(", ")}, будет ${decimal(average)}, ближе всего к «${rounded}».`,
  whatIfWay: (target: number, count: number, top: number) => `До ${decimal(target)} не хватает ${topMarks(count, top)}.`,
  whatIfTop: "Выше уже некуда.",

  absences: "Пропуски",
  absencesOfTerm: (kind: string, n: number) => (n === 0 ? `${during(kind)} пропусков нет.` : `${during(kind)} ${countRu(n, "урок", "урока", "уроков")}.`),
  absenceLine: (day: string, slot: number, subject: string, word: string) => `${dayRu(day)}, ${lessonNoRu(slot)}, ${inside(subject)}: ${word}`,

  offline: (time: string) => `Нет связи. Показано то, что было в ${time}.`,
  stale: (time: string) => `Обновить не удалось. Показано то, что было в ${time}.`,
  offlineEmpty: "Нет связи, эту неделю открыть не удалось. Она появится сама, когда связь вернётся.",
  news: (changes: readonly LessonChange[], more: number) => [...changes.map(changeText), more > 0 ? `Ещё изменений: ${more}` : ""].filter(Boolean).join(". "),
} as const;

function changeText(c: LessonChange): string {
  const kind = c.absence === 1 ? "пропуск" : c.absence === 2 ? "болезнь" : c.absence === 3 ? "опоздание" : "";
  if (c.what === "mark") return c.marks.length > 0 ? `${c.subject}: ${c.marks.join(", ")}` : `${c.subject}: отметка изменена`;
  if (c.what === "absence") return kind ? `${c.subject}: ${kind}` : `${c.subject}: пропуск снят`;
  if (c.what === "homework") return `${c.subject}: задание на дом`;
  if (c.what === "comment") return `${c.subject}: комментарий учителя`;
  if (c.what === "topic") return `${c.subject}: тема урока`;
  return `${c.subject}: изменение в расписании`;
}
