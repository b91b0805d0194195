import { countRu, numberRu } from "../../foundation/count.ru.ts";
import type { AbsenceKind } from "../../attendance/rules/absence-kind.ts";
import { capital, dayDotsRu, dayRu, dayShortRu, monthRu, weekdayShortRu } from "../../foundation/day.ru.ts";
import type { AbsenceSigns } from "./grid/clipboard.ts";
import type { Closed } from "./grid/page-model.ts";
import { marksWords } from "./marks-words.ru.ts";
import { lessonNoRu, lessonNoShortRu } from "../../timetable/rules/lesson-no.ru.ts";
import { termKindRu, termNumberRu, termRu } from "../../timetable/rules/term-name.ru.ts";

const TERM_MARKS: Record<string, string> = { quarter: "четвертная отметка", half_year: "отметка за полугодие", trimester: "отметка за триместр" };
/** Columns beside the terms: their heads have no number. */
const PERIODS: Record<string, { full: string; head: readonly [string, string] }> = {
  year: { full: "Годовая отметка", head: ["год", ""] },
  exam: { full: "Отметка за экзамен", head: ["экз.", ""] },
  final: { full: "Итоговая отметка", head: ["итог", ""] },
  conduct: { full: "Поведение", head: ["пов.", ""] },
};

const marksRu = (n: number) => countRu(n, "отметка", "отметки", "отметок");

/** How presence is written in a cell. */
export const ABSENCE_SIGNS: AbsenceSigns = { absent: "н", ill: "б", late: "оп" };
const ABSENCE_SAID: Record<AbsenceKind, string> = { none: "был", absent: "не был", ill: "болел", late: "опоздал" };

const CLOSED: Record<Closed, string> = {
  not_in_group: "В этот день ученика в группе не было: клетка закрыта.",
  cancelled: "Урок отменён: отметки и пропуски здесь не ставят.",
  future: "Урок ещё не прошёл.",
  read_only: "Эту страницу можно посмотреть, записывает учитель предмета.",
  term_closed: "Период закрыт. Попросите завуча открыть страницу и укажите причину.",
};

/** An average or any other fraction: 4,05. */
export const decimalRu = (n: number): string => numberRu(n, 2);

export const journalWords = {
  month: (day: string) => capital(monthRu(day)),
  weekday: weekdayShortRu,
  day: dayRu,
  dayShort: dayShortRu,
  dayDots: dayDotsRu,
  lessonNo: lessonNoRu,
  slotShort: lessonNoShortRu,
  none: "–",
  absence: (kind: AbsenceKind) => ABSENCE_SAID[kind],
  explained: "причина указана",

  term: {
    roman: termNumberRu,
    full: (term: number, kind: string) => PERIODS[kind]?.full ?? termRu(term, kind),
    head: (term: number, kind: string): readonly [string, string] => PERIODS[kind]?.head ?? [termNumberRu(term), termKindRu(kind)[1]],
    mark: (term: number, kind: string) => PERIODS[kind]?.full ?? `${termRu(term, kind)}, ${TERM_MARKS[kind] ?? "отметка за период"}`,
    closed: (day: string) => `, закрыта ${dayRu(day)}`,
    year: "Год",
    choose: "Период",
  },

  grid: {
    label: (group: string, subject: string) => `Отметки и посещаемость, ${group}, ${subject}`,
    pupil: "Ученик",
    skip: "К клеткам журнала",
    plain: ["ср.", "балл"],
    plainFull: "Средний балл",
    weighted: ["ср.", "взв."],
    weightedFull: "Средневзвешенный балл",
    marks: "отм.",
    marksFull: "Сколько отметок показано",
    since: (day: string) => `с ${day}`,
    sinceFull: (day: string) => `В группе с ${day}`,
    until: (day: string) => `по ${day}`,
    apart: { home_study: "на дому", family_education: "семейное" },
    untilFull: (day: string) => `В группе по ${day}`,
    offered: "Предложение по средневзвешенному",
    cancelled: "отм.",
    cancelledFull: "Урок отменён",
    substitution: "зам.",
    noTopic: "тема?",
    noHomework: "ДЗ?",
    noWork: marksWords.noWork,
    head: (day: string, weekday: string, slot: number) => `${dayRu(day)}, ${weekday}, ${lessonNoRu(slot)}`,
    headCancelled: ", отменён",
    headSubstitution: (name: string) => `, замена: ${name}`,
    headMissing: (what: readonly string[]) => `, не записано: ${what.join(" и ")}`,
    topicMissing: "тема",
    homeworkMissing: "домашнее задание",
  },

  cell: {
    blank: "пусто",
    point: marksWords.point,
    unprepared: marksWords.unprepared,
    retaken: marksWords.retaken,
    conflict: (mine: string, theirs: string) => `расхождение: у вас ${mine}, в журнале ${theirs}`,
    late: "записано позже срока",
    unsent: "не отправлено",
    weighted: (mark: string, weight: number) => (weight > 1 ? `${mark} с весом ${weight}` : mark),
    weight: (weight: number) => (weight > 1 ? `, вес ${weight}` : ""),
    closed: CLOSED,
    closedShort: {
      not_in_group: "не в группе",
      cancelled: "урок отменён",
      future: "урок ещё не прошёл",
      read_only: "только чтение",
      term_closed: "период закрыт",
    } satisfies Record<Closed, string>,
  },

  told: {
    entered: (name: string, said: string) => `${name}: ${said}`,
    undone: (name: string, said: string) => `Возвращено: ${name}, ${said}`,
    redone: (name: string, said: string) => `Повторено: ${name}, ${said}`,
    filled: (n: number) => (n === 0 ? "В выбранном нет клеток для этой записи." : `Записано клеток: ${n}. Вернуть: Ctrl Z.`),
    pasted: (n: number) => `Вставлено клеток: ${n}. Вернуть: Ctrl Z.`,
    oneMore: "Следующая цифра добавит ещё одну отметку",
    retake: marksWords.retakeNext,
    typing: marksWords.typing,
    noWork: marksWords.chooseWork,
    nothingToRetake: marksWords.nothingToRetake,
    forbidden: marksWords.forbidden,
    notHeld: (day: string) => `Урок ещё не прошёл: он ${dayRu(day)}.`,
    conflict: "В этой клетке расхождение: сначала выберите, что оставить.",
    partNotUsed: { attendance: "На этой странице посещаемость не ведут." },
    notInScale: (key: string, scale: readonly string[]) =>
      scale.length === 0 ? "На этой странице отметки не ставят. Посещаемость: Н, Б, О." : `«${key}» нет в шкале школы. Можно ставить ${scale.join(", ")}.`,
    nothingToUndo: "Больше нечего возвращать.",
    nothingToRedo: "Больше нечего повторять.",
    wrongPaste: (tokens: readonly string[], closed: number) =>
      [
        tokens.length > 0 ? `Не понять: ${tokens.map((one) => `«${one}»`).join(", ")}.` : "",
        closed > 0 ? `Попадает в закрытые клетки или за край: ${closed}.` : "",
        "Ничего не вставлено.",
      ]
        .filter(Boolean)
        .join(" "),
    shut: (name: string, sentence: string) => `${name ? `${name}. ` : ""}${sentence} Она лежит на этом устройстве и уйдёт сама, когда период откроют.`,
    fewMarks: (name: string, has: number, least: number) =>
      `${name}: отметка за период записана, но текущих отметок ${has}, а нужно не меньше ${least}. Об этом узнает завуч.`,
    refused: (name: string, sentence: string) => (name ? `${name}. ${sentence}` : sentence),
    reason: "Запись меняют после срока, нужна причина. Перейти к ней: Alt П.",
    linkBack: (n: number) => `Связь вернулась, ${n === 1 ? "запись" : `все записи (${n})`} в журнале.`,
    copied: "Скопировано.",
  },

  save: {
    nothing: "Всё сохранено",
    saved: (time: string) => `Сохранено в ${time}`,
    saving: "Сохраняем…",
    unsent: (n: number) => `Не отправлено: ${n}`,
    conflicts: (n: number) => `Расхождений: ${n}`,
    restSaved: ". Всё остальное сохранено",
    offline: (n: number) => (n === 0 ? "Нет связи" : `Нет связи. Не отправлено: ${n}`),
    asOf: (moment: string) => `данные на ${moment}`,
    offlineText: "Пишите дальше: записи лежат на этом устройстве и уйдут сами, когда связь вернётся.",
    offlineHere: "Пишите дальше, но не закрывайте вкладку: записи лежат только в ней и уйдут сами, когда связь вернётся.",
    waiting: "Ждёт отправки или решения",
    waits: (unsent: number, conflicts: number, refused: number) =>
      [unsent > 0 ? `не отправлено: ${unsent}` : "", conflicts > 0 ? `расхождений: ${conflicts}` : "", refused > 0 ? `не принято: ${refused}` : ""]
        .filter(Boolean)
        .join(", "),
    refused: (n: number) => `Связь вернулась, но не принято: ${n}`,
    enteredAt: (moment: string) => `(введено ${moment}).`,
    understood: "Понятно",
  },

  reason: {
    region: "Причина правки после срока",
    asked: (n: number) => (n === 1 ? "Эту запись меняют после срока." : `После срока меняют записей: ${n}.`),
    label: "Почему",
    hint: "Увидит завуч. Пишите дальше, правка подождёт.",
    save: "Записать с причиной",
    leave: "Вернуть как было",
  },

  status: {
    region: "Где вы и что сохранено",
    choose: "Выберите клетку",
    term: (weighted: string, offer: string) => `по отметкам выходит ${weighted}, предлагаем ${offer}. Отметку ставите вы`,
    period: (offer: string) => `предлагаем ${offer}. Отметку ставите вы`,
    termEmpty: "предложить пока нечего",
    substitution: (name: string) => `замена, ${name}`,
    keys: [
      [["2", "5"], "отметка и вниз"],
      [["Н"], "нет"],
      [["Пробел"], "ещё одна"],
      [["Enter"], "подробно"],
      [["Ctrl Z"], "вернуть"],
    ] as readonly (readonly [readonly string[], string])[],
  },

  bar: {
    choosePage: "Другая страница журнала",
    held: (held: number, all: number) => `Проведено ${held} из ${all}`,
    undo: "Отменить",
    topics: "Темы и задания",
    results: "Итоги",
    print: "Печать журнала",
    keys: "Клавиши",
    duties: (n: number) => `, не записано: ${n}`,
  },

  keys: {
    heading: "Клавиши журнала",
    close: "Понятно",
    mark: "записать отметку и перейти вниз",
    list: [
      [["Н", "Б", "О"], "не был, болел, опоздал"],
      [["Пробел"], "потом цифра: ещё одна отметка в клетку"],
      [["П"], "потом цифра: пересдача, первая отметка остаётся видна"],
      [["."], "точка: ждём работу"],
      [["В"], "вид работы столбца"],
      [["Shift Н"], "слово на Н, Б или О: «нз», «нп»"],
      [["="], "как вышел средний балл"],
      [["Enter", "F2"], "окно клетки: отметки, история, расхождение"],
      [["Delete"], "очистить клетку"],
      [["Ctrl Z", "Ctrl Y"], "вернуть и повторить"],
      [["Shift ↓", "Shift →"], "выбрать клетки, цифра заполнит пустые"],
      [["Ctrl A"], "выбрать весь столбец"],
      [["Shift 5"], "в выбранном: заполнить и записанные"],
      [["Ctrl C", "Ctrl V"], "копировать и вставить таблицей"],
      [["PgUp", "PgDn"], "десять учеников вверх, вниз"],
      [["Home", "End"], "первый урок, отметка за период"],
      [["Ctrl ←", "Ctrl →"], "неделя назад, неделя вперёд"],
      [["Alt С"], "к столбцу сегодняшнего урока"],
      [["Alt Т"], "темы и задания"],
      [["Alt П"], "к причине правки после срока"],
      [["?"], "этот список"],
    ] as readonly (readonly [readonly string[], string])[],
  },

  window: {
    close: "Закрыть",
    empty: "Отметок нет.",
    remove: (mark: string) => `Убрать ${mark}`,
    removeShort: "Убрать",
    put: "Записать",
    putMark: (mark: string) => `Записать ${mark}`,
    oneMore: "Ещё одна",
    oneMoreMark: (mark: string) => `Добавить ещё одну: ${mark}`,
    clear: "Очистить",
    attendance: "Посещаемость",
    late: "Позже срока",
    lateText: "Записано после срока, который даёт регламент на день урока.",
    conflict: "Расхождение",
    conflictText: "Пока вы работали, в этой клетке записали другое. Обе записи целы, выберите одну.",
    mine: "У вас",
    other: "Другой учитель",
    keep: (value: string) => `Оставить ${value}`,
    keepBoth: (mine: string, theirs: string) => `Записать обе: ${theirs} и ${mine}`,
    clearedValue: "пусто",
  },

  history: {
    heading: "История",
    opening: "Читаем историю",
    none: "Записей не было.",
    set: (value: string) => `записано: ${value}`,
    changed: (before: string, after: string) => `было ${before}, стало ${after}`,
    removed: (before: string) => `убрано, было ${before}`,
    note: (text: string) => (text === "" ? "запись для ученика убрана" : `для ученика: ${text}`),
    attendance: (before: string, after: string) => `${before} → ${after}`,
    entered: (wrote: string, came: string) => `введено ${wrote} на устройстве, пришло ${came}`,
    brought: "перенесено из прежнего журнала",
    broken: "Цепочка записей этой страницы нарушена. Сообщите администратору журнала.",
    failed: "История не открылась.",
  },

  topics: {
    heading: "Темы и задания",
    close: "Закрыть",
    noTopic: "Нет темы",
    noHomework: "Нет задания",
    withoutHomework: "Без задания",
    topic: "Тема",
    homework: "Задание на дом",
    homeworkPrefix: "Дома: ",
    workType: "Вид работы",
    tasks: "Задания на уроке",
    lessonKind: "Вид занятия",
    noKind: "не указан",
    kindFirst: "Сначала вид занятия",
    minutes: "Минут",
    minutesFull: "Сколько минут займёт задание",
    dueOn: "Срок",
    dueOnFull: "Срок задания, если не следующий урок",
    more: "Задания на уроке и вид занятия",
    usual: "Устный ответ",
    edit: (day: string) => `Записать урок ${dayRu(day)}`,
    cancelled: "Отменён",
    substitution: (name: string) => `Замена: ${name}`,
    dueToday: (time: string) => `записать сегодня до ${time}`,
    dueTodayEnd: "записать сегодня",
    dueLater: (day: string, time: string) => `записать до ${time} ${dayRu(day)}`,
    dueLaterEnd: (day: string) => `записать до конца дня ${dayRu(day)}`,
    overdueYesterdayEnd: "срок был вчера",
    overdueEnd: (day: string) => `срок был ${dayRu(day)}`,
    overdueToday: (time: string) => `срок был сегодня в ${time}`,
    overdueYesterday: (time: string) => `срок был вчера в ${time}`,
    overdue: (day: string, time: string) => `срок был ${dayRu(day)} в ${time}`,
    saving: "Сохраняем…",
    unsent: "Не отправлено",
    conflict: "Пока вы писали, урок изменили. Выберите, что оставить.",
    keepMine: "Оставить моё",
    keepTheirs: "Оставить другое",
    theirs: "В журнале",
    future: "ещё не прошёл",
    empty: "Уроков в этом периоде нет.",
  },

  myDay: {
    title: "Мой день",
    lessons: "Уроки",
    today: (day: string, weekday: string) => `${weekday}, ${dayRu(day)}`,
    free: "Сегодня у вас уроков нет.",
    freeText: "Страницы журнала ниже.",
    noTime: "время не задано",
    room: (room: string) => `каб. ${room}`,
    cancelled: "Отменён",
    substitution: "Замена",
    noTopic: "Нет темы",
    noHomework: "Нет задания",
    written: "Записан",
    ahead: "Впереди",
    columns: ["Время", "Класс", "Предмет", "Кабинет", "Запись"] as const,
  },

  pages: {
    title: "Журнал",
    own: "Мои страницы",
    all: "Все страницы",
    others: "Другие страницы",
    search: "Найти страницу: класс, предмет или учитель",
    nothing: (text: string) => `По словам «${text}» страниц нет.`,
    empty: "Страниц журнала у вас пока нет. Их открывает администратор журнала, когда назначает нагрузку.",
    found: (n: number) => countRu(n, "страница", "страницы", "страниц"),
    opening: "Открываем журнал",
    choose: "Страница журнала",
  },

  page: {
    notOpened: "Страница не открылась",
    again: "Повторить",
    toPages: "К страницам журнала",
    title: (group: string, subject: string) => `${group}, ${subject}. Журнал · Парта`,
    heading: (group: string, subject: string, term: string) => `${group}, ${subject}, ${term}`,
    name: (group: string, subject: string) => `${group} · ${subject}`,
    noPupils: "В группе пока нет учеников.",
    noLessons: "В этом периоде уроков нет.",
    printed: (school: string, page: string, term: string, when: string) => `${school}. ${page}, ${term}. Рабочая копия, напечатано ${when}`,
    marks: marksRu,
  },
} as const;
