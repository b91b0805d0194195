import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { ClipboardEvent, KeyboardEvent, RefObject } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { LocalDate } from "../../../foundation/day.ts";
import { ProblemError, call } from "../../../foundation/http-client.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { setPlanRoute } from "../../contract/plan/set-plan.ts";
import { hoursWithoutLesson, lagOn, layPlan } from "../../rules/plan/lay-plan.ts";
import type { PlanLesson } from "../../rules/plan/lay-plan.ts";
import { planWords } from "../plans/plans-words.ru.ts";
import type { Plan } from "../plans/use-plans.ts";
import { EMPTY, edited, faultOf, hoursTyped, isBlank, toSave } from "./plan-lines.ts";
import type { Edit, EditState, Field } from "./plan-lines.ts";
import { pastedLines } from "./pasted-lines.ts";
import type { LineDays } from "./PlanRow.tsx";

const words = planWords.plan;

export type Telling = { text: string; isNo: boolean } | null;

/** The plan in the hands of its teacher: what is typed, the days it falls on as it is typed, and saving over the version seen. */
export function usePlanEditor(plan: Plan, box: RefObject<HTMLTableElement | null>) {
  const client = useQueryClient();
  const [state, dispatch] = useReducer(edited, EMPTY, (empty: EditState) => edited(empty, { do: "reset", lines: plan.lines }));
  const [version, setVersion] = useState(plan.version);
  const [telling, setTelling] = useState<Telling>(null);
  const [conflict, setConflict] = useState<number | null>(null);
  const [saving, setSaving] = useState(false);
  const [wrong, setWrong] = useState<{ key: number; field: Field } | null>(null);
  const focus = useRef<{ place: number; field: Field } | null>(null);

  useEffect(() => {
    if (!focus.current) return;
    const { place, field } = focus.current;
    focus.current = null;
    box.current?.querySelector<HTMLInputElement>(`[data-place="${place}"][data-field="${field}"]`)?.focus();
  });

  const laid = useMemo(() => {
    const lines = state.lines.filter((line) => !isBlank(line)).map((line) => ({ lineId: line.lineId ?? -line.key, hours: hoursTyped(line.hours) ?? 1 }));
    return layPlan(lines, plan.timetable as PlanLesson[]);
  }, [state.lines, plan.timetable]);
  const days = useMemo(() => daysOf(laid, state, plan.today), [laid, state, plan.today]);

  const onEdit = useCallback((edit: Edit) => {
    setTelling(edit.do === "remove" ? { text: words.removed, isNo: false } : null);
    setWrong(null);
    if (edit.do === "insert") focus.current = { place: edit.at + 1, field: "topic" };
    dispatch(edit);
  }, []);

  const save = async (over: number) => {
    const fault = faultOf(state.lines);
    if (fault) {
      setWrong({ key: fault.key, field: fault.what });
      setTelling({ text: fault.what === "topic" ? words.topicMissing(fault.place) : words.hoursWrong(fault.place), isNo: true });
      focus.current = { place: fault.place, field: fault.what };
      return;
    }
    setSaving(true);
    try {
      const lines = toSave(state.lines);
      const answer = await call(setPlanRoute, { params: { pageId: plan.pageId }, body: { expectedVersion: over, lines } });
      setVersion(answer.version);
      setConflict(null);
      dispatch({ do: "reset", lines: answer.lines });
      setTelling({ text: words.savedNow, isNo: false });
      await client.invalidateQueries({ queryKey: ["plans", "list"] });
      await client.invalidateQueries({ queryKey: ["plans", "page", plan.pageId], refetchType: "none" });
    } catch (error) {
      if (error instanceof ProblemError && error.code === "planning.plan_changed_meanwhile") setConflict(Number(error.facts["version"]));
      else setTelling({ text: sentenceOfError(error), isNo: true });
    }
    setSaving(false);
  };

  const onKey = (event: KeyboardEvent, place: number, field: Field) => {
    const line = state.lines[place - 1]!;
    const ctrl = event.ctrlKey || event.metaKey;
    const go = (to: number) => box.current?.querySelector<HTMLInputElement>(`[data-place="${to}"][data-field="${field}"]`)?.focus();
    const { key } = event;
    if (ctrl && event.code === "KeyS") {
      if (state.dirty) void save(version);
    } else if (key === "Enter" && (ctrl || place === state.lines.length)) onEdit({ do: "insert", at: place });
    else if (key === "Enter") go(place + 1);
    else if ((key === "ArrowUp" || key === "ArrowDown") && event.altKey) {
      const by = key === "ArrowUp" ? -1 : 1;
      focus.current = { place: Math.min(Math.max(place + by, 1), state.lines.length), field };
      onEdit({ do: "move", key: line.key, by });
    } else if (key === "ArrowUp") go(place - 1);
    else if (key === "ArrowDown") go(place + 1);
    else if (key === "Delete" && ctrl) {
      focus.current = { place: Math.max(1, Math.min(place, state.lines.length - 1)), field };
      onEdit({ do: "remove", key: line.key });
    } else return;
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent, place: number) => {
    const lines = pastedLines(event.clipboardData.getData("text/plain"));
    if (!lines) return;
    event.preventDefault();
    const line = state.lines[place - 1]!;
    onEdit({ do: "insert", at: place, lines });
    if (isBlank(line)) dispatch({ do: "remove", key: line.key });
    focus.current = { place: place + lines.length - (isBlank(line) ? 1 : 0), field: "topic" };
    setTelling({ text: words.pasted(lines.length), isNo: false });
  };

  return {
    state,
    version,
    telling,
    conflict,
    saving,
    wrong,
    days,
    lag: lagOn(laid, plan.today as LocalDate),
    withoutLesson: hoursWithoutLesson(laid),
    hours: laid.hours.length,
    onEdit,
    onKey,
    onPaste,
    save: () => void save(version),
    saveOver: () => void save(conflict ?? version),
  };
}

/** Days of each line as they are shown: one day, or the first and the last; what is behind the timetable of the year is late. */
function daysOf(laid: ReturnType<typeof layPlan>, state: EditState, today: string): Map<number, LineDays> {
  const byLine = Map.groupBy(laid.hours, (hour) => hour.lineId);
  const span = (found: readonly (string | null)[]) => {
    const known = found.filter((day) => day !== null).toSorted();
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return "";
    return first === last ? planWords.shortDay(first) : `${planWords.shortDay(first)}–${planWords.shortDay(last)}`;
  };
  return new Map(
    state.lines.map((line) => {
      const hours = byLine.get(line.lineId ?? -line.key) ?? [];
      const planned = hours.map((hour) => hour.plannedDay);
      const actual = hours.map((hour) => hour.day);
      const late = hours.some((hour) => (hour.day ?? today) > (hour.plannedDay ?? "9"));
      const past = actual.filter((day) => day !== null && day <= today);
      return [line.key, { planned: span(planned), actual: hours.length > 0 && actual.includes(null) ? words.noLesson : span(actual), given: span(past), late }];
    }),
  );
}
