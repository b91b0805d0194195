import { dayDotsRu } from "../../foundation/day.ru.ts";

/** Words of made schools: their names, days, bells, posts, rooms and reasons. */
export const CLASS_LETTERS = ["А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "К"] as const;
export const USUAL_BELLS = "Обычные";
export const SHORT_BELLS = "Сокращённые уроки";
export const HOLIDAYS = ["Осенние каникулы", "Зимние каникулы", "Весенние каникулы"] as const;
export const DAYS_OFF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RU: {
    "11-04": "День народного единства",
    "02-23": "День защитника Отечества",
    "03-09": "Выходной за 8 Марта",
    "05-01": "Праздник Весны и Труда",
    "05-11": "Выходной за День Победы",
    "06-12": "День России",
  },
  KG: {
    "11-07": "День истории и памяти предков",
    "02-23": "День защитника Отечества",
    "03-21": "Нооруз",
    "05-01": "Праздник труда",
    "05-05": "День Конституции",
  },
};
export const movedDayOff = (day: string) => `Выходной, отработан ${dayDotsRu(day)}`;
export const MOVED_WORKING_DAY = "Рабочая суббота";
export const SHORT_DAY = "Педагогический совет";

export const DIRECTOR = "Директор";
export const DEPUTY = "Заместитель директора по учебной работе";
export const ADMINISTRATOR = "Администратор электронного журнала";
export const SECRETARY = "Секретарь учебной части";
export const MOTHER = "мать";
export const FATHER = "отец";

export const subgroupName = (className: string, subject: string, part: number) => `${className} ${subject === "Информатика" ? "инф." : "англ."} ${part}`;
export const roomName = (n: number) => `${1 + Math.floor(n / 12)}${String((n % 12) + 1).padStart(2, "0")}`;
export const hallName = (name: string, n: number) => (n === 0 ? name : `${name} ${n + 1}`);
export const TEACHER_ILL = "Болезнь учителя";
export const NO_SUBSTITUTE = "Урок отменён: замена не найдена";
export const ROOM_BUSY = "Кабинет занят олимпиадой";
export const ORDER_CAME = "Приказ о зачислении № 41-у";
export const ORDER_MOVED = "Приказ о переводе № 47-у";
export const MOVED_REASON = "Урок перенесён: выезд класса в музей";

/** A name for the n-th synthetic school. */
export function schoolName(n: number): string {
  const towns = ["Приречный", "Заозёрск", "Верхний Яр", "Белополье", "Каменный Брод", "Степногорка", "Лугинск", "Тихая Гавань", "Новый Кряж", "Сосновка"];
  return `Школа № ${n + 1}, ${towns[n % towns.length]!}`;
}
