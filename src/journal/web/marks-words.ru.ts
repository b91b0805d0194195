import { numberRu } from "../../foundation/count.ru.ts";
import type { LeftOut } from "../rules/averages.ts";

const decimal = (n: number): string => numberRu(n, 2);
const LEFT_OUT: Record<LeftOut, string> = {
  outside: "не входит в средний: так решила школа",
  no_number: "не число, в средний не входит",
  retaken: "пересдана, считается другая отметка",
  no_weight: "вес 0, только в среднем балле",
};

/** Words about marks, their works and averages. */
export const marksWords = {
  noWork: "вид работы не выбран",
  point: "ждём работу",
  unprepared: "не готов",
  retaken: (first: string, again: string) => `${first}, после пересдачи ${again}`,
  retakeNext: "Следующая отметка станет пересдачей, первая останется видна",
  typing: (typed: string) => `Набрано ${typed}. Ещё знак или Enter`,
  chooseWork: "Выберите вид работы: без него отметку не записать. Клавиша В.",
  nothingToRetake: "Пересдавать нечего: отметки в клетке нет.",
  forbidden: (token: string, reason: string) => `«${token}» школа не ставит. ${reason}`,
  gathered: (count: number, least: number) => `${count} из ${least}`,
  gatheredFull: (count: number, least: number) => `Отметок ${count}, норма периода не меньше ${least}`,
  asks: (n: number) => `${n} ур. без отм.`,
  asksFull: (n: number) => `Уроков подряд без отметки: ${n}. Пора спросить`,
  pointDue: (day: string, over: boolean) => (over ? `Работу ждали до ${day}` : `Работу ждём до ${day}`),

  work: {
    title: (day: string) => `Вид работы, ${day}`,
    text: "Столбец и все отметки, у которых нет своего вида, станут этой работой.",
    usual: (name: string) => `${name}, как обычно`,
    weight: (weight: number) => (weight > 1 ? `вес ${weight}` : ""),
    save: "Выбрать",
    cancel: "Оставить как есть",
    ofMark: (mark: string) => `Вид работы отметки ${mark}`,
    asColumn: (name: string) => `${name}, как у столбца`,
  },

  window: {
    retake: "Пересдача",
    retakeMark: (mark: string) => `Пересдача: ${mark}`,
    signs: "Особое",
    sign: (token: string) => (token === "•" ? "ждём работу" : token === "нп" ? "не готов" : token),
    number: "Отметка числом",
    put: "Записать",
  },

  averages: {
    title: (name: string) => `Средний балл: ${name}`,
    none: "Отметок, которые считают, ещё нет.",
    plain: "Средний балл",
    weighted: "Средневзвешенный",
    how: (sum: number, count: number, value: number) => `${sum} : ${count} = ${decimal(value)}`,
    columns: ["Урок", "Работа", "Отметка", "Вес", "В средний"] as const,
    counted: "считается",
    leftOut: (why: LeftOut) => LEFT_OUT[why],
    brought: "из прежней школы",
    close: "Понятно",
    open: (name: string) => `Как вышел средний балл: ${name}`,
  },

  range: {
    chosen: (n: number) => `Выбрано клеток: ${n}`,
    empty: "Заполнить пустые",
    all: "Заполнить все",
    put: (token: string) => `Заполнить пустые: ${token}`,
    putOver: (token: string) => `Заполнить все: ${token}`,
    clear: "Очистить",
  },
} as const;
