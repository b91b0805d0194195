import { countRu, formRu } from "../../../foundation/count.ru.ts";
import { dayRu, dayYearRu } from "../../../foundation/day.ru.ts";

type Effect = {
  counted: boolean;
  records: number;
  lateNow: number;
  lateThen: number;
  turnInTime: number;
  turnLate: number;
  teachers: number;
  subjects: readonly { name: string; records: number }[];
};

const records = (n: number) => countRu(n, "запись", "записи", "записей");
const would = (n: number) => formRu(n, "стала бы", "стали бы", "стали бы");
const teachers = (n: number) => countRu(n, "учитель", "учителя", "учителей");
const most = (subjects: Effect["subjects"]) =>
  subjects.length > 1 ? ` Больше всего: ${subjects.map(({ name, records: n }) => `${name} (${n})`).join(", ")}.` : "";

const PROPERTIES: Readonly<Record<string, string>> = {
  severity: "что делать при превышении",
  types: "виды работ",
  default: "для всех предметов",
  subjects: "для отдельных предметов",
  percent: "процентов",
  works: "работ",
  days: "дней",
  exceptHours: "кроме предметов до часов в неделю",
  lessons: "уроков",
  minutes: "минут",
  oneLesson: "только один урок",
  steps: "ступени",
  hours: "часов в неделю",
  marks: "отметок",
  above: "сверх часов в неделю",
  attendance: "посещаемость",
  homework: "задания на дом",
  topics: "темы",
  paper: "бумажный вид",
  from: "с",
  to: "по",
  due: "до",
  year: "годовая",
  exam: "экзаменационная",
  final: "итоговая",
  first: "в первом классе",
  other: "в остальных",
  before: "до",
  after: "после",
  by: "кто или как",
  within: "не позже чем через",
  lessonMinutes: "урок, минут",
  breakMinutes: "перемена, минут",
  firstGrade: "первый класс",
  weeklyHours: "часов в неделю",
  token: "отметка",
  reason: "почему",
  item: "что",
  title: "название",
  address: "адрес",
  dailyDays: "ежедневные, дней",
  weeklyMonths: "недельные, месяцев",
  monthlyYears: "месячные, лет",
  yearlyYears: "годовые, лет",
};
const TOPIC_MARKS = "отметки";

export const regulationWords = {
  heading: "Регламент",
  waiting: "Открываю регламент…",
  school: (name: string, document: string) => `${name}. ${document}`,
  ofDay: (day: string) => `Как он действует ${dayYearRu(day)}`,
  editions: "Редакции",
  editionSpan: (startsOn: string, endsOn: string | null) => `с ${dayYearRu(startsOn)}${endsOn === null ? ", без срока" : ` по ${dayYearRu(endsOn)}`}`,
  states: { now: "Действует", planned: "Вступит в силу", past: "Прежняя" } as const,
  approvedBy: (who: string) => `Утвердил: ${who}`,
  enteredBy: (who: string) => `Внёс: ${who}`,
  changed: (n: number) => `${countRu(n, "правка", "правки", "правок")}`,
  withdraw: "Отозвать",
  withdrawAsk: (document: string) => `Отозвать редакцию «${document}»? Она ещё не действует, останутся прежние значения.`,
  withdrawYes: "Отозвать редакцию",
  judged: "Каждую запись судят по той редакции, что действовала в день урока.",
  search: "Найти в регламенте",
  nothingFound: "Такого в регламенте нет. Попробуйте одно слово: «задание», «отчёт», «архив».",
  print: "Печать",
  silentOf: (n: number) => `О чём акты школы молчат: ${n}`,
  clauseOf: (act: string, clause: string) => `${act}, ${clause}`,
  own: (clause: string) => clause,
  /** Acts that are none: what the school or the product chose where the papers are silent. */
  unsaid: ["Настройка школы", "Решение продукта"] as readonly string[],
  chapters: "Главы",
  forGrade: (grade: number) => `для ${grade} классов`,
  forSubject: (name: string) => `по предмету «${name}»`,
  changedMark: "изменится",
  card: {
    region: "Выбранный пункт",
    none: "Выберите пункт, чтобы увидеть его основание.",
    noneChange: "Выберите пункт, чтобы увидеть его основание и изменить значение.",
    now: "Сейчас",
    base: "Основание",
    since: (day: string | null) => (day === null ? "Действует всегда" : `Действует с ${dayYearRu(day)}`),
    until: (day: string) => `по ${dayYearRu(day)}`,
    country: "Значение страны: своего у школы нет.",
    clash: "В бумагах школы об этом сказано по-разному",
    clashSays: (value: string, clause: string) => `${clause}: ${value}.`,
    clashWhy: (reason: string) => `Выбрано значение выше: ${reason}.`,
    onlyDirector: "Меняет регламент директор, вносит приказ администратор журнала.",
    change: "Изменить",
    next: "Новое значение",
    clause: "Пункт положения",
    grade: "Для каких классов",
    allGrades: "для всех",
    back: "Оставить как есть",
    bounds: (text: string) => `Нужно: ${text}.`,
    bad: (text: string) => `Так записать нельзя. Нужно: ${text}.`,
    code: (code: string) => `Код нормы: ${code}`,
  },
  draft: {
    heading: (n: number) => `Новая редакция: ${countRu(n, "правка", "правки", "правок")}`,
    from: "Действует с",
    fromHint: "Не раньше завтрашнего дня: сделанные записи судят по прежней редакции.",
    number: "Номер приказа",
    date: "Дата приказа",
    approved: "Кто утвердил",
    director: "директор",
    save: "Ввести редакцию",
    drop: "Убрать",
    counting: "Считаю по записям недели…",
    was: "было",
    done: (day: string) => `Редакция внесена. Она вступит в силу ${dayYearRu(day)}.`,
    lacking: "Заполните номер приказа и кто утвердил.",
  },
  effect: {
    week: (from: string, to: string) => `По записям с ${dayRu(from)} по ${dayRu(to)}:`,
    uncounted: "По записям недели не посчитать: правка подействует на то, что будет сделано с этого дня.",
    none: "За эту неделю таких записей нет.",
    same: (effect: Effect) => `для ${countRu(effect.records, "записи", "записей", "записей")} ничего не изменилось бы, поздних ${effect.lateNow}.`,
    turned: (effect: Effect) => {
      const parts = [
        effect.turnInTime > 0 ? `${records(effect.turnInTime)} ${would(effect.turnInTime)} вовремя` : "",
        effect.turnLate > 0 ? `${records(effect.turnLate)} ${would(effect.turnLate)} поздними` : "",
      ].filter((part) => part !== "");
      return `${teachers(effect.teachers)}, ${parts.join(", ")}. Поздних было бы ${effect.lateThen} вместо ${effect.lateNow} из ${effect.records}.${most(effect.subjects)}`;
    },
    whenLate: (effect: Effect, mode: string) =>
      effect.lateThen === 0
        ? `поздних записей нет, правка никого бы не задела.`
        : mode === "block"
          ? `${records(effect.lateThen)} пришли позже срока (${teachers(effect.teachers)}): их бы не приняли.${most(effect.subjects)}`
          : mode === "reason"
            ? `${records(effect.lateThen)} пришли позже срока (${teachers(effect.teachers)}): учителям пришлось бы назвать причину.${most(effect.subjects)}`
            : `${records(effect.lateThen)} пришли позже срока (${teachers(effect.teachers)}): их бы приняли с пометкой.${most(effect.subjects)}`,
  },
  field: {
    silent: "в актах школы не сказано",
    yes: "да",
    no: "нет",
    term: "Срок",
    tokens: "через запятую",
    add: "Добавить строку",
    remove: "Убрать строку",
    asIs: "как записано",
    name: "предмет",
    count: "сколько",
    property: (name: string, code: string) => (name === "marks" && code.startsWith("journal.kind.") ? TOPIC_MARKS : (PROPERTIES[name] ?? name)),
    parts: { hours: "часов", minutes: "минут", days: "дней", workingDays: "рабочих дней", date: "число", month: "месяц" },
    forms: {
      "class_day_end +": "через часы и минуты после последнего урока класса",
      "lesson_date.end": "до конца дня урока",
      "school_day.end": "до конца учебного дня",
      next_lesson: "к следующему уроку",
      "work_date +": "в течение дней со дня работы",
      "lesson_date +": "в течение дней со дня урока",
      wd: "в течение рабочих дней",
      d: "в течение дней",
      h: "в течение часов и минут",
      date: "до дня учебного года",
      "period_end -": "за дни до конца периода",
      period_end: "до конца периода",
      "period_end +": "через дни после конца периода",
      "month+1": "до числа следующего месяца",
      month_end: "до конца месяца",
      week_end: "до конца недели",
      year_start: "к началу учебного года",
      "year_start -": "за дни до начала учебного года",
      year_end: "до конца учебного года",
      by_order: "по приказу",
      none: "не требуется",
    } as Readonly<Record<string, string>>,
  },
};
