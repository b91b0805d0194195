import { dayYearRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

/** What happened, what became of the work, what to do. */
export const JOURNAL_FAILURES = {
  "journal.section_changed_meanwhile": () => "Этот раздел тем временем изменили. Ваш текст остался в поле, посмотрите, что записано сейчас.",
  "journal.page_not_printed": () => "Журналы этого вида на бумагу не выводят: так решила школа.",
  "journal.page_not_found": () => "Такой страницы журнала нет. Ничего не записано.",
  "journal.mark_not_in_scale": ({ mark, scale }: { mark: string; scale: readonly string[] }) =>
    `«${mark}» нет в шкале школы. Можно ставить ${scale.join(", ")}. Отметка не записана.`,
  "journal.cell_changed_meanwhile": ({ mark }: { mark: string | null }) =>
    `Пока вы работали, в этой клетке записали другое: ${mark === null ? "сейчас она пуста" : `сейчас стоит ${mark}`}. Ваша отметка не сохранена. Выберите, какую оставить.`,
  "journal.lesson_changed_meanwhile": () =>
    "Пока вы писали, тему или задание этого урока изменили. Ваш текст не сохранён, он остался в поле. Выберите, какой оставить.",
  "journal.pupil_note_changed_meanwhile": () =>
    "Пока вы писали, запись для этого ученика изменили. Ваш текст не сохранён, он остался в поле. Выберите, какой оставить.",
  "journal.mark_forbidden": ({ mark, reason }: { mark: string; reason: string }) => `«${mark}» школа не ставит. ${reason} Отметка не записана.`,
  "journal.work_type_required": () => "Выберите вид работы: без него отметку не записать.",
  "journal.nothing_to_retake": () => "Пересдавать нечего: первой отметки в клетке нет. Отметка не записана.",
  "journal.not_a_month": ({ text }: { text: string }) => `«${text}» не месяц. Нужен год и номер месяца, например 2026-09.`,
  "journal.attachment_not_found": () => "Такого файла нет: его убрали или урок изменили.",
  "journal.attachments_too_many": ({ most }: { most: number }) => `К одному уроку можно приложить не больше ${most}. Уберите лишнее и повторите.`,
  "journal.file_not_as_named": ({ ending }: { ending: string }) =>
    `Внутри файла не то, что говорит его имя${ending === "" ? "" : ` (${ending})`}. Сохраните его заново в нужном виде и повторите. Файл не приложен.`,
  "journal.file_empty": () => "Файл пуст, он не приложен.",
  "journal.not_a_web_address": () => "Это не адрес страницы. Нужен целый адрес, он начинается с https://. Ссылка не приложена.",
  "journal.work_type_not_found": () => "Такого вида работы в школе нет. Выберите из списка, запись не сохранена.",
  "journal.lesson_kind_not_found": () => "Такого вида занятия в школе нет. Выберите из списка, запись не сохранена.",
  "journal.lesson_kind_required": () => "Сначала выберите вид занятия: школа требует его у каждого урока. Тема не записана.",
  "journal.due_not_a_day": ({ text }: { text: string }) => `«${text}» не день календаря. Срок задания не записан.`,
  "journal.due_not_after_lesson": ({ from }: { from: string }) => `Срок задания должен быть позже урока, самое раннее ${dayYearRu(from)}. Запись не сохранена.`,
  "journal.term_not_begun": ({ startsOn }: { startsOn: string }) =>
    `Эта четверть или полугодие ещё не начались, они начнутся ${dayYearRu(startsOn)}. Отметка не записана.`,
  "journal.period_not_used": ({ gradeLevel }: { gradeLevel: number }) => `Такой отметки за период в ${gradeLevel}-х классах не ставят. Отметка не записана.`,
  "journal.class_not_found": () => "Такого класса нет.",
  "journal.pupil_not_found": () => "Такого ученика нет.",
  "journal.debt_not_found": () => "Задолженности по этому предмету нет: её открывает годовая отметка.",
  "journal.not_a_day": ({ text }: { text: string }) => `«${text}» не день календаря. Ничего не записано.`,
  "journal.exam_not_of_grade": ({ gradeLevel }: { gradeLevel: number }) =>
    `В ${gradeLevel}-м классе такого экзамена нет: ОГЭ сдают в 9-м, ЕГЭ в 11-м. Результат не записан.`,
  "journal.exam_without_result": () => "Укажите отметку или балл: без них результат не записать.",
  "journal.attempt_without_day": () => "У результата попытки должен быть день. Укажите, когда ученик сдавал.",
  "journal.attempts_out_of_order": () => "Вторая попытка бывает после первой. Проверьте дни, ничего не изменилось.",
  "journal.result_changed_meanwhile": () => "Пока вы писали, эту запись изменил кто-то другой. Посмотрите, как она стоит сейчас; ваша не сохранена.",
  "journal.day_outside_terms": ({ day }: { day: string }) => `${dayYearRu(day)} не попадает в учебный год или ещё не наступило. Отметка не записана.`,
  "journal.brought_without_source": () => "Укажите школу, из которой отметка: она останется рядом с ней.",
  "journal.term_not_found": () => "Такой четверти или полугодия у этого класса нет. Отметка не записана.",
  "journal.work_type_taken": ({ name, code }: { name: string; code: string }) =>
    `Такой вид работы уже есть: ${name} (${code}). У каждого вида своё название и свой знак. Ничего не изменено.`,
  "journal.work_type_not_named": () => "Назовите вид работы и дайте ему знак до четырёх букв. Ничего не изменено.",
  "journal.work_types_full": () => "Видов работ уже больше тысячи. Новый не добавлен.",
  "journal.usual_work_stays": ({ name }: { name: string }) =>
    `«${name}» школа ставит уроку, когда учитель ничего не выбрал. Закрыть его или сменить знак нельзя. Ничего не изменено.`,
  "journal.work_type_changed_meanwhile": () => "Пока вы правили, этот вид работы изменили. Ваша правка не сохранена, посмотрите список ещё раз.",
} satisfies FailureWords;
