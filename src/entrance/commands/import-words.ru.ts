import { countRu } from "../../foundation/count.ru.ts";
import type { ClassesDecision } from "../../timetable/rules/fet/classes-of.ts";
import type { PeopleKind } from "../../people/rules/people-record.ts";
import { yearsRu } from "../../foundation/day.ru.ts";

const UNITS = { years: "годы", groups: "группы" };

/** Words of `import fet`. */
export const FET_WORDS = {
  help: `Загружает школу из файла FET: учителей, классы, группы, предметы, кабинеты, звонки, нагрузку, расписание и уроки на год.

  npm run parta -- import fet ФАЙЛ.fet

  --school N                в какую школу; без ключа берётся единственная школа без журнала на этот год
  --name НАЗВАНИЕ           создать новую школу с этим названием; без школ в базе создаётся сама, с названием из файла
  --preset ИМЯ              набор норм новой школы, без ключа stakhanovo-2021
  --timezone ПОЯС           часовой пояс новой школы
  --year 2026               учебный год, без ключа нынешний
  --classes years|groups    что в файле классы: годы или группы; без ключа решает программа
  --json                    отчёт для программ

Файл загружается целиком или не загружается совсем. Подробно: docs/import.md`,
  fileMissing: "Назовите файл: npm run parta -- import fet ФАЙЛ.fet",
  classesWrong: (value: string) => `«--classes ${value}»: бывает years или groups.`,
  school: (id: number, name: string, created: boolean) => (created ? `Создана школа «${name}», её номер ${id}.` : `Школа «${name}», номер ${id}.`),
  decided: ({ by, because, facts }: Pick<ClassesDecision, "by" | "because" | "facts">, classes: readonly string[]) => {
    const hours = `годы названы в занятиях на ${countRu(facts.hoursNamingYears, "час", "часа", "часов")} в неделю, группы на ${countRu(facts.hoursNamingGroups, "час", "часа", "часов")}, подгруппы на ${countRu(facts.hoursNamingSubgroups, "час", "часа", "часов")}`;
    const why = {
      override: "так сказано ключом --classes",
      no_groups: "групп в файле нет",
      activities: hours,
      names: `решил вид названий: ${hours}`,
    }[because];
    return `Классы в файле — это ${UNITS[by]}: ${why}.\nКлассов ${classes.length}: ${classes.join(", ")}.`;
  },
  counts: (c: {
    teachers: number;
    subjects: number;
    rooms: number;
    years: number;
    groups: number;
    subgroups: number;
    activities: number;
    weeklyHours: number;
    placedHours: number;
  }) => [
    `В файле: ${countRu(c.teachers, "учитель", "учителя", "учителей")}, ${countRu(c.subjects, "предмет", "предмета", "предметов")}, ${countRu(c.rooms, "кабинет", "кабинета", "кабинетов")}, ${countRu(c.years, "год", "года", "годов")}, ${countRu(c.groups, "группа", "группы", "групп")}, ${countRu(c.subgroups, "подгруппа", "подгруппы", "подгрупп")},`,
    `  ${countRu(c.activities, "занятие", "занятия", "занятий")} на ${countRu(c.weeklyHours, "час", "часа", "часов")} в неделю, из них с днём и часом ${c.placedHours}.`,
  ],
  created: (year: number, c: { staff: number; classes: number; groups: number; pages: number }, weekly: number, dated: number) => [
    `Создано на ${yearsRu(year)} год: сотрудников ${c.staff}, классов ${c.classes}, групп ${c.groups}, страниц журнала ${c.pages}.`,
    weekly > 0
      ? `  В неделе ${countRu(weekly, "урок", "урока", "уроков")}, на год сделано ${countRu(dated, "урок", "урока", "уроков")}.`
      : "  Расписания в файле нет, загружены списки и нагрузка.",
  ],
  usualYear: (year: number) => `Даты четвертей, каникул и праздников ${yearsRu(year)} года взяты обычные: сверьте их с приказом школы.`,
  madeBells: "Времени уроков в файле нет: звонки сделаны с 8:00 по 45 минут с переменой 10.",
  notUnderstood: "Не перенято (журналу не нужно или не понято), по видам:",
  rejected: (n: number) => `Отклонено строк: ${n}.`,
  row: (line: number, reason: string) => `  строка ${line}: ${reason}`,
  moreRows: (n: number) => `  и ещё ${n}; все строки покажет ключ --json`,
  next: (id: number) =>
    `Дальше: ученики и родители, npm run parta -- import csv ПАПКА --school ${id}; логины учителям, npm run parta -- access issue --school ${id} --who staff --out ФАЙЛ.csv`,
};

const FILE: Record<PeopleKind, string> = { pupils: "Ученики", guardians: "Родители", staff: "Сотрудники" };

/** Words of `import csv`. */
export const CSV_WORDS = {
  help: `Загружает учеников, родителей и сотрудников из таблиц CSV одной папки.

  npm run parta -- import csv ПАПКА --school N

  --school N           в какую школу; без ключа берётся единственная
  --from 2026-09-01    с какого дня ученики в классах; без ключа с начала учебного года
  --dry-run            только показать отчёт, ничего не записывать
  --json               отчёт для программ

Файлы: ученики.csv, родители.csv, сотрудники.csv (или pupils.csv, guardians.csv, staff.csv). Подробно: docs/import.md`,
  folderMissing: "Назовите папку: npm run parta -- import csv ПАПКА --school N",
  noFiles: (path: string) => `В папке «${path}» нет ни ученики.csv, ни родители.csv, ни сотрудники.csv (ни pupils.csv, guardians.csv, staff.csv).`,
  twoFiles: (a: string, b: string) => `Файлы «${a}» и «${b}» об одном и том же: оставьте один.`,
  dateWrong: (value: string) => `«--from ${value}»: нужна дата вида 2026-09-01.`,
  school: (name: string, id: number) => `Школа «${name}», номер ${id}.`,
  dryRun: "Проба: ничего не записано.",
  file: (file: PeopleKind, name: string, c: { created: number; changed: number; known: number; rejected: number }) =>
    `${FILE[file]} (${name}): принято новых ${c.created}, дополнено ${c.changed}, уже были ${c.known}, отклонено ${c.rejected}.`,
  row: (line: number, reason: string) => `  строка ${line}: ${reason}`,
  unused: (columns: readonly string[]) => `Не читались столбцы: ${columns.map((c) => `«${c}»`).join(", ")}.`,
  subjects: (n: number) => `Столбец «Предметы» не сохранён (строк ${n}): кто что ведёт, говорит нагрузка.`,
  next: (id: number) => `Дальше: логины и пароли, npm run parta -- access issue --school ${id} --out ФАЙЛ.csv`,
};
