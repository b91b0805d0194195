import { afterAll, beforeAll, expect, test } from "vitest";
import { aSite, DESK } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let s: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(site.owner, { pupils: 4 });
  site.at(s.now);
});
afterAll(() => site.close());

test("a form in a window begins in its first field, keeps what was typed when it is refused, and gives the focus back to its button", async () => {
  const deputy = await site.visitor(s.deputy, DESK);
  const page = await deputy.open("/work-types");
  const add = page.getByRole("button", { name: "Добавить вид работы" });
  const focused = (name: string) => page.waitForFunction((text) => document.activeElement?.textContent?.trim() === text, name);
  const taken = await page.getByRole("row").nth(1).getByRole("cell").first().textContent();

  await add.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Новый вид работы" });
  await dialog.waitFor();
  await page.keyboard.type("Эссе по кругу");
  expect(await dialog.getByLabel("Название").inputValue()).toBe("Эссе по кругу");
  await dialog.getByLabel("Знак").fill(taken ?? "");
  await page.keyboard.press("Enter");
  await dialog.getByRole("alert").waitFor();
  expect(await dialog.getByLabel("Название").inputValue()).toBe("Эссе по кругу");
  await page.keyboard.press("Escape");
  await focused("Добавить вид работы");
  expect(await dialog.count()).toBe(0);

  await page.keyboard.press("Enter");
  await page.keyboard.type("Эссе по кругу");
  await dialog.getByLabel("Знак").fill("Эк");
  await page.keyboard.press("Enter");
  await page.getByRole("rowheader", { name: "Эссе по кругу" }).waitFor();
  await focused("Добавить вид работы");
  expect(await dialog.count()).toBe(0);
  await deputy.close();
});
