import { journalPageRoute, myPagesRoute } from "../../contract/journal-page.ts";
import { nearDaysRoute } from "../../contract/near-days.ts";
import { askOrCopy, copyOf, forgetOldCopies } from "./copies.ts";

/** How old a copy may be before it is fetched anew, ms. */
const FRESH = 15 * 60_000;
/** After opening the screen has the line to itself for a while; between two pages too, ms. */
const [FIRST, BETWEEN] = [3000, 300];

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

let running = false;

/** Fetches the pages of the near days that are not kept or have grown old. Stops at the first trouble: it comes back by itself. */
async function fetchNear(): Promise<void> {
  if (running || !navigator.onLine) return;
  running = true;
  try {
    const mine = await copyOf(nearDaysRoute);
    if (mine !== null && Date.now() - (mine.asOf ?? 0) < FRESH) return;
    await askOrCopy(myPagesRoute);
    const near = await askOrCopy(nearDaysRoute);
    if (near.asOf !== null) return;
    for (const pageId of new Set(near.answer.days.flatMap((day) => day.lessons.map((lesson) => lesson.pageId)))) {
      const kept = await copyOf(journalPageRoute, { params: { pageId }, query: {} });
      if (kept !== null && Date.now() - (kept.asOf ?? 0) < FRESH) continue;
      if ((await askOrCopy(journalPageRoute, { params: { pageId }, query: {} })).asOf !== null) return;
      await pause(BETWEEN);
    }
    await forgetOldCopies();
  } catch {
    // the line broke, or the session ended: the person will be told where they work
  } finally {
    running = false;
  }
}

/**
 * Keeps the near days on the device: at opening, when the person comes back to the tab and when the network returns. Never by the clock,
 * for a request that nobody made must not keep a session open.
 */
export function fetchAhead(): () => void {
  const first = setTimeout(() => void fetchNear(), FIRST);
  const back = () => void (document.visibilityState === "visible" && fetchNear());
  document.addEventListener("visibilitychange", back);
  addEventListener("online", back);
  return () => {
    clearTimeout(first);
    document.removeEventListener("visibilitychange", back);
    removeEventListener("online", back);
  };
}
