import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ProblemError, call } from "../../foundation/http-client.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { changeLessonRoute, swapLessonsRoute } from "../contract/change-lesson.ts";
import { lessonsOfDayRoute, substitutesForRoute } from "../contract/lessons-of-day.ts";
import { freePlacesRoute, moveLessonRoute } from "../contract/move-lesson.ts";
import { timetableChangesRoute } from "../contract/timetable-changes.ts";

export type SchoolDay = Output<typeof lessonsOfDayRoute>;
export type Lesson = SchoolDay["lessons"][number];
export type Change = Output<typeof timetableChangesRoute>["changes"][number];
export type AskedChange = Omit<Input<typeof changeLessonRoute>["body"], "expectedVersion">;

export const useSchoolDay = (day: string) => useQuery({ queryKey: ["timetable", "day", day], queryFn: () => call(lessonsOfDayRoute, { params: { day } }) });

export const useSubstitutes = ({ pageId, lessonId }: Lesson, wanted: boolean) =>
  useQuery({
    queryKey: ["timetable", "substitutes", pageId, lessonId],
    queryFn: () => call(substitutesForRoute, { params: { pageId, lessonId } }),
    enabled: wanted,
  });

export const useChanges = (from: string, to: string, by: "lesson" | "made") =>
  useQuery({ queryKey: ["timetable", "changes", from, to, by], queryFn: () => call(timetableChangesRoute, { query: { from, to, by } }) });

/** Changes a lesson as it is seen, then reads the timetable anew; also after a refusal that says the lesson was changed meanwhile. */
export function useLessonChange() {
  const client = useQueryClient();
  return useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        if (error instanceof ProblemError && error.status === 409) await client.invalidateQueries({ queryKey: ["timetable"] });
        throw error;
      }
      await client.invalidateQueries({ queryKey: ["timetable"] });
    },
    [client],
  );
}

export const change = ({ pageId, lessonId, version }: Lesson, asked: AskedChange) =>
  call(changeLessonRoute, { params: { pageId, lessonId }, body: { ...asked, expectedVersion: version } });

export const swap = (first: Lesson, second: Lesson, reason: string) => {
  const seen = ({ pageId, lessonId, version }: Lesson) => ({ pageId, lessonId, expectedVersion: version });
  return call(swapLessonsRoute, { body: { first: seen(first), second: seen(second), reason } });
};

export const useFreePlaces = ({ pageId, lessonId }: Lesson, day: string) =>
  useQuery({ queryKey: ["timetable", "places", pageId, lessonId, day], queryFn: () => call(freePlacesRoute, { params: { pageId, lessonId, day } }) });

export const move = ({ pageId, lessonId, version }: Lesson, day: string, slot: number, reason: string) =>
  call(moveLessonRoute, { params: { pageId, lessonId }, body: { day, slot, reason, expectedVersion: version } });
