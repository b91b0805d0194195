import type { Deadline } from "../../src/regulation/rules/deadline/notation.ts";

/** Writes a deadline as `parseDeadline` reads it. */
export function printDeadline(deadline: Deadline): string {
  const two = (n: number) => String(n).padStart(2, "0");
  if (deadline.kind === "date") return `${two(deadline.month)}-${two(deadline.day)}`;
  if (deadline.kind === "month") return `month${deadline.months === 0 ? "" : `+${deadline.months}`}:${two(deadline.day)}`;
  const { days, workingDays, minutes } = deadline.offset;
  const parts: [number, string][] = [
    [workingDays, "wd"],
    [days, "d"],
    [Math.trunc(minutes / 60), "h"],
    [minutes % 60, "m"],
  ];
  const offset = parts.map(([n, unit]) => (n === 0 ? "" : `${Math.abs(n)}${unit}`)).join("");
  if (deadline.kind === "fact") return offset === "" ? "0d" : offset;
  return offset === "" ? deadline.anchor : `${deadline.anchor} ${days + workingDays + minutes < 0 ? "-" : "+"} ${offset}`;
}
