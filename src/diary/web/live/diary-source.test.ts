import { describe, expect, test } from "vitest";
import { day, mondayOf, type LocalDate } from "../../../foundation/day.ts";
import type { Week } from "../week/week-days.ts";
import { diarySource } from "./diary-source.ts";

const TODAY = day("2026-12-11");
const BUSY = new Error("busy");
const OFFLINE = new Error("no connection");

const aWeek = (pupilId: number, of: LocalDate, marks: readonly string[] = []): Week => ({
  pupil: { pupilId, givenName: "Лиза", surname: "Ветрова", className: "6Б" },
  today: TODAY,
  monday: mondayOf(of),
  days: [
    {
      day: mondayOf(of),
      name: null,
      lessons: [
        {
          lessonId: 1,
          slot: 1,
          starts: null,
          ends: null,
          subject: "Математика",
          room: null,
          teacher: "",
          substitute: null,
          cancelled: false,
          movedFrom: null,
          reason: null,
          topic: null,
          homework: null,
          tasks: null,
          minutes: null,
          dueOn: null,
          ownHomework: null,
          attachments: [],
          comment: null,
          absence: 0,
          absenceReason: null,
          marks: marks.map((mark) => ({ mark, workType: "", weight: 1, retake: false })),
        },
      ],
    },
  ],
  term: null,
});

/** A source whose answers the test gives by hand, with timers that it rings by hand. */
function aSource() {
  const asked: { pupilId: number; day: LocalDate | null; answer: (week: Week) => Promise<void>; fail: (error: Error) => Promise<void> }[] = [];
  const timers = new Set<() => void>();
  const settle = () => new Promise<void>((done) => setTimeout(done, 0));
  const source = diarySource(
    {
      read: (pupilId, of) =>
        new Promise((resolve, reject) =>
          asked.push({ pupilId, day: of, answer: (week) => (resolve(week), settle()), fail: (error: Error) => (reject(error), settle()) }),
        ),
      isNoConnection: (error) => error === OFFLINE,
      mayPass: (error) => error === BUSY,
      now: () => new Date("2026-12-11T07:42:00Z"),
      later: (what) => {
        timers.add(what);
        return () => timers.delete(what);
      },
    },
    TODAY,
  );
  const ring = () => [...timers].forEach((what) => (timers.delete(what), what()));
  return { source, asked, ring, timers };
}

describe("the diary's source", () => {
  test("shows a week that was read before at once, and reads it again", async () => {
    const { source, asked } = aSource();
    source.show(1, null);
    await asked[0]!.answer(aWeek(1, TODAY));
    source.show(2, null);
    expect(source.shown()).toMatchObject({ week: null, state: "reading" });
    await asked[1]!.answer(aWeek(2, TODAY));
    source.show(1, null);
    expect(source.shown().week?.pupil.pupilId).toBe(1);
    expect(asked).toHaveLength(3);
  });

  test("an answer for a week left behind never covers the week shown", async () => {
    const { source, asked } = aSource();
    source.show(1, null);
    source.show(1, day("2026-11-30"));
    await asked[1]!.answer(aWeek(1, day("2026-11-30")));
    await asked[0]!.answer(aWeek(1, TODAY));
    expect(source.shown().week?.monday).toBe("2026-11-30");
  });

  test("another day of the same week asks nothing", async () => {
    const { source, asked } = aSource();
    source.show(1, null);
    await asked[0]!.answer(aWeek(1, TODAY));
    source.show(1, day("2026-12-08"));
    expect(asked).toHaveLength(1);
  });

  test("DIA-08 a change lights its lesson for a moment and is said once", async () => {
    const { source, asked, ring } = aSource();
    source.show(1, null);
    await asked[0]!.answer(aWeek(1, TODAY));
    source.readAgain();
    await asked[1]!.answer(aWeek(1, TODAY, ["5"]));
    expect([...source.shown().lit]).toEqual([1]);
    expect(source.shown().news.map((c) => c.marks)).toEqual([["5"]]);
    const { news } = source.shown();
    ring();
    expect(source.shown().lit.size).toBe(0);
    source.readAgain();
    await asked[2]!.answer(aWeek(1, TODAY, ["5"]));
    expect(source.shown().news).toBe(news);
  });

  test("an event that comes while reading is not lost", async () => {
    const { source, asked } = aSource();
    source.show(1, null);
    source.readAgain();
    source.readAgain();
    expect(asked).toHaveLength(1);
    await asked[0]!.answer(aWeek(1, TODAY));
    expect(asked).toHaveLength(2);
    await asked[1]!.answer(aWeek(1, TODAY, ["4"]));
    expect(source.shown().week?.days[0]?.lessons[0]?.marks[0]?.mark).toBe("4");
    expect(asked).toHaveLength(2);
  });

  test("without a line the week stays, with the time it was read, and is asked for again", async () => {
    const { source, asked, ring } = aSource();
    source.show(1, null);
    await asked[0]!.answer(aWeek(1, TODAY));
    const { readAt } = source.shown();
    source.readAgain();
    await asked[1]!.fail(OFFLINE);
    expect(source.shown()).toMatchObject({ state: "offline", readAt });
    expect(source.shown().week).not.toBeNull();
    ring();
    await asked[2]!.answer(aWeek(1, TODAY));
    expect(source.shown().state).toBe("fresh");
  });

  test("a busy server is asked again, and the week stays", async () => {
    const { source, asked, ring } = aSource();
    source.show(1, null);
    await asked[0]!.answer(aWeek(1, TODAY));
    source.readAgain();
    await asked[1]!.fail(BUSY);
    expect(source.shown().state).toBe("refused");
    expect(source.shown().week).not.toBeNull();
    ring();
    await asked[2]!.answer(aWeek(1, TODAY));
    expect(source.shown().state).toBe("fresh");
  });

  test("a refusal is not asked again by itself, and stopping stops", async () => {
    const { source, asked, timers } = aSource();
    source.show(1, null);
    await asked[0]!.fail(new Error("refused"));
    expect(source.shown().state).toBe("refused");
    expect(timers.size).toBe(0);
    source.stop();
    source.readAgain();
    expect(asked).toHaveLength(1);
  });
});
