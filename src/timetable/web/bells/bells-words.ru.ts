import { lessonNoRu } from "../../rules/lesson-no.ru.ts";
import { countRu, ordinalRu } from "../../../foundation/count.ru.ts";
import { dayRu } from "../../../foundation/day.ru.ts";

type Warning = { kind: "lesson_long" | "break_short" | "bells_overlap"; minutes?: number; limit?: number };
const minutesRu = (n = 0) => countRu(n, "минута", "минуты", "минут");
const hour = (slot: number, shift: number) => (shift === 0 ? `занятие ${slot} после уроков` : `${lessonNoRu(slot)}${shift === 2 ? " второй смены" : ""}`);

/** Words of the bells. */
export const bellsWords = {
  opening: "Открываем звонки",
  heading: "Расписание звонков",
  usual: "каждый день",
  add: "Новое",
  name: "Название",
  shift: { 0: "После уроков", 1: "Первая смена", 2: "Вторая смена" } as Record<0 | 1 | 2, string>,
  afterHint: "Часы кружков, секций и продлённого дня. Они одни для всех расписаний звонков.",
  slot: ordinalRu,
  starts: (slot: number, shift: number) => `Начало: ${hour(slot, shift)}`,
  ends: (slot: number, shift: number) => `Конец: ${hour(slot, shift)}`,
  removeFor: (slot: number, shift: number) => `Убрать: ${hour(slot, shift)}`,
  addHour: { 0: "Добавить час занятий", 1: "Добавить урок", 2: "Добавить урок второй смены" } as Record<0 | 1 | 2, string>,
  save: "Сохранить звонки",
  saved: "Звонки сохранены. По ним считаются концы уроков и сроки заданий.",
  unsaved: "Не сохранено",
  warning: (w: Warning) =>
    ({
      lesson_long: `Урок ${minutesRu(w.minutes)}. По норме не больше ${w.limit}.`,
      break_short: `После него перемена ${minutesRu(w.minutes)}. По норме не меньше ${w.limit}.`,
      bells_overlap: "Следующий урок начинается раньше, чем кончается этот.",
    })[w.kind],

  day: {
    heading: "Звонки на день",
    text: "Сокращённый день: концы уроков и сроки домашних заданий этого дня сдвинутся вместе со звонками.",
    noVariants: "Сначала составьте второе расписание звонков.",
    day: "День",
    bells: "Звонки",
    choose: "Выбрать на этот день",
    done: (day: string, name: string) => `${dayRu(day)} звонки «${name}».`,
    back: (day: string) => `${dayRu(day)} снова обычные звонки.`,
    none: "Все дни впереди идут по обычным звонкам.",
    line: (day: string, name: string) => `${dayRu(day)}: ${name}`,
    takeBack: "Вернуть обычные",
    takeBackFor: (day: string) => `Вернуть обычные звонки, ${dayRu(day)}`,
  },
} as const;
