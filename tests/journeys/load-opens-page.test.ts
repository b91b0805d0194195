import { afterAll, beforeAll, expect, test } from "vitest";
import { journalPageRoute, myPagesRoute } from "../../src/journal/contract/journal-page.ts";
import { addLoadRoute, changeLoadRoute, endLoadRoute } from "../../src/planning/contract/load/load.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool, Signed } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

const listed = async (who: Signed, pageId: number) => (await t.ask(myPagesRoute, who.cookie)).body.pages.find((p) => p.pageId === pageId);
const opened = (who: Signed, pageId: number) => t.ask(journalPageRoute, who.cookie, { params: { pageId } });

test("CUR-03 a line of load added opens the page to the teacher, changed it stays open, removed it is only read", async () => {
  const { secondTeacher, admin, classA } = s;
  const body = { groupId: classA.groupId, subject: "География", teacherId: secondTeacher.personId, weeklyHours: 2 };
  const { pageId } = (await t.ask(addLoadRoute, admin.cookie, { body })).body;
  expect(await listed(secondTeacher, pageId)).toMatchObject({ own: true, subject: "География" });
  expect(await opened(secondTeacher, pageId)).toMatchObject({ status: 200, body: { mayWrite: true } });
  expect((await opened(s.teacher, pageId)).status).toBe(403);

  const params = { pageId, teacherId: secondTeacher.personId };
  t.at(new Date(s.now.getTime() + 7 * 86_400_000));
  expect((await t.ask(changeLoadRoute, admin.cookie, { params, body: { expectedHours: 2, weeklyHours: 1 } })).status).toBe(200);
  expect(await opened(secondTeacher, pageId)).toMatchObject({ body: { mayWrite: true } });

  expect((await t.ask(endLoadRoute, admin.cookie, { params, body: { expectedHours: 1 } })).status).toBe(200);
  expect(await listed(secondTeacher, pageId)).toMatchObject({ own: false });
  expect(await opened(secondTeacher, pageId)).toMatchObject({ status: 200, body: { mayWrite: false } });
  expect(await opened(s.deputy, pageId)).toMatchObject({ status: 200, body: { mayWrite: false } });
});
