import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { classesRoute } from "../../../attendance/contract/class-attendance.ts";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { careRoute, classWeekRoute, departmentDaysRoute, inspectionListRoute } from "../../contract/inspections/inspections.ts";

export type InspectionList = Output<typeof inspectionListRoute>;
const KEY = ["control", "inspections"];

export const useInspectionList = (month: string) =>
  useQuery({ queryKey: [...KEY, "month", month], queryFn: () => call(inspectionListRoute, { query: { month } }), placeholderData: (before) => before });

export const useDepartmentDays = () => useQuery({ queryKey: [...KEY, "departments"], queryFn: () => call(departmentDaysRoute) });

export const useMyClasses = () => useQuery({ queryKey: ["attendance", "classes"], queryFn: () => call(classesRoute) });

export const useClassWeek = (classId: number | undefined, day: string) =>
  useQuery({
    queryKey: [...KEY, "week", classId, day],
    queryFn: () => call(classWeekRoute, { params: { classId: classId ?? 0 }, query: { day } }),
    enabled: classId !== undefined,
  });

export const useCare = () => useQuery({ queryKey: [...KEY, "care"], queryFn: () => call(careRoute) });

/** Does a deed of control, says what came out, and reads everything of control anew. */
export function useDeed(): {
  busy: boolean;
  told: { text: string; isNo: boolean } | null;
  run: (deed: () => Promise<unknown>, done: string) => Promise<boolean>;
} {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ text: string; isNo: boolean } | null>(null);
  const run = async (deed: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await deed();
      setTold({ text: done, isNo: false });
      return true;
    } catch (error) {
      setTold({ text: sentenceOfError(error), isNo: true });
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ["control"] });
      setBusy(false);
    }
  };
  return { busy, told, run };
}
