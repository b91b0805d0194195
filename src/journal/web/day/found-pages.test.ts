import { describe, expect, test } from "vitest";
import { byGroup, foundPages } from "./found-pages.ts";

const line = (pageId: number, groupName: string, subject: string, teachers: string) => ({ pageId, groupName, subject, teachers, own: false });
const PAGES = [line(1, "6 «Б»", "Русский язык", "Соколова Е. В."), line(2, "6 «Б»", "Алгебра", "Лунёва Т. А."), line(3, "10А", "Русский язык", "Лунёва Т. А.")];
const found = (typed: string) => foundPages(PAGES, typed).map((page) => page.pageId);

describe("finding a page by typing", () => {
  test.each([
    ["", [1, 2, 3]],
    ["6б", [1, 2]],
    ["6 б рус", [1]],
    ["лунева", [2, 3]],
    ["рус 10", [3]],
    ["химия", []],
  ])("«%s»", (typed, ids) => expect(found(typed)).toEqual(ids));

  test("groups keep the order given", () => {
    expect(byGroup(PAGES).map(({ groupName, pages }) => [groupName, pages.length])).toEqual([
      ["6 «Б»", 2],
      ["10А", 1],
    ]);
  });
});
