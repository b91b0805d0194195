import { dayIn } from "../../../foundation/day.ts";
import { serverNow } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { journalPageRoute, myPagesRoute } from "../../contract/journal-page.ts";
import { nearDaysRoute } from "../../contract/near-days.ts";
import type { Page } from "../grid/page-model.ts";
import { allCopies, askOrCopy, copyOf } from "./copies.ts";
import type { Asked } from "./copies.ts";

/** A page of the journal from the server, or its copy, on which the device's day is today: a copy of yesterday must take today's marks. */
export async function askPage(pageId: number, term: number | undefined, timezone: string): Promise<Asked<Page>> {
  const asked = await askOrCopy(journalPageRoute, { params: { pageId }, query: { term } });
  if (asked.asOf === null) return asked;
  const day = dayIn(timezone, serverNow());
  return day > asked.answer.today ? { ...asked, answer: { ...asked.answer, today: day } } : asked;
}

/** The copy of a page in a term, whichever way it was asked for. */
export async function keptPage(pageId: number, term: number | null): Promise<Page | null> {
  const pages = (await allCopies()).filter((answer): answer is Page => typeof answer === "object" && answer !== null && "termMarks" in answer);
  return pages.find((page) => page.page.pageId === pageId && page.term === term) ?? null;
}

/** The person's day and pages; without network the kept ones, with the lessons of the device's day where they were fetched ahead. */
export async function askMyPages(timezone: string | undefined): Promise<Asked<Output<typeof myPagesRoute>>> {
  const asked = await askOrCopy(myPagesRoute);
  const day = timezone === undefined ? asked.answer.today : dayIn(timezone, serverNow());
  if (asked.asOf === null || day <= asked.answer.today) return asked;
  const near = await copyOf(nearDaysRoute);
  const lessons = near?.answer.days.find((one) => one.day === day)?.lessons ?? [];
  return { ...asked, answer: { ...asked.answer, today: day, lessons } };
}
