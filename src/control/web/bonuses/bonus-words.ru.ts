import { countRu, numberRu } from "../../../foundation/count.ru.ts";
import { dayRu, dayYearRu, daysRu } from "../../../foundation/day.ru.ts";

const CRITERIA = { timeliness: "Своевременность", fullness: "Полнота", remarks: "Без просроченных замечаний", load: "Нагрузка" };
const STATES = { sent: "у директора", approved: "утверждено", returned: "возвращено" };
const percent = (share: number | null) => (share === null ? "—" : `${numberRu(Math.round(share * 1000) / 10)} %`);

export const bonusWords = {
  opening: "Считаю работу с журналом…",
  from: "С",
  to: "По",
  ranking: "Работа учителей с журналом",
  noCriteria: "Критерии директор ещё не назвал: учителя стоят по своевременности.",
  byCriteria: "Баллы посчитаны по критериям директора.",
  none: "За эти дни уроков не было.",
  table: "Учителя по работе с журналом",
  columns: [
    "Учитель",
    "Баллы",
    "Уроков",
    "В срок",
    "Записано",
    "Замечаний",
    "в срок",
    "просрочено",
    "Часов нагрузки",
    "Уроков в срок на час",
    "Замечаний на час",
  ] as const,
  percent,
  number: (n: number | null) => (n === null ? "—" : numberRu(n)),
  pick: (name: string) => `Представить: ${name}`,
  reason: "За что",
  reasonFor: (name: string) => `За что: ${name}`,
  text: "Слова к представлению",
  send: (n: number) => (n === 0 ? "Отправить представление" : `Отправить представление: ${countRu(n, "учитель", "учителя", "учителей")}`),
  sent: "Представление отправлено директору.",
  submissions: "Представления",
  noSubmissions: "В этом году представлений ещё не было.",
  submission: (from: string, to: string) => `Представление за ${daysRu(from, to)}`,
  state: (state: keyof typeof STATES) => STATES[state],
  madeBy: (by: string, day: string) => `${by}, ${dayRu(day)}`,
  line: (score: number | null, timeliness: number | null, fullness: number | null, hours: number) =>
    `${score === null ? "" : `${countRu(score, "балл", "балла", "баллов")}, `}в срок ${percent(timeliness)}, записано ${percent(fullness)}, нагрузка ${numberRu(hours)} ч`,
  remarksOf: (given: number, inTime: number, overdue: number) =>
    given === 0 ? "замечаний не было" : `${countRu(given, "замечание", "замечания", "замечаний")}: в срок ${inTime}, просрочено ${overdue}`,
  answer: "Ответ директора",
  answered: (by: string, answer: string) => `${by}${answer === "" ? "" : `: ${answer}`}`,
  approve: "Утвердить",
  giveBack: "Вернуть",
  decided: "Решение записано.",
  print: "Печать",
  printHead: "Представление на премирование по итогам работы с электронным журналом",
  signDeputy: "Заместитель директора ____________________",
  signDirector: "Директор ____________________",
  printedOn: (day: string) => dayYearRu(day),
  criteria: "Критерии",
  criterion: (code: keyof typeof CRITERIA) => CRITERIA[code],
  weight: "вес",
  criteriaText: "Основание",
  saveCriteria: "Сохранить критерии",
  savedCriteria: "Критерии сохранены, баллы посчитаны заново.",
};
