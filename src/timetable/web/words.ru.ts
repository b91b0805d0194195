import { lessonNoRu } from "../rules/lesson-no.ru.ts";
import { countRu, unbroken } from "../../foundation/count.ru.ts";
import { capital, dayRu, monthYearRu, weekdayRu } from "../../foundation/day.ru.ts";

const lessonsRu = (n: number) => countRu(n, "урок", "урока", "уроков");

type Place = { day: string; slot: number };
type Change = {
  kind: "substituted" | "cancelled" | "restored" | "moved" | "room";
  before: Place;
  teacher: string;
  substitute: string | null;
  roomBefore: string | null;
  room: string | null;
};

/** Words of the screen of substitutions. */
export const timetableWords = {
  title: "Замены",
  views: "Что показать",
  dayView: "День",
  registerView: "Журнал замен",
  opening: "Открываем расписание дня",
  person: unbroken,
  lessonNo: lessonNoRu,
  day: dayRu,

  dayBar: {
    label: "День расписания",
    previous: (day: string) => `Учебный день раньше, ${dayRu(day)}`,
    next: (day: string) => `Учебный день позже, ${dayRu(day)}`,
    none: "Дальше уроков нет",
    title: (day: string, weekday: number) => `${dayRu(day)}, ${weekdayRu(weekday)}`,
    today: "сегодня",
    toToday: "К сегодняшнему дню",
  },

  absent: {
    label: "Кого нет",
    hint: "Покажутся все уроки этого учителя за день",
    choose: "Выберите учителя",
    option: (name: string, lessons: number) => `${name}, ${lessonsRu(lessons)}`,
    heading: (name: string) => `Уроки: ${unbroken(name)}`,
    gone: "В этот день у этого учителя уроков нет.",
    reason: "Причина",
    reasonHint: "Увидит семья и войдёт в журнал замен",
    reasons: ["болезнь учителя", "курсы", "командировка", "отпуск", "семейные обстоятельства"],
    reasonMissing: "Укажите причину: без неё замену и отмену не записать.",
  },

  changed: {
    heading: "Изменения в этот день",
    none: "Все уроки идут по расписанию. Чтобы записать замену, выберите, кого нет.",
    noneToRead: "Все уроки идут по расписанию.",
    noLessons: (name: string | null) => (name === null ? "В этот день уроков нет." : `${name}: уроков нет.`),
  },

  lesson: {
    who: (group: string, subject: string) => `${group}, ${subject}`,
    room: (room: string) => `каб.\u00a0${room}`,
    usual: (name: string) => `по расписанию ${unbroken(name)}`,
    substitute: (name: string) => `Замена: ${unbroken(name)}`,
    cancelled: "Отменён",
    roomChanged: "Другой кабинет",
    moved: (from: Place) => `Перенесён, был ${dayRu(from.day)}, ${lessonNoRu(from.slot)}`,
    choose: "Кто проведёт",
    chooseFor: (lesson: string) => `Кто проведёт: ${lesson}`,
    offer: (o: { name: string; teachesClass: boolean; teachesSubject: boolean; lessonsThatDay: number; replaced: boolean }) =>
      [
        o.name,
        ...(o.replaced ? ["в этот день замещён"] : []),
        ...(o.teachesClass ? ["учит этот класс"] : []),
        ...(o.teachesSubject ? ["ведёт предмет"] : []),
        o.lessonsThatDay === 0 ? "уроков нет" : lessonsRu(o.lessonsThatDay),
      ].join(" · "),
    noneFree: "Свободных учителей на этот час нет.",
    looking: "Ищем, кто свободен",
    assign: "Назначить",
    assignFor: (lesson: string) => `Назначить замену: ${lesson}`,
    cancel: "Отменить урок",
    cancelFor: (lesson: string) => `Отменить урок: ${lesson}`,
    restore: "Вернуть по расписанию",
    restoreFor: (lesson: string) => `Вернуть по расписанию: ${lesson}`,
    more: "Кабинет, обмен, перенос",
    moreFor: (lesson: string) => `Кабинет, обмен, перенос: ${lesson}`,
    roomLabel: "Кабинет",
    noRoom: "без кабинета",
    giveRoom: "Дать кабинет",
    swapLabel: "Поменять местами с уроком",
    swapNone: "У этой группы в этот день нет другого урока.",
    swap: "Поменять местами",
    moveDay: "Перенести на",
    movePlace: "На какой урок",
    move: "Перенести",
    moveFor: (lesson: string) => `Перенести: ${lesson}`,
    place: (p: { slot: number; starts: string | null; inTheWay: { kind: "teacher" | "room" | "group"; group: string } | null }) =>
      `${lessonNoRu(p.slot)}${p.starts === null ? "" : `, ${p.starts}`} · ${p.inTheWay === null ? "свободно" : `${{ teacher: "учитель занят", room: "кабинет занят", group: "у учеников урок" }[p.inTheWay.kind]}: ${p.inTheWay.group}`}`,
    noPlace: "Свободных часов в этот день нет.",
    noLessonsThen: "В этот день уроков нет.",
  },

  done: {
    substitute: (lesson: string, name: string) => `${lesson}: урок проведёт ${unbroken(name)}, класс и оба учителя это уже видят.`,
    cancel: (lesson: string) => `${lesson}: урок отменён.`,
    restore: (lesson: string) => `${lesson}: снова по расписанию.`,
    room: (lesson: string) => `${lesson}: кабинет записан.`,
    swap: "Уроки поменялись местами.",
    move: (lesson: string, day: string, slot: number) => `${lesson}: перенесён на ${dayRu(day)}, ${lessonNoRu(slot)}.`,
  },

  take: {
    heading: "Веду сегодня чужой урок",
    opening: "Смотрим, какие уроки сегодня",
    none: "Сегодня нет чужих уроков в часы, когда вы свободны.",
    lesson: "Какой урок",
    choose: "Выберите урок",
    option: (l: { groupName: string; subject: string; slot: number; starts: string | null; teacher: string }) =>
      `${lessonNoRu(l.slot)}${l.starts === null ? "" : `, ${l.starts}`} · ${l.groupName}, ${l.subject} · ${unbroken(l.teacher)}`,
    substitution: (teacher: string | null) => (teacher === null ? "Это замена" : `Это замена: по расписанию ${unbroken(teacher)}`),
    mustChoose: "Отметьте, что это замена: иначе чужой урок не записать. В журнале останутся оба имени.",
    reason: "Почему (если знаете)",
    take: "Записать замену и открыть журнал",
  },

  made: {
    heading: "Изменения сегодня",
    text: "Всё, что внесено в расписание за сегодня",
    none: "Сегодня расписание никто не менял.",
    lesson: (group: string, subject: string, at: Place) => `${group}, ${subject}, ${dayRu(at.day)}, ${lessonNoRu(at.slot)}`,
    what: (c: Change): string =>
      ({
        substituted: `замена: ведёт ${unbroken(c.substitute ?? "")}, по расписанию ${unbroken(c.teacher)}`,
        cancelled: "урок отменён",
        restored: "возвращён в расписание",
        moved: `перенесён, был ${dayRu(c.before.day)}, ${lessonNoRu(c.before.slot)}`,
        room:
          c.room === null
            ? `без кабинета, был ${c.roomBefore ?? "без кабинета"}`
            : `кабинет ${c.room}${c.roomBefore === null ? "" : ` вместо ${c.roomBefore}`}`,
      })[c.kind],
    takenBack: "потом изменено",
  },

  register: {
    heading: "Журнал замены уроков",
    month: (month: string) => capital(monthYearRu(month)),
    previous: "Месяц раньше",
    next: "Месяц позже",
    print: "Напечатать",
    opening: "Открываем журнал замен",
    none: "В этом месяце замен и отмен нет.",
    scroll: "Журнал замен, таблица прокручивается вбок",
    columns: ["Дата", "Класс", "Предмет", "Урок", "Кого нет", "Кто провёл", "Причина", "Записал", "Подпись"],
    cancelled: "урок отменён",
    madeBy: (author: string, day: string, time: string) => `${unbroken(author)}, ${dayRu(day)}, ${time}`,
    totals: (substituted: number, cancelled: number) => `Замен: ${substituted}. Отменённых уроков: ${cancelled}, это потерянные часы.`,
  },
} as const;
