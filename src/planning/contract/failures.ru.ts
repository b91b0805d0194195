import { dayRu, dayYearRu, yearsRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";
import { remarkRu } from "./control-work-remarks.ru.ts";
import { termNumberRu } from "../../timetable/rules/term-name.ru.ts";

const CLOSED_KINDS: Record<string, string> = { quarter: "четверть закрыта", half_year: "полугодие закрыто", trimester: "триместр закрыт" };
const closedRu = (term: number, kind: string) => (CLOSED_KINDS[kind] === undefined ? "Учебный год закрыт" : `${termNumberRu(term)} ${CLOSED_KINDS[kind]}`);

/** What is said of load, of closed terms and of timetables brought from a file. */
export const PLANNING_FAILURES = {
  "planning.term_closed": ({ term, kind, closedOn, openThrough }: { term: number; kind: string; closedOn: string; openThrough: string | null }) =>
    `${closedRu(term, kind)} ${dayRu(closedOn)}${openThrough === null ? "" : ` и снова открывалась по ${dayRu(openThrough)}`}. Запись не внесена: попросите завуча открыть страницу и укажите причину.`,
  "planning.pages_not_found": () => "Таких страниц журнала в этом году нет. Ничего не изменилось.",
  "planning.term_not_found": () => "Такой четверти или полугодия у этой параллели нет. Ничего не изменилось.",
  "planning.term_not_begun": ({ startsOn }: { startsOn: string }) => `Этот период ещё не начался, он начнётся ${dayYearRu(startsOn)}. Закрывать пока нечего.`,
  "planning.assessment_without_title": () => "Напишите, как называется положение. Ничего не изменилось.",
  "planning.term_not_closed": () => "На этой странице период и так открыт: учитель может записывать.",
  "planning.reopen_without_reason": () => "Укажите причину: она останется в истории страницы. Период остался закрытым.",
  "planning.reopen_in_the_past": ({ through }: { through: string }) => `${dayRu(through)} уже прошло. Выберите сегодняшний или более поздний день.`,
  "planning.closing_changed_meanwhile": () => "Пока вы выбирали, этот период открыл или закрыл кто-то другой. Посмотрите, как он стоит сейчас.",
  "planning.order_without_number": () => "Укажите номер и дату приказа. Срок не изменился.",
  "planning.attestation_order_changed_meanwhile": ({ dueOn }: { dueOn: string | null }) =>
    `Срок по приказу уже записал кто-то другой${dueOn === null ? "" : `: ${dayRu(dueOn)}`}. Ваш не записан.`,
  "planning.year_already_planned": ({ year }: { year: number }) =>
    `У школы уже есть журнал на ${yearsRu(year)} год. Файл не загружен, ничего не изменилось. Загрузите его в новую школу (--name) или на другой год (--year).`,
  "planning.file_without_lessons": () => "В файле нет ни одного занятия с учениками. Ничего не загружено.",
  "planning.name_too_long": ({ length, longest }: { length: number; longest: number }) =>
    `В файле есть название из ${length} знаков, а бывает не больше ${longest}. Ничего не загружено.`,
  "planning.load_past_week": ({ hours }: { hours: number }) =>
    `По файлу один учитель ведёт один предмет ${hours} часов в неделю. Столько в неделе нет, ничего не загружено.`,
  "planning.school_not_found": ({ schoolId }: { schoolId: number }) => `Школы с номером ${schoolId} нет. Ничего не загружено.`,
  "planning.fet_without_teacher": ({ activityId, subject }: { activityId: number; subject: string }) =>
    `У занятия ${activityId} («${subject}») не назван учитель, его некому вести.`,
  "planning.fet_day_without_weekday": ({ activityId, day }: { activityId: number; day: string }) =>
    `Занятие ${activityId} стоит в день «${day}», а в неделе школы такого дня нет.`,
  "planning.fet_place_taken": ({ activityId, day, hour }: { activityId: number; day: string; hour: string }) =>
    `Занятие ${activityId}: в «${day}», «${hour}» у этих учеников тот же предмет с тем же учителем уже стоит.`,
  "planning.not_a_day": ({ text }: { text: string }) => `Дня «${text}» в календаре нет. Ничего не записано.`,
  "planning.group_not_found": () => "Такой группы нет.",
  "planning.group_exists": ({ name }: { name: string }) => `Группа «${name}» в этом году уже есть. Назовите новую иначе.`,
  "planning.leader_unknown": () => "Руководителя выбирают из работников школы. Группа не создана.",
  "planning.day_outside_year": ({ from, to }: { from: string; to: string }) => `День должен быть в учебном году: с ${dayRu(from)} по ${dayRu(to)}.`,
  "planning.name_missing": () => "Назовите группу и предмет или занятие.",
  "planning.no_year": () => "Учебный год ещё не задан, поэтому группу создать нельзя.",
  "planning.nobody_named": () => "Выберите хотя бы одного ученика.",
  "planning.pupil_not_found": () => "Такого ученика в школе нет. Никто не зачислен.",
  "planning.order_missing": () => "В эту группу зачисляют и из неё выводят по приказу: укажите номер и дату.",
  "planning.not_a_member": ({ lastDay }: { lastDay: string }) => `На ${dayRu(lastDay)} ученик в группе не состоит. Ничего не изменено.`,
  "planning.page_not_found": () => "Такой страницы журнала нет.",
  "planning.plan_changed_meanwhile": () => "План тем временем сохранили с другого места. Ваши правки здесь и не записаны поверх.",
  "planning.topic_empty": ({ place }: { place: number }) => `В строке ${place} нет темы. План не сохранён.`,
  "planning.correction_needs_reason": ({ lessonDay }: { lessonDay: string }) =>
    `Запись за ${dayRu(lessonDay)} меняют после срока: напишите причину, её увидит завуч. Пока ничего не изменено.`,
  "planning.late_needs_reason": ({ lessonDay, act, clause }: { lessonDay: string; act: string; clause: string }) =>
    `Срок записи за ${dayRu(lessonDay)} прошёл (${act}, ${clause}): напишите причину, её увидит завуч. Пока ничего не записано.`,
  "planning.late_entry_blocked": ({ lessonDay, act, clause }: { lessonDay: string; act: string; clause: string }) =>
    `Срок записи за ${dayRu(lessonDay)} прошёл (${act}, ${clause}), а позже срока школа записей не принимает. Ничего не записано. Обратитесь к завучу.`,
  "planning.control_work_not_found": () => "Этой работы в графике уже нет. Обновите график, ничего не записано.",
  "planning.control_work_changed_meanwhile": () => "Пока вы меняли работу, её изменил другой человек. Ваше изменение не записано: откройте работу заново.",
  "planning.lesson_has_control_work": ({ day }: { day: string }) =>
    `На уроке ${dayRu(day)} по этому предмету уже запланирована работа. Выберите другой урок или измените ту работу.`,
  "planning.control_work_past_limit": (f: { limit: string; facts: Record<string, unknown> }) =>
    `${remarkRu(f)} По норме школы такая работа не ставится. Выберите другой день, работа не записана.`,
  "planning.schedule_not_public": () => "Школа не открыла график контрольных работ для всех. Спросите у классного руководителя.",
} satisfies FailureWords;
