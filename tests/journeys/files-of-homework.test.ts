import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../builders/app.ts";
import type { Problem, TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { addressOf } from "../../src/foundation/route.ts";
import type { Output } from "../../src/foundation/route.ts";
import { attachFileRoute, attachLinkRoute, readAttachmentRoute, removeAttachmentRoute } from "../../src/journal/contract/attachments.ts";

let t: TestApp;
let school: MadeSchool;
let stranger: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  stranger = await aSchool(t.owner, { pupils: 2 });
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
  await t.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => t.close());

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n");
const lesson = () => ({ pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId });
const address = (name: string, params = lesson()) => addressOf(attachFileRoute, params, { name });

async function attach(name: string, content: Buffer = PDF, cookie = school.teacher.cookie, params = lesson()) {
  const response = await t.app.inject({
    method: "POST",
    url: address(name, params),
    headers: { cookie, "content-type": "application/octet-stream" },
    payload: content,
  });
  return { status: response.statusCode, body: response.json<Output<typeof attachFileRoute> & Problem>() };
}
const download = (attachmentId: number, cookie: string) => t.app.inject({ url: addressOf(readAttachmentRoute, { attachmentId }), headers: { cookie } });
const remove = (attachmentId: number, cookie = school.teacher.cookie) => t.ask(removeAttachmentRoute, cookie, { params: { ...lesson(), attachmentId } });
const inDiary = async (cookie: string, n: number) => {
  const { body } = await t.ask(diaryWeekRoute, cookie, { params: { pupilId: school.classA.pupils[n]! }, query: {} });
  return body.days.flatMap((d) => d.lessons).find((l) => l.lessonId === lesson().lessonId)!.attachments;
};

/** Says the head of a request and nothing of its body; gives the first line of the answer and whether the line was closed. */
function sayHead(name: string, bytes: number): Promise<{ first: string; body: string }> {
  const { port } = t.app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const line = connect(port, "127.0.0.1", () =>
      line.write(
        [
          `POST ${address(name)} HTTP/1.1`,
          "host: 127.0.0.1",
          `cookie: ${school.teacher.cookie}`,
          "content-type: application/octet-stream",
          `content-length: ${bytes}`,
          "",
          "",
        ].join("\r\n"),
      ),
    );
    let said = "";
    line.on("data", (piece) => {
      said += piece.toString();
      if (said.includes("requestId")) {
        line.destroy();
        resolve({ first: said.split("\r\n")[0]!, body: said });
      }
    });
    line.on("error", reject);
  });
}

describe("a file of homework", () => {
  test("is kept once, is in the diary of every pupil of the lesson, and comes back to be kept, byte for byte, with its name", async () => {
    const { status, body } = await attach("Лист № 4.pdf");
    expect({ status, body }).toMatchObject({ status: 200, body: { name: "Лист № 4.pdf", address: null, size: PDF.length } });
    expect((await attach("Лист № 4.pdf")).body).toEqual(body);
    expect(await inDiary(school.guardian.cookie, 0)).toEqual([body]);

    for (const who of [school.guardian, school.otherGuardian, school.pupil, school.teacher, school.homeroom, school.deputy, school.director]) {
      const file = await download(body.attachmentId, who.cookie);
      expect(file.statusCode).toBe(200);
      expect(file.rawPayload.equals(PDF)).toBe(true);
      expect(file.headers).toMatchObject({
        "content-type": "application/pdf",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        "content-disposition": "attachment; filename=\"____ _ 4.pdf\"; filename*=UTF-8''%D0%9B%D0%B8%D1%81%D1%82%20%E2%84%96%204.pdf",
      });
    }
    expect((await remove(body.attachmentId)).status).toBe(200);
  });

  test("is refused to those who have nothing to do with the lesson, and unknown to another school", async () => {
    const { body } = await attach("лист.pdf");
    for (const who of [school.secondTeacher, school.secretary, school.admin]) expect((await download(body.attachmentId, who.cookie)).statusCode).toBe(403);
    expect((await download(body.attachmentId, stranger.teacher.cookie)).statusCode).toBe(404);
    expect((await attach("чужой.pdf", PDF, school.secondTeacher.cookie)).status).toBe(403);
    expect((await attach("чужой.pdf", PDF, stranger.teacher.cookie, { ...lesson(), lessonId: 999_999 })).status).toBe(404);
    expect(
      (await t.app.inject({ method: "POST", url: address("a.pdf"), headers: { "content-type": "application/octet-stream" }, payload: PDF })).statusCode,
    ).toBe(401);
    await remove(body.attachmentId);
  });

  test("of a wrong ending or of 200 MB is refused before it is read", async () => {
    const wrong = await sayHead("установка.exe", 1000);
    expect(wrong.first).toContain("400");
    expect(wrong.body).toContain("foundation.file_ending");
    const large = await sayHead("фильм.mp4", 200 * 1024 * 1024);
    expect(large.first).toContain("413");
    expect(large.body).toContain("20 МБ");
    const overNorm = await sayHead("фильм.mp4", 11 * 1024 * 1024);
    expect(overNorm.first).toContain("413");
    expect(overNorm.body).toContain("10 МБ");
  });

  test("whose content is not what its name says is refused, and nothing is kept of it", async () => {
    expect(await attach("фото.jpg", Buffer.from("MZ\u0090\u0000program"))).toMatchObject({ status: 400, body: { code: "journal.file_not_as_named" } });
    expect(await attach("пусто.pdf", Buffer.alloc(0))).toMatchObject({ status: 400 });
    expect(await inDiary(school.guardian.cookie, 0)).toEqual([]);
  });

  test("taken away is gone from the diary and from its address; taking it away once more is answered as done", async () => {
    const { body } = await attach("лист.pdf");
    expect((await remove(body.attachmentId)).status).toBe(200);
    expect((await remove(body.attachmentId)).status).toBe(200);
    expect((await download(body.attachmentId, school.teacher.cookie)).statusCode).toBe(404);
    expect(await inDiary(school.guardian.cookie, 0)).toEqual([]);
  });

  test("above the number of the norm is refused with the number", async () => {
    const made = [];
    for (let n = 0; n < 10; n++) made.push((await attach(`${n}.pdf`)).body.attachmentId);
    expect(await attach("ещё.pdf")).toMatchObject({ status: 422, body: { code: "journal.attachments_too_many", facts: { most: 10 } } });
    for (const id of made) await remove(id);
  });
});

describe("a link of homework", () => {
  const link = (to: string, name?: string) =>
    t.ask(attachLinkRoute, school.teacher.cookie, { params: lesson(), body: name === undefined ? { address: to } : { address: to, name } });

  test("HW-11 stands in the diary with its address and its name, or its host where no name is given", async () => {
    const named = await link("https://resh.edu.ru/subject/lesson/7272/", "Урок 12 в РЭШ");
    const plain = await link("https://interneturok.ru/lesson/matematika");
    expect([named.status, plain.status]).toEqual([200, 200]);
    expect(await inDiary(school.guardian.cookie, 0)).toMatchObject([
      { name: "Урок 12 в РЭШ", address: "https://resh.edu.ru/subject/lesson/7272/", size: null },
      { name: "interneturok.ru", address: "https://interneturok.ru/lesson/matematika" },
    ]);
    expect((await download(named.body.attachmentId, school.teacher.cookie)).statusCode).toBe(404);
  });

  test("that would run something is refused", async () => {
    expect(await link("javascript:alert(1)")).toMatchObject({ status: 400, problem: { code: "journal.not_a_web_address" } });
  });
});
