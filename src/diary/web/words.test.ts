import { describe, expect, test } from "vitest";
import { diaryWords as words } from "./words.ru.ts";

describe("the diary's words", () => {
  test.each([
    ["2026-12-07", "2026-12-12", "7–12 декабря"],
    ["2026-11-30", "2026-12-05", "30 ноября – 5 декабря"],
    ["2026-12-28", "2027-01-02", "28 декабря – 2 января"],
    ["2025-12-08", "2025-12-13", "8–13 декабря 2025 года"],
  ])("the week from %s to %s is «%s»", (from, to, said) => expect(words.week(from, to, "2026-12-11")).toBe(said));

  test.each([
    ["31", "каб. 31"],
    ["м-2", "каб. м-2"],
    ["Спортивный зал", "спортивный зал"],
    ["каб. 12", "каб. 12"],
  ])("the room «%s» is «%s»", (name, said) => expect(words.room(name)).toBe(said));

  test.each([
    ["quarter", 2, "Вторая четверть"],
    ["half_year", 1, "Первое полугодие"],
    ["trimester", 3, "Третий триместр"],
    ["trimester", 2, "Второй триместр"],
    ["module", 2, "Учебный период"],
  ])("%s %i is «%s»", (kind, n, said) => expect(words.term(kind, n)).toBe(said));

  test.each([
    [0, "За четверть пропусков нет."],
    [1, "За четверть 1 урок."],
    [3, "За четверть 3 урока."],
    [11, "За четверть 11 уроков."],
  ])("%i missed lessons", (n, said) => expect(words.absencesOfTerm("quarter", n)).toBe(said));

  test.each([
    [1, "До 4,50 не хватает 1 пятёрки."],
    [17, "До 4,50 не хватает 17 пятёрок."],
    [21, "До 4,50 не хватает 21 пятёрки."],
  ])("the way of %i fives", (n, said) => expect(words.whatIfWay(4.5, n, 5)).toBe(said));

  test("TT-06 a change of the timetable shows what was before", () => {
    expect(words.moved("2026-12-08", 3, false, null)).toBe("Перенесён с 8 декабря, был 3-м уроком");
    expect(words.moved("2026-12-08", 3, true, "мороз")).toBe("Перенесён, был 3-м уроком: мороз");
    expect(words.substitute("Лунёва Т. А.", "Ветрова И. П.")).toBe("Замена: Лунёва\u00a0Т.\u00a0А., обычно Ветрова\u00a0И.\u00a0П.");
    expect(words.cancelled("мороз")).toBe("Урок отменён: мороз");
    expect(words.changedLesson("2026-12-11", 2, "ОБЖ", "замена")).toBe("пт, 2\u2011й\u00a0урок: ОБЖ, замена");
  });

  test("DIA-08 the voice says the subject and the mark", () => {
    const change = { lessonId: 1, day: "2026-12-11", subject: "Математика", marks: ["5"], absence: 0 };
    expect(words.news([{ ...change, what: "mark" }], 0)).toBe("Математика: 5");
    expect(words.news([{ ...change, what: "absence", absence: 2 }], 4)).toBe("Математика: болезнь. Ещё изменений: 4");
    expect(words.news([{ ...change, what: "absence" }], 0)).toBe("Математика: пропуск снят");
    expect(words.news([], 0)).toBe("");
  });
});
