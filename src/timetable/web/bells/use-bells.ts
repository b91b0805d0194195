import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { bellsRoute, chooseBellsRoute, setBellsRoute } from "../../contract/bells.ts";

export type BellsData = Output<typeof bellsRoute>;
export type Bells = BellsData["bells"][number];
export type Slot = Bells["slots"][number];

export const useBells = () => useQuery({ queryKey: ["timetable", "bells"], queryFn: () => call(bellsRoute), refetchOnWindowFocus: false });

export const setBells = (body: Input<typeof setBellsRoute>["body"]) => call(setBellsRoute, { body });
export const chooseBells = (day: string, bellScheduleId: number | null) => call(chooseBellsRoute, { params: { day }, body: { bellScheduleId } });

/** Does what is asked of the bells and reads every timetable anew, also after a refusal: somebody else may have changed them. */
export function useBellsChange() {
  const client = useQueryClient();
  return useCallback(
    async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } finally {
        await client.invalidateQueries({ queryKey: ["timetable"] });
      }
    },
    [client],
  );
}
