import { countRu } from "../../foundation/count.ru.ts";
import { dayRu, daysRu, weekdayShortRu } from "../../foundation/day.ru.ts";
import type { AbsenceKind } from "../rules/absence-kind.ts";
import { lessonNoRu } from "../../timetable/rules/lesson-no.ru.ts";
import { termRu } from "../../timetable/rules/term-name.ru.ts";

const lessonsRu = (n: number) => countRu(n, "урок", "урока", "уроков");

/** What a cell writes where no reason says otherwise. */
export const KIND_SIGNS: Record<Exclude<AbsenceKind, "none">, string> = { absent: "н", ill: "б", late: "оп" };

export const classWords = {
  title: "Мой класс",
  titleOfAll: "Посещаемость классов",
  opening: "Открываем посещаемость",
  noClass: "За вами не закреплён класс",
  noClassText: "Классное руководство назначает завуч. Когда класс появится, здесь будет его посещаемость.",
  choose: "Класс",
  week: daysRu,
  before: "Неделя раньше",
  after: "Неделя позже",
  thisWeek: "Эта неделя",
  noLessons: "На этой неделе уроков нет.",
  day: dayRu,
  weekday: weekdayShortRu,
  dayHead: (weekday: string, day: string) => `${weekday}, ${dayRu(day)}`,
  tableLabel: (name: string) => `Пропуски, ${name}`,
  scroll: "Таблица, листается вбок",
  pupil: "Ученик",
  term: termRu,
  columns: { lessons: "уроков", days: "дней", excused: "по уваж.", unexplained: "без причины", late: "опозданий" },
  columnFull: {
    lessons: "Пропущено уроков",
    days: "Пропущено дней целиком",
    excused: "Уроков по уважительной причине",
    unexplained: "Уроков без причины",
    late: "Опозданий",
  },

  cell: {
    free: "нет уроков",
    present: "был",
    coming: "ещё не прошёл",
    some: (said: string, missed: number, of: number) => (missed === of ? `${said}, весь день` : `${said}, ${missed} из ${of}`),
  },
  said: { absent: "пропуск без причины", ill: "болезнь", late: "опоздание" } satisfies Record<Exclude<AbsenceKind, "none">, string>,
  kind: { none: "Был", late: "Опоздал", absent: "Пропуск, причины нет" },
  openDay: (name: string, day: string) => `${name}, ${dayRu(day)}`,
  lessonOf: (slot: number, subject: string) => `${lessonNoRu(slot)}, ${subject}`,
  authors: (markedBy: string, reasonBy: string | null) => (reasonBy === null ? `отмечено: ${markedBy}` : `отмечено: ${markedBy}, причина: ${reasonBy}`),
  notMissed: "В этот день пропусков нет. Enter откроет уроки дня.",
  keys: "Стрелки водят по клеткам, Enter открывает уроки дня, буква ставит причину, Delete снимает.",
  totalsOf: (term: string) => `Итоги в таблице: ${term}.`,

  late: {
    region: "Причина правки после срока",
    label: "Почему меняете сейчас",
    save: "Записать с причиной",
    leave: "Оставить как было",
  },
  unexplained: {
    title: "Без причины",
    none: "Пропусков без причины в этой четверти нет.",
    lessons: (n: number, subjects: readonly string[]) => `${lessonsRu(n)}: ${subjects.join(", ")}`,
    reason: (name: string, day: string) => `Причина, ${name}, ${dayRu(day)}`,
    pick: "Причина…",
    more: (n: number) => `Ещё ${n}: покажутся, когда разберёте эти.`,
  },

  span: {
    open: "Болеет с … по …",
    title: "Пропуск на несколько дней",
    pupil: "Ученик",
    pick: "Выберите ученика",
    from: "С какого дня",
    to: "По какой день",
    reason: "Причина",
    hint: "Запись сразу появится во всех уроках этих дней, и в будущих тоже.",
    save: "Записать пропуск",
    leave: "Не записывать",
    needPupil: "Выберите ученика: без него пропуск не записать.",
    needDays: "Укажите оба дня.",
    written: (name: string, from: string, to: string, lessons: number) => `${name}: пропуск с ${dayRu(from)} по ${dayRu(to)} записан, ${lessonsRu(lessons)}.`,
    kept: (n: number) => ` Осталось как было: ${lessonsRu(n)}, там уже стояло другое.`,
    list: "Пропуски на несколько дней",
    line: (from: string, to: string) => (from === to ? dayRu(from) : `с ${dayRu(from)} по ${dayRu(to)}`),
    remove: "Снять",
    removeOf: (name: string, from: string, to: string) => `Снять пропуск: ${name}, с ${dayRu(from)} по ${dayRu(to)}`,
    removed: (name: string, lessons: number) => `${name}: пропуск снят, ${lessonsRu(lessons)}.`,
  },
  reasons: {
    title: "Причины пропусков",
    add: "Добавить",
    adding: "Новая причина",
    name: "Название",
    sign: "Знак в клетке",
    signHint: "Одна–три буквы. Первая буква будет клавишей, у других причин она своя.",
    isExcused: "Уважительная",
    excused: "уважительная",
    unexcused: "неуважительная",
    save: "Добавить причину",
    leave: "Не добавлять",
    added: (name: string, excused: boolean) => `Причина «${name}» добавлена, ${excused ? "уважительная" : "неуважительная"}.`,
  },
  byReason: (term: string, parts: readonly string[]) => `${term}: ${parts.join(", ")}`,
  reasonCount: (name: string, lessons: number) => `${name.toLowerCase()} ${lessons}`,
  given: (name: string, day: string, reason: string) => `${name}, ${dayRu(day)}: ${reason}`,
  takenBack: (name: string, day: string) => `${name}, ${dayRu(day)}: причина снята`,
} as const;
