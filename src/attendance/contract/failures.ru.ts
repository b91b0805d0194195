import { dayRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

const KIND: Record<string, string> = { none: "присутствие", absent: "«н»", ill: "«б»", late: "«оп»" };

/** What is said when presence cannot be recorded. */
export const ATTENDANCE_FAILURES = {
  "attendance.pupil_named_twice": () => "Один ученик назван в запросе дважды, и неясно, что о нём записать. Ничего не записано.",
  "attendance.cell_changed_meanwhile": ({ kind }: { kind: string }) =>
    `Пока вы работали, в этой клетке записали другое: сейчас стоит ${KIND[kind]}. Ваша запись не сохранена. Выберите, какую оставить.`,
  "attendance.class_not_found": () => "Такого класса в школе нет.",
  "attendance.pupil_not_found": () => "Такого ученика в школе нет.",
  "attendance.not_days": ({ longest }: { longest: number }) => `Проверьте дни: первый не позже последнего, всего не больше ${longest} дней.`,
  "attendance.reason_unknown": () => "Такой причины в списке школы нет. Выберите из списка.",
  "attendance.reason_retired": ({ name }: { name: string }) => `Причину «${name}» школа больше не использует. Выберите другую.`,
  "attendance.reason_not_found": () => "Такой причины в списке школы нет.",
  "attendance.reason_needed": ({ name }: { name: string }) => `Причина «${name}» нужна журналу: ею объясняется отметка «б». Её можно только переименовать.`,
  "attendance.no_task": ({ day }: { day: string }) => `За ${dayRu(day)} пропусков без уважительной причины у ученика нет, записывать работу не о чем.`,
  "attendance.note_missing": () => "Напишите, что сделано: звонок, беседа, письмо.",
  "attendance.note_changed_meanwhile": () => "Эту запись тем временем изменили. Ваш текст остался в поле, посмотрите, что записано сейчас.",
  "attendance.reason_taken": ({ name, sign }: { name: string; sign: string }) =>
    `Похожая причина уже есть: «${name}», знак «${sign}». Выберите другое название и другую первую букву знака.`,
  "attendance.reason_not_named": () => "Назовите причину и дайте ей знак из одной–трёх букв.",
  "attendance.nothing_to_explain": ({ kind }: { kind: string }) =>
    kind === "late" ? "Ученик опоздал, а не пропустил урок: причину указывают у пропуска." : "Ученик был на уроке: сначала отметьте пропуск.",
  "attendance.span_overlaps": ({ from, to }: { from: string; to: string }) =>
    `На эти дни пропуск уже записан: с ${dayRu(from)} по ${dayRu(to)}. Снимите его или выберите другие дни.`,
  "attendance.span_changed_meanwhile": () => "Пока вы работали, эту запись изменили. Посмотрите, как сейчас, и повторите.",
} satisfies FailureWords;
