import { lessonNoRu } from "../../rules/lesson-no.ru.ts";
import { countRu, unbroken } from "../../../foundation/count.ru.ts";
import { dayRu, weekdayRu, weekdayShortRu } from "../../../foundation/day.ru.ts";

const hoursRu = (n: number) => unbroken(countRu(n, "час", "часа", "часов"));
const lessonsRu = (n: number) => unbroken(countRu(n, "урок", "урока", "уроков"));

/** Words of the timetable of the week. */
export const weekWords = {
  title: "Расписание",
  opening: "Открываем расписание",
  tabs: "Раздел расписания",
  weekTab: "Неделя",
  bellsTab: "Звонки",
  weekday: weekdayRu,
  weekdayShort: weekdayShortRu,
  person: unbroken,
  day: dayRu,
  room: (name: string) => (/^\d/.test(name) ? `каб.\u00a0${name}` : name),
  hour: (slot: number, shift: number) => (shift === 0 ? "после уроков" : `${lessonNoRu(slot)}${shift === 2 ? ", 2-я смена" : ""}`),
  hourShort: (slot: number, shift: number) => (shift === 0 ? "" : String(slot)),
  parity: (n: number) => ["каждую неделю", "нечётные недели", "чётные недели"][n] ?? "",
  parityShort: (n: number) => ["", "нечёт.", "чёт."][n] ?? "",
  noYear: "У школы нет учебного года. Его задаёт администратор, и тогда расписание можно составить.",
  by: "Чьё расписание",
  views: { class: "Классы", teacher: "Учителя", room: "Кабинеты", club: "Кружки и занятия" },
  choose: { class: "Класс", teacher: "Учитель", room: "Кабинет", club: "" },
  previous: "Предыдущий в списке",
  next: "Следующий в списке",
  dayField: "На какой день",
  versions: "Расписание меняется с:",
  showVersion: (from: string) => `Показать неделю с ${dayRu(from)}`,
  print: "Напечатать",
  printed: (school: string, who: string, day: string) => `${school}. Расписание: ${who}. Действует на ${dayRu(day)}`,
  grid: (who: string) => `Расписание недели: ${who}`,
  hourHead: "Урок",
  empty: "Пусто. Выберите другой класс, учителя или кабинет.",
  cell: (weekday: string, hour: string, empty: boolean) => `${weekday}, ${hour}: ${empty ? "свободно" : ""}`,
  keys: "Стрелки ведут по неделе. Пробел берёт урок и кладёт его, Esc отпускает, Delete убирает в ожидающие, Ctrl Z возвращает как было.",
  clash: {
    mark: "накладка",
    teacher: (at: string) => `учитель занят: ${at}`,
    room: (at: string) => `кабинет занят: ${at}`,
    class: (at: string) => `у класса уже ${at}`,
    group: (at: string) => `эти же ученики: ${at}`,
  },

  waiting: {
    heading: "Ждут места",
    hint: "Часы нагрузки, которых ещё нет в неделе",
    none: "Все часы нагрузки стоят в расписании.",
    item: (subject: string, group: string) => `${subject}, ${group}`,
    left: hoursRu,
    over: (n: number) => `лишних: ${hoursRu(n)}`,
    take: (what: string, left: number) => `Взять: ${what}, осталось ${hoursRu(left)}`,
  },

  hand: {
    heading: "В руках",
    hint: "Выберите место: занятые помечены.",
    room: "Кабинет",
    noRoom: "без кабинета",
    teacher: "Учитель",
    weeks: "Недели",
    remove: "Убрать из недели",
    release: "Отпустить",
    taken: (what: string) => `Взят урок: ${what}. Стрелками выберите место, пробел положит.`,
    put: (what: string, where: string) => `${what}: ${where}.`,
    removed: (what: string) => `${what}: снова ждёт места.`,
    undone: "Последняя правка отменена.",
  },

  checks: {
    heading: "Проверка недели",
    none: "Замечаний нет.",
    long_homework: (w: { className: string; weekday: number; subjects: readonly string[]; limit: number }) =>
      `${w.className}, ${weekdayRu(w.weekday)}: предметы с долгим домашним заданием в один день: ${w.subjects.join(", ")}. Норма: не больше ${w.limit}.`,
    first_grade_lessons: (w: { className: string; weekday: number; lessons: number; limit: number }) =>
      `${w.className}, ${weekdayRu(w.weekday)}: ${lessonsRu(w.lessons)}, а в сентябре и октябре в 1 классе не больше ${w.limit}.`,
    first_grade_hours: (w: { className: string; lessons: number; limit: number }) =>
      `${w.className}: ${lessonsRu(w.lessons)} в неделю, а в сентябре и октябре в 1 классе не больше ${w.limit}.`,
    first_grade_long: (w: { className: string; minutes: number; limit: number }) =>
      `${w.className}: урок ${countRu(w.minutes, "минута", "минуты", "минут")}, а в сентябре и октябре в 1 классе не больше ${w.limit}.`,
    longSubjects: "Предметы с долгим домашним заданием",
    longHint: "Их не ставят вместе в один день",
  },

  save: {
    bar: (n: number) => `Изменено предметов: ${n}. Пока это видно только вам.`,
    check: "Проверить и сохранить",
    drop: "Отменить правки",
    undo: "Шаг назад",
    heading: "Новое расписание",
    from: "С какого дня",
    fromHint: "Прошедшие уроки и уроки до этого дня не меняются",
    looking: "Считаем, что произойдёт с уроками",
    result: (r: { added: number; altered: number; dropped: number; stays: number }) =>
      [
        `Остаются на месте: ${r.stays}`,
        ...(r.altered > 0 ? [`получают другое место, учителя или кабинет: ${r.altered}`] : []),
        ...(r.added > 0 ? [`появляются: ${r.added}`] : []),
        ...(r.dropped > 0 ? [`убираются (на них ничего не записано): ${r.dropped}`] : []),
      ].join("; ") + ".",
    cancelled: (n: number) => `${lessonsRu(n)} с записями: в этот день предмета больше нет. Урок будет отменён, записанное останется читаемым:`,
    kept: (n: number) => `${lessonsRu(n)}: изменены вручную (замена, перенос, отмена). Они остаются как есть:`,
    lesson: (l: { group: string; subject: string; day: string; slot: number }) => `${l.group}, ${l.subject}, ${dayRu(l.day)}, ${lessonNoRu(l.slot)}`,
    clashes: (n: number) => `Накладки: ${n}`,
    clash: (c: { kind: "teacher" | "room" | "class" | "group"; weekday: number; slot: number; first: string; second: string }) =>
      `${{ teacher: "Один учитель", room: "Один кабинет", class: "Один класс", group: "Одни и те же ученики" }[c.kind]}: ${weekdayRu(c.weekday)}, ${lessonNoRu(c.slot)}: ${c.first} и ${c.second}`,
    despite: "Сохранить вместе с накладками",
    save: (from: string) => `Сохранить с ${dayRu(from)}`,
    stay: "Вернуться к неделе",
    saved: (from: string) => `Расписание сохранено, действует с ${dayRu(from)}. Дневники его уже показывают.`,
    more: (n: number) => `и ещё ${n}`,
  },
} as const;
