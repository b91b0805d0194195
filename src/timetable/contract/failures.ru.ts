import { lessonNoRu } from "../rules/lesson-no.ru.ts";
import { countRu, ordinalRu } from "../../foundation/count.ru.ts";
import { dayRu, onWeekdayRu, timesRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

type Other = { group: string; slot: number; starts: string | null; ends: string | null };
const other = ({ group, slot, starts, ends }: Other) => `${group}, ${lessonNoRu(slot)}${starts && ends ? ` (${timesRu(starts, ends)})` : ""}`;

type OfWeek = { group: string; subject: string; weekday: number; slot: number };
const ofWeek = ({ group, subject, weekday, slot }: OfWeek) => `${group}, ${subject}, ${onWeekdayRu(weekday)}, ${lessonNoRu(slot)}`;

const PARTS: Record<string, string> = { marks: "отметки", attendance: "посещаемость", homework: "домашние задания", topics: "темы" };

/** What is said of lessons, substitutions and the timetable. */
export const TIMETABLE_FAILURES = {
  "timetable.lesson_not_found": () => "Такого урока нет. Ничего не записано.",
  "timetable.lesson_not_held_yet": ({ lessonDay }: { lessonDay: string }) => `Урок ещё не прошёл: он ${dayRu(lessonDay)}. Ничего не записано.`,
  "timetable.lesson_cancelled": ({ lessonDay }: { lessonDay: string }) => `Урок ${dayRu(lessonDay)} отменён: отметки, пропуски и задание к нему не записывают.`,
  "timetable.part_not_used": ({ part, unmarked }: { part: string; unmarked: boolean }) =>
    unmarked
      ? "Этот класс учится без отметок. Ничего не записано."
      : `На этой странице ${PARTS[part]} не ведут: так решила школа для этого вида журнала. Ничего не записано.`,
  "timetable.substitution_window_over": ({ from, to }: { from: string; to: string }) =>
    `Замещающий учитель пишет в журнал с ${dayRu(from)} по ${dayRu(to)}. Запись не сохранена, обратитесь к завучу.`,
  "timetable.lesson_changed_meanwhile": () => "Урок в расписании уже изменил кто-то другой. Посмотрите, как он стоит сейчас; ваше изменение не записано.",
  "timetable.lesson_has_entries": () => "На этом уроке уже есть записи в журнале, поэтому его день не переносится. Расписание осталось прежним.",
  "timetable.not_a_day": ({ text }: { text: string }) => `«${text}» не день. Напишите его так: 2026-09-01.`,
  "timetable.not_a_span": ({ days }: { days: number }) =>
    `Изменения показываются не больше чем за ${days} дней, и первый день не позже последнего. Выберите другие дни.`,
  "timetable.reason_missing": () => "Укажите причину: без неё замену и отмену не записать.",
  "timetable.substitute_missing": () => "Выберите, кто проведёт урок. Замена не записана.",
  "timetable.substitute_is_the_teacher": () => "Это и есть учитель урока: сам себя он не замещает. Выберите другого.",
  "timetable.substitute_not_a_teacher": () => "Среди учителей школы на этот день такого нет. Выберите из предложенных.",
  "timetable.substitution_by_deputy": () => "В этой школе замену записывает завуч. Скажите ему, что ведёте этот урок, и журнал откроется.",
  "timetable.substitute_named": () => "Урок уже замещает другой учитель. Если ведёте его вы, скажите завучу.",
  "timetable.lesson_already_kept": () => "Этот урок уже записал его учитель. Если вели его вы, скажите завучу.",
  "timetable.teacher_busy": (where: Other) => `Учитель в это время ведёт другой урок: ${other(where)}. Расписание осталось прежним.`,
  "timetable.room_taken": (where: Other) => `Кабинет в это время занят: ${other(where)}. Расписание осталось прежним.`,
  "timetable.group_busy": (where: Other) => `У этих учеников в это время уже есть урок: ${other(where)}. Расписание осталось прежним.`,
  "timetable.no_such_hour": ({ day, slot }: { day: string; slot: number }) => `${dayRu(day)} ${slot}-го урока нет в звонках. Выберите другой час.`,
  "timetable.room_not_found": () => "Такого кабинета нет. Расписание осталось прежним.",
  "timetable.lesson_was_held": ({ entries }: { entries: number }) =>
    `На этом уроке в журнале уже ${countRu(entries, "запись", "записи", "записей")} об отметках и пропусках: он прошёл, и отменить его нельзя. Если это записано зря, сначала их снимает учитель.`,
  "timetable.substitute_has_written": () => "Замещающий учитель уже записал этот урок в журнал, поэтому замена остаётся. Расписание прежнее.",
  "timetable.change_of_cancelled": () => "Урок отменён. Сначала верните его в расписание.",
  "timetable.swap_of_two_groups": () => "Поменять местами можно два урока одного класса или одной группы. Выберите другой урок.",
  "timetable.from_not_ahead": ({ today }: { today: string }) =>
    `Прошедшие и сегодняшние уроки расписание не меняет. Выберите день после ${dayRu(today)}; ваши правки остались на экране.`,
  "timetable.day_outside_year": ({ from, to }: { from: string; to: string }) =>
    `Учебный год идёт с ${dayRu(from)} по ${dayRu(to)}. Выберите день внутри него; ваши правки остались на экране.`,
  "timetable.bells_not_found": () => "Такого расписания звонков нет. Ничего не записано.",
  "timetable.bells_changed_meanwhile": () => "Звонки уже изменил кто-то другой. Посмотрите, как они стоят сейчас; ваши правки не записаны.",
  "timetable.bells_not_named": () => "Назовите расписание звонков: «Обычные», «Сокращённый день».",
  "timetable.bells_name_taken": ({ name }: { name: string }) => `Расписание звонков «${name}» уже есть. Назовите это иначе.`,
  "timetable.bell_misshapen": ({ slot }: { slot: number }) =>
    `${lessonNoRu(slot)}: начало должно быть раньше конца, и номер не повторяется. Ничего не записано.`,
  "timetable.bell_in_use": ({ slot }: { slot: number }) =>
    `В ${ordinalRu(slot)} час по расписанию стоят уроки, поэтому звонок убрать нельзя. Сначала переставьте уроки.`,
  "timetable.day_gone": ({ today }: { today: string }) => `Звонки выбирают на сегодня или вперёд. Сегодня ${dayRu(today)}.`,
  "timetable.not_a_study_day": ({ day }: { day: string }) => `${dayRu(day)} уроков нет. Выберите учебный день.`,
  "timetable.subject_not_found": () => "Такого предмета в школе нет. Ничего не записано.",
  "timetable.no_year": () => "У школы нет учебного года. Сначала задайте его: без него уроки не разложить по дням.",
  "timetable.page_not_found": () => "Такого предмета у класса нет. Ничего не записано.",
  "timetable.week_changed_meanwhile": ({ group, subject }: { group: string; subject: string }) =>
    `Расписание «${group}, ${subject}» уже изменил кто-то другой. Посмотрите, как оно стоит сейчас; ваши правки не записаны.`,
  "timetable.week_misplaced": (at: OfWeek) => `${ofWeek(at)}: в этот день или час уроков не бывает. Ничего не записано.`,
  "timetable.week_stranger": (at: OfWeek) => `${ofWeek(at)}: такого учителя или кабинета в школе нет. Ничего не записано.`,
  "timetable.week_clashes": ({ count }: { count: number }) =>
    `В расписании ${count === 1 ? "накладка" : "накладки"}: ${count}. Исправьте или подтвердите, что так и нужно; пока ничего не записано.`,
} satisfies FailureWords;
