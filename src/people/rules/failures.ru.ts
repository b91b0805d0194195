import { ordinalRu } from "../../foundation/count.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";
import type { Field, PeopleKind } from "./people-record.ts";

const FILE: Record<PeopleKind, string> = { pupils: "учеников", guardians: "родителей", staff: "сотрудников" };
const FIELD: Partial<Record<Field, string>> = {
  surname: "Фамилия",
  givenName: "Имя",
  fullName: "ФИО",
  className: "Класс",
  child: "Ученик",
  childClass: "Класс ученика",
  childNo: "Личный номер ученика",
};
const NOTHING = "Ничего не загружено.";

type File = { file: PeopleKind };

/** Why a table of people, or a row of it, was not taken. */
export const PEOPLE_FILE_FAILURES = {
  "people.file_empty": ({ file }: File) => `Файл ${FILE[file]} пуст. ${NOTHING}`,
  "people.file_not_text": ({ file }: File) => `Файл ${FILE[file]} не текст: может быть, это книга Excel. Сохраните её как CSV. ${NOTHING}`,
  "people.file_encoding_broken": ({ file, line }: File & { line: number }) =>
    `В файле ${FILE[file]} смешаны кодировки, строка ${line}. Сохраните его в UTF-8. ${NOTHING}`,
  "people.file_quote_open": ({ file, line }: File & { line: number }) => `В файле ${FILE[file]} не закрыта кавычка, открытая в строке ${line}. ${NOTHING}`,
  "people.file_header_repeated": ({ file, columns }: File & { columns: [number, number] }) =>
    `В файле ${FILE[file]} два столбца называются одинаково: ${ordinalRu(columns[0])} и ${ordinalRu(columns[1])}. ${NOTHING}`,
  "people.file_column_twice": ({ file, columns }: File & { columns: [string, string] }) =>
    `В файле ${FILE[file]} столбцы «${columns[0]}» и «${columns[1]}» значат одно и то же. ${NOTHING}`,
  "people.file_column_missing": ({ file, field }: File & { field: Field }) => `В файле ${FILE[file]} нет столбца «${FIELD[field] ?? field}». ${NOTHING}`,
  "people.school_not_found": ({ schoolId }: { schoolId: number }) => `Школы с номером ${schoolId} нет. ${NOTHING}`,
  "people.no_classes": () => `В школе ещё нет классов. Сначала загрузите расписание: parta import fet. ${NOTHING}`,
  "people.surname_missing": () => "Нет фамилии.",
  "people.given_name_missing": () => "Нет имени.",
  "people.class_missing": () => "Не назван класс.",
  "people.child_missing": () => "Не назван ученик: нужны фамилия и имя или личный номер.",
  "people.child_class_missing": () => "Не назван класс ученика.",
  "people.name_too_long": ({ length }: { length: number }) => `Имя из ${length} знаков слишком длинное.`,
  "people.date_wrong": ({ value }: { value: string }) => `Даты «${value}» нет. Пишите так: 14.03.2015.`,
  "people.birth_in_future": ({ value }: { value: string }) => `Дата рождения «${value}» ещё не наступила.`,
  "people.class_unknown": ({ className }: { className: string }) => `Класса «${className}» в школе нет.`,
  "people.row_repeated": ({ firstLine }: { firstLine: number }) => `Это же уже сказано в строке ${firstLine}.`,
  "people.number_repeated": ({ firstLine }: { firstLine: number }) => `Такой номер уже есть в строке ${firstLine}.`,
  "people.row_too_long": ({ surplus }: { surplus: number }) => `Ячеек больше, чем столбцов: лишних ${surplus}.`,
  "people.child_ambiguous": ({ pupilLines }: { pupilLines: number[] }) =>
    `Непонятно, чей родитель: подходят строки ${pupilLines.join(" и ")} файла учеников. Назовите отчество или личный номер.`,
  "people.role_unknown": ({ role }: { role: string }) => `Роли «${role}» нет.`,
  "people.pupil_in_other_class": ({ className }: { className: string }) =>
    `Этот ученик уже учится в классе «${className}». Перевод делается в журнале, а не загрузкой.`,
  "people.group_unknown": ({ group, className }: { group: string; className: string }) => `Группы «${group}» у класса «${className}» нет.`,
  "people.pupil_left": ({ leftOn }: { leftOn: string }) => `Этот ученик выбыл ${leftOn}. Возвращение оформляется в журнале, а не загрузкой.`,
  "people.number_of_another": ({ number }: { number: string }) => `Номер «${number}» в школе у другого человека.`,
  "people.child_not_found": () => "Такого ученика в школе нет.",
  "people.child_rejected": () => "Строка этого ученика не принята, поэтому не принят и родитель.",
  "people.child_not_clear": ({ found }: { found: number }) => `Непонятно, чей родитель: подходят ${found} ученика школы. Назовите отчество или личный номер.`,
  "people.homeroom_taken": ({ className }: { className: string }) => `У класса «${className}» уже есть классный руководитель.`,
  "people.staff_not_clear": () => "Непонятно, кто это: подходят несколько сотрудников. Назовите табельный номер или отчество.",
} satisfies FailureWords;
