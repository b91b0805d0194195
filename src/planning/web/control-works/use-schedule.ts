import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { controlWorksRoute, pageForWorkRoute } from "../../contract/control-works.ts";
import { remarksOn } from "../../rules/control-works/remarks.ts";
import type { Remark } from "../../rules/control-works/remarks.ts";
import type { PlannedWork } from "../../rules/control-works/control-work.ts";

export type Schedule = Output<typeof controlWorksRoute>;
export type Work = Schedule["works"][number];
export type Page = Output<typeof pageForWorkRoute>;
export type PageLesson = Page["lessons"][number];
export type Period = Schedule["periods"][number];

const KEY = ["planning", "control-works"];

export const useSchedule = () => useQuery({ queryKey: KEY, queryFn: () => call(controlWorksRoute) });

export const usePageForWork = (pageId: number) =>
  useQuery({ queryKey: [...KEY, "page", pageId], queryFn: () => call(pageForWorkRoute, { params: { pageId } }), enabled: pageId > 0 });

/** Reads the schedule anew after a change, refused ones too: what stands may be what refused it. */
export function useAnew(): (work: () => Promise<unknown>) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (work) => {
      try {
        await work();
      } finally {
        await client.invalidateQueries({ queryKey: KEY });
      }
    },
    [client],
  );
}

/** Days of the wire are days that the server checked. */
const planned = (w: Work): PlannedWork => ({ ...w, day: w.day as LocalDate });
export const weekday = (day: string): number => weekdayOf(day as LocalDate);

/** What the limits say of each work that stands, by its number. */
export function remarksOfAll({ works, limits }: Schedule): Map<number, Remark[]> {
  const standing = works.filter((w) => !w.lost);
  return new Map(standing.map((w) => [w.workId, remarksOn(planned(w), standing.filter((o) => o !== w).map(planned), w, limits)]));
}

export type Draft = { workId: number | null; workType: number; minutes: number; lessons: number; wholeClass: boolean };

/** What the limits would say of the draft on a lesson: the same rule that the server asks while saving. */
export function remarksOnDraft(schedule: Schedule, page: Page, lesson: PageLesson, draft: Draft): Remark[] {
  const others = schedule.works.filter((w) => !w.lost && w.workId !== draft.workId).map(planned);
  const code = schedule.workTypes.find((t) => t.workType === draft.workType)?.code ?? "";
  const { pageId, groupId, classIds, gradeLevel, subject } = page;
  const work: PlannedWork = { pageId, groupId, classIds, gradeLevel, subject, day: lesson.day as LocalDate, term: lesson.term, code, ...draft };
  const place = { ...page, first: lesson.slot <= lesson.firstSlot, last: lesson.slot + draft.lessons - 1 >= lesson.lastSlot };
  return remarksOn(work, others, place, schedule.limits);
}

/** The period of the day: the one under way, else the next, else the last. Shorter periods come first. */
export function periodAt(periods: readonly Period[], day: string): Period | undefined {
  return periods.find((p) => p.startsOn <= day && day <= p.endsOn) ?? periods.find((p) => p.startsOn > day) ?? periods.at(-1);
}
