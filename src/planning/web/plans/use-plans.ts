import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { classEventsRoute } from "../../contract/class-events/class-events.ts";
import { curriculumRoute } from "../../contract/curriculum/curriculum.ts";
import { individualCurriculaRoute } from "../../contract/curriculum/individual.ts";
import { fulfilmentRoute, loadRoute } from "../../contract/load/load.ts";
import { plansRoute } from "../../contract/plan/list-plans.ts";
import { readPlanRoute } from "../../contract/plan/read-plan.ts";

export type Plans = Output<typeof plansRoute>;
export type ListedPage = Plans["pages"][number];
export type Plan = Output<typeof readPlanRoute>;
export type Curriculum = Output<typeof curriculumRoute>;
export type Load = Output<typeof loadRoute>;
export type ClassPlan = Output<typeof classEventsRoute>["classes"][number];

export const usePlans = () => useQuery({ queryKey: ["plans", "list"], queryFn: () => call(plansRoute) });
export const usePlan = (pageId: number) => useQuery({ queryKey: ["plans", "page", pageId], queryFn: () => call(readPlanRoute, { params: { pageId } }) });
export const useCurriculum = () => useQuery({ queryKey: ["plans", "curriculum"], queryFn: () => call(curriculumRoute) });
export const useIndividual = (classId: number) =>
  useQuery({ queryKey: ["plans", "individual", classId], queryFn: () => call(individualCurriculaRoute, { params: { classId } }) });
export const useLoad = () => useQuery({ queryKey: ["plans", "load"], queryFn: () => call(loadRoute) });
export const useFulfilment = (term: number | undefined) =>
  useQuery({ queryKey: ["plans", "fulfilment", term ?? 0], queryFn: () => call(fulfilmentRoute, { query: { term } }) });
export const useClassEvents = () => useQuery({ queryKey: ["plans", "events"], queryFn: () => call(classEventsRoute) });

/** Does a thing with the plans, then reads them anew; a no goes on to who asked: a form shows it itself. */
export function usePlanForm() {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>): Promise<void> => {
    await work();
    await client.invalidateQueries({ queryKey: ["plans"] });
  };
}

/** Does a thing with the plans, then reads them anew; what went wrong is a sentence. */
export function usePlanWork() {
  const client = useQueryClient();
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (work: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      setWrong(null);
      try {
        await work();
        await client.invalidateQueries({ queryKey: ["plans"] });
        return true;
      } catch (error) {
        setWrong(sentenceOfError(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [client],
  );
  return { run, wrong, busy, clear: () => setWrong(null) };
}
