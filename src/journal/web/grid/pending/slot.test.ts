import { describe, expect, test } from "vitest";
import { answer, calm, choose, collide, emptySlot, isReady, isSettled, lose, refresh, refuse, savedSlot, send, slow, want } from "./slot.ts";

const four = { value: "4", version: 3, by: "", at: "" };

describe("a value that saves itself", () => {
  test("shows at once what is wanted and sends it with the version seen", () => {
    const s = want(savedSlot("3", 2, false), "4");
    expect(s.wanted).toBe("4");
    expect(s.version).toBe(2);
    expect(isReady(s)).toBe(true);
  });

  test("keeps keys typed during the flight for the next statement, over the new version", () => {
    const flying = send(want(emptySlot<string | null>(null), "4"));
    const typed = want(flying, "5");
    expect(isReady(typed)).toBe(false);
    const answered = answer(typed, "4", 1, false);
    expect(isReady(answered)).toBe(true);
    expect(answered).toMatchObject({ saved: "4", wanted: "5", version: 1 });
  });

  test("sends nothing when the undo came before the sending", () => {
    expect(isSettled(want(want(savedSlot("3", 1, false), "4"), "3"))).toBe(true);
  });

  test("waits after a lost connection; what had left stays on its way until it is answered", () => {
    const lost = lose(send(want(emptySlot<string | null>(null), "4")));
    expect(lost.trouble).toBe("lost");
    expect(isReady(lost)).toBe(false);
    expect(lost.flight?.value).toBe("4");
    expect(isReady(answer(want(lost, "5"), "4", 1, false))).toBe(true);
  });

  test("gives the old value back after a refusal, and calms down", () => {
    const refused = refuse(send(want(savedSlot("3", 2, false), "4")));
    expect(refused).toMatchObject({ wanted: "3", saved: "3", version: 2, trouble: "refused" });
    expect(calm(refused).trouble).toBeNull();
    expect(isReady(refused)).toBe(false);
  });

  test("holds both values of a conflict until one is chosen", () => {
    const torn = collide(send(want(savedSlot("5", 2, false), "3")), four);
    expect(torn.other).toEqual(four);
    expect(want(torn, "2")).toBe(torn);
    expect(isReady(torn)).toBe(false);
    expect(choose(torn, "4")).toMatchObject({ saved: "4", wanted: "4", version: 3, other: null });
    expect(isReady(choose(torn, "3"))).toBe(true);
    expect(choose(torn, "3").version).toBe(3);
  });

  test("does not call two equal values a conflict", () => {
    const s = collide(send(want(savedSlot("5", 2, false), "4")), four);
    expect(s).toMatchObject({ saved: "4", version: 3, other: null, flight: null });
    expect(isSettled(s)).toBe(true);
  });

  test("takes newer news of the server, but not over what is unsent or older", () => {
    expect(refresh(savedSlot("3", 2, false), "4", 3, true)).toMatchObject({ saved: "4", wanted: "4", version: 3, late: true });
    const typed = want(savedSlot("3", 2, false), "5");
    expect(refresh(typed, "4", 3, false)).toBe(typed);
    const newer = savedSlot("3", 5, false);
    expect(refresh(newer, "4", 4, false)).toBe(newer);
  });

  test("says that it is slow only while it flies", () => {
    expect(slow(savedSlot("3", 1, false)).flight).toBeNull();
    expect(slow(send(want(savedSlot("3", 1, false), "4"))).flight?.slow).toBe(true);
  });
});
