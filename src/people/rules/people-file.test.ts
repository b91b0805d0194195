import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { birthDate } from "./birth-date.ts";
import { peopleKindOf } from "./people-columns.ts";
import { readPeople } from "./people-file.ts";
import type { Known, PeopleFile, PeopleKind } from "./people-record.ts";
import { classKey } from "./person-name.ts";

type Texts = Partial<Record<PeopleKind, string>>;

const bytesOf = (texts: Texts) => Object.fromEntries(Object.entries(texts).map(([kind, text]) => [kind, Buffer.from(text)]));
function read(texts: Texts, known?: Known): PeopleFile {
  const outcome = readPeople(bytesOf(texts), known);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.people;
}
const refusalOf = (texts: Texts) => {
  const outcome = readPeople(bytesOf(texts));
  return outcome.ok ? null : outcome.refusal;
};
const PUPILS = "Фамилия;Имя;Отчество;Дата рождения;Класс;Личный номер\n";
const pupils = (...rows: string[]) => read({ pupils: PUPILS + rows.join("\n") });
const outcomes = (people: PeopleFile) => people.report.map((row) => (row.outcome === "ok" ? "ok" : row.code));

describe("a file of pupils", () => {
  test("every row is reported as taken or as rejected with its reason", () => {
    expect(pupils("Берёзов;Тимур;Маратович;14.03.2015;5А;1", ";Алина;;;5А;2", "Клёнова;Алина;;31.02.2014;5А;3").report).toEqual([
      { file: "pupils", line: 2, outcome: "ok" },
      { file: "pupils", line: 3, outcome: "rejected", code: "people.surname_missing", facts: {} },
      { file: "pupils", line: 4, outcome: "rejected", code: "people.date_wrong", facts: { value: "31.02.2014" } },
    ]);
  });

  test("a patronymic may be absent", () => {
    expect(pupils("Клёнова;Алина;;14.03.2015;5А;").pupils).toEqual([
      { line: 2, surname: "Клёнова", givenName: "Алина", patronymic: null, birthOn: "2015-03-14", className: "5А", personalNo: null, phone: null, groups: [] },
    ]);
  });

  test("names keep Kyrgyz and Ukrainian letters, case and markup; only spaces change", () => {
    const [kyrgyz, ukrainian, markup] = pupils("  Өмүров ;Ңурила;;;5А;", "Їжакевич;Соломія \u00a0  Єва;;;5А;", "<b>Тест</b>;o'Нил;;;5А;").pupils;
    expect(kyrgyz).toMatchObject({ surname: "Өмүров", givenName: "Ңурила" });
    expect(ukrainian).toMatchObject({ surname: "Їжакевич", givenName: "Соломія Єва" });
    expect(markup).toMatchObject({ surname: "<b>Тест</b>", givenName: "o'Нил" });
  });

  test("one cell holds surname, name and patronymic, in this order", () => {
    const people = read({ pupils: "ФИО;Класс\nБерёзов Тимур Маратович;5А\nАлиева Лейла Ариф кызы;5А\nКлёнова;5А\n" });
    expect(people.pupils.map(({ surname, givenName, patronymic }) => [surname, givenName, patronymic])).toEqual([
      ["Берёзов", "Тимур", "Маратович"],
      ["Алиева", "Лейла", "Ариф кызы"],
    ]);
    expect(outcomes(people)).toEqual(["ok", "ok", "people.given_name_missing"]);
  });

  test("titles are found in Russian and English, in any case, with yo or ye", () => {
    expect(read({ pupils: "SURNAME,First Name,Class,Birthday\nА,Б,5А,2015-01-02\n" }).pupils).toHaveLength(1);
    expect(read({ pupils: " фамилия *;ИМЯ:;класс;ДАТА  РОЖДЕНИЯ\nА;Б;5А;2015-01-02\n" }).pupils[0]!.birthOn).toBe("2015-01-02");
  });

  test("one person twice is rejected and the first row is named, yo or ye alike", () => {
    const people = pupils("Семёнов;Лев;;14.03.2015;5А;1", "СЕМЕНОВ;Лев;;2015-03-14;5Б;2");
    expect(people.report[1]).toEqual({ file: "pupils", line: 3, outcome: "rejected", code: "people.row_repeated", facts: { firstLine: 2 } });
  });

  test("namesakes of other birth dates, or of other classes without one, are two people", () => {
    expect(outcomes(pupils("А;Б;;14.03.2015;5А;", "А;Б;;15.03.2015;5А;", "В;Г;;;5А;", "В;Г;;;5Б;", "В;Г;;;5 «Б»;"))).toEqual([
      "ok",
      "ok",
      "ok",
      "ok",
      "people.row_repeated",
    ]);
  });

  test("a personal number twice is rejected", () => {
    expect(outcomes(pupils("А;Б;;;5А;7", "В;Г;;;5А;7"))).toEqual(["ok", "people.number_repeated"]);
  });

  test("a class the school does not have, or none, is rejected; so is a birth in the future", () => {
    const people = read(
      { pupils: `${PUPILS}А;Б;;;5А;\nВ;Г;;;9Я;\nД;Е;;;;\nЖ;З;;02.09.2026;5А;\n` },
      { hasClass: (name) => name === "5А", today: day("2026-09-01") },
    );
    expect(outcomes(people)).toEqual(["ok", "people.class_unknown", "people.class_missing", "people.birth_in_future"]);
  });

  test("a row with more cells than columns, and a name without end, are rejected", () => {
    expect(outcomes(pupils("А;Б;;;5А;;лишнее", `${"А".repeat(101)};Б;;;5А;`))).toEqual(["people.row_too_long", "people.name_too_long"]);
  });

  test("columns nobody reads are named", () => {
    expect(read({ pupils: "Фамилия;Имя;Класс;Любимый цвет\nА;Б;5А;синий\n" }).unusedColumns).toEqual([{ file: "pupils", column: "любимый цвет" }]);
  });
});

describe("a file of guardians", () => {
  const children = `${PUPILS}Ясенев;Глеб;Романович;17.09.2012;7Б;В-301\nЯсенева;Вера;Романовна;03.02.2015;5А;\nБелов;Ян;Ильич;01.01.2015;5А;\nБелов;Ян;Петрович;02.01.2015;5А;\n`;
  const HEAD = "Фамилия;Имя;Отчество;Телефон;Кем приходится;Ученик;Класс;Личный номер\n";
  const guardians = (...rows: string[]) => read({ pupils: children, guardians: HEAD + rows.join("\n") });

  test("two rows with one name and one phone are one person with two children", () => {
    const people = guardians(
      "Ясенева;Марина;Олеговна;+7 900 000-00-13;мать;Ясенев Глеб Романович;7Б;",
      "Ясенева;Марина;Олеговна;8 (900) 000-00-13;мать;ясенева вера;5 «A»;",
    );
    expect(people.guardians).toEqual([
      {
        lines: [2, 3],
        surname: "Ясенева",
        givenName: "Марина",
        patronymic: "Олеговна",
        phone: "+7 900 000-00-13",
        children: [
          { line: 2, relation: "мать", by: "row", pupilLine: 2 },
          { line: 3, relation: "мать", by: "row", pupilLine: 3 },
        ],
      },
    ]);
  });

  test("namesakes without an equal phone stay two people", () => {
    expect(guardians("А;Б;;;мать;Ясенев Глеб;7Б;", "А;Б;;;мать;Ясенева Вера;5А;").guardians).toHaveLength(2);
  });

  test("a child is named by number, by a row of the pupils' file, or is left to be found in the school", () => {
    const people = guardians("А;А;;;мать;;;В-301", "Б;Б;;;отец;;;Ю-9", "В;В;;;опекун;Новиков Олег Юрьевич;6А;");
    expect(people.guardians.map((each) => each.children[0])).toEqual([
      { line: 2, relation: "мать", by: "row", pupilLine: 2 },
      { line: 3, relation: "отец", by: "number", personalNo: "Ю-9" },
      { line: 4, relation: "опекун", by: "name", name: { surname: "Новиков", givenName: "Олег", patronymic: "Юрьевич" }, className: "6А" },
    ]);
  });

  test("a child that cannot be told is rejected", () => {
    const people = guardians(
      "А;А;;;мать;Белов Ян;5А;",
      "А;А;;;мать;Белов;5А;",
      "А;А;;;мать;Белов Ян Ильич;;",
      "А;А;;1;мать;Белов Ян Ильич;5А;",
      "А;А;;1;мать;Белов Ян Ильич;5А;",
    );
    expect(outcomes(people).slice(4)).toEqual(["people.child_ambiguous", "people.child_missing", "people.child_class_missing", "ok", "people.row_repeated"]);
    expect(people.report[4]).toMatchObject({ facts: { pupilLines: [4, 5] } });
  });
});

describe("a file of staff", () => {
  const HEAD = "ФИО;Табельный номер;Должность;Роли;Предметы;Классное руководство\n";

  test("roles by their words, several in a cell; subjects in order", () => {
    const people = read({
      staff: `${HEAD}Берёзкина Анна Павловна;0012;Учитель;учитель, Классный руководитель;"Русский язык; Литература";5А\nТополева Ольга;1;Директор;director;;\n`,
    });
    expect(people.staff).toMatchObject([
      { personnelNo: "0012", position: "Учитель", roles: ["subject_teacher", "homeroom_teacher"], subjects: ["Русский язык", "Литература"], homeroomOf: "5А" },
      { patronymic: null, roles: ["director"], subjects: [], homeroomOf: null },
    ]);
  });

  test("a role nobody knows is rejected and named", () => {
    expect(read({ staff: `${HEAD}А Б;1;;чародей;;\n` }).report).toEqual([
      { file: "staff", line: 2, outcome: "rejected", code: "people.role_unknown", facts: { role: "чародей" } },
    ]);
  });

  test("one person or one number twice is rejected", () => {
    expect(outcomes(read({ staff: `${HEAD}А Б;;;;;\nА Б;;;;;\nВ Г;5;;;;\nД Е;5;;;;\n` }))).toEqual([
      "ok",
      "people.row_repeated",
      "ok",
      "people.number_repeated",
    ]);
  });
});

describe("a file that cannot be taken", () => {
  test.each([
    ["nothing in it", { staff: "" }, { code: "people.file_empty", facts: { file: "staff" } }],
    ["no column of classes", { pupils: "Фамилия;Имя\nА;Б\n" }, { code: "people.file_column_missing", facts: { file: "pupils", field: "className" } }],
    ["no column of names", { pupils: "Имя;Класс\nА;5А\n" }, { code: "people.file_column_missing", facts: { file: "pupils", field: "surname" } }],
    ["no child", { guardians: "ФИО;Ученик\nА Б;В Г\n" }, { code: "people.file_column_missing", facts: { file: "guardians", field: "childClass" } }],
    [
      "two columns of one meaning",
      { pupils: "Фамилия;Surname;Имя;Класс\nА;А;Б;5А\n" },
      { code: "people.file_column_twice", facts: { file: "pupils", columns: ["фамилия", "surname"] } },
    ],
    ["an open quote", { pupils: `${PUPILS}"А;Б;;;5А;\n` }, { code: "people.file_quote_open", facts: { file: "pupils", line: 2 } }],
  ])("%s", (_, texts, refusal) => expect(refusalOf(texts)).toEqual(refusal));

  test("two encodings in one file", () => {
    const mixed = Buffer.concat([Buffer.from(`${PUPILS}Берёзов;Тимур;;;5А;\n`), iconv.encode("Клёнова;Алина;;;5А;\n", "windows-1251")]);
    expect(readPeople({ pupils: mixed })).toEqual({ ok: false, refusal: { code: "people.file_encoding_broken", facts: { file: "pupils", line: 3 } } });
  });

  test("any bytes at all give people or a typed refusal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, tail) => {
        readPeople({ pupils: bytes });
        readPeople({ pupils: Buffer.from(PUPILS + tail), guardians: Buffer.from(`ФИО;Ученик;Класс\n${tail}`), staff: Buffer.from(`ФИО;Роли\n${tail}`) });
      }),
      { numRuns: 200 },
    );
  });
});

describe("a birth date in a cell", () => {
  test.each([
    ["14.03.2015", "2015-03-14"],
    ["1.9.2014", "2014-09-01"],
    ["01/09/2014", "2014-09-01"],
    ["2014-09-01", "2014-09-01"],
    ["2014-09-01 00:00:00", "2014-09-01"],
    ["2014-09-01T00:00:00.000", "2014-09-01"],
    ["41883", "2014-09-01"],
    ["42064", "2015-03-01"],
    ["29.02.2012", "2012-02-29"],
    ["29.02.2013", null],
    ["31.02.2014", null],
    ["32.01.2014", null],
    ["01.13.2014", null],
    ["14.03.15", null],
    ["2014", null],
    ["01.01.1799", null],
    ["вчера", null],
    ["", null],
  ])("%s", (cell, expected) => expect(birthDate(cell)).toBe(expected));
});

describe("names of files and classes", () => {
  test.each([
    ["pupils.csv", "pupils"],
    ["/школа/Ученики.CSV", "pupils"],
    ["родители.csv", "guardians"],
    ["C:\\данные\\сотрудники.csv", "staff"],
    ["staff.txt", "staff"],
    ["pupils.xlsx", null],
    ["заметки.csv", null],
  ])("%s", (name, kind) => expect(peopleKindOf(name)).toBe(kind));

  test("one class written in other ways", () => {
    expect(new Set(["5А", "5 а", "5-А", "5 «А»", "5A"].map(classKey)).size).toBe(1);
    expect(classKey("1И")).not.toBe(classKey("1Э"));
  });
});

describe("the samples of the documentation", () => {
  const sample = (name: string) => readFileSync(resolve("docs/samples", name));

  test.each([
    ["UTF-8", (bytes: Buffer) => bytes],
    ["Windows-1251", (bytes: Buffer) => iconv.encode(bytes.toString("utf8"), "windows-1251")],
  ])("are taken whole in %s", (_, encode) => {
    const outcome = readPeople({ pupils: sample("ученики.csv"), guardians: encode(sample("родители.csv")), staff: encode(sample("сотрудники.csv")) });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.people.report.filter((row) => row.outcome === "rejected")).toEqual([]);
    expect([outcome.people.pupils.length, outcome.people.guardians.length, outcome.people.staff.length]).toEqual([7, 3, 4]);
    expect(outcome.people.unusedColumns).toEqual([]);
  });
});
