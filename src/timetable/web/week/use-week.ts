import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { saveWeekRoute, schoolWeekRoute } from "../../contract/school-week.ts";
import { setLongHomeworkRoute } from "../../contract/set-subject.ts";
import type { Draft, Page, Week } from "./week-model.ts";

export type SavedWeek = Output<typeof saveWeekRoute>;

/** The week of a day. It is not read anew behind the back of who lays it: what was seen is what a save is compared with. */
export const useWeek = (day: string) =>
  useQuery({
    queryKey: ["timetable", "week", day],
    queryFn: () => call(schoolWeekRoute, { params: { day } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

const bodyOf = (changed: readonly Page[], draft: Draft) => ({
  pages: changed.map((p) => ({ pageId: p.pageId, seen: p.lessons, lessons: [...draft.get(p.pageId)!] })),
});

/** What saving from a day would do to the lessons. */
export const useWeekPreview = (from: string, changed: readonly Page[], draft: Draft) =>
  useQuery({
    queryKey: ["timetable", "week-preview", from, changed.map((p) => p.pageId), [...draft]],
    queryFn: () => call(saveWeekRoute, { params: { day: from }, body: { ...bodyOf(changed, draft), preview: true } }),
    enabled: from !== "",
    gcTime: 0,
    staleTime: 0,
  });

/** Saves the draft from a day on and reads every timetable anew. */
export function useSaveWeek() {
  const client = useQueryClient();
  return useCallback(
    async (from: string, changed: readonly Page[], draft: Draft, despiteClashes: boolean): Promise<SavedWeek> => {
      try {
        return await call(saveWeekRoute, { params: { day: from }, body: { ...bodyOf(changed, draft), despiteClashes } });
      } finally {
        await client.invalidateQueries({ queryKey: ["timetable"] });
      }
    },
    [client],
  );
}

/** Flags a subject and shows it at once in the week that is being laid, which is not read anew. */
export function useLongHomework() {
  const client = useQueryClient();
  return useCallback(
    async (subjectId: number, longHomework: boolean): Promise<void> => {
      await call(setLongHomeworkRoute, { params: { subjectId }, body: { longHomework } });
      client.setQueriesData<Week>({ queryKey: ["timetable", "week"] }, (week) =>
        week ? { ...week, pages: week.pages.map((p) => (p.subjectId === subjectId ? { ...p, longHomework } : p)) } : week,
      );
    },
    [client],
  );
}
