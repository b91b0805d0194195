import { daysBetween } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { remarkWords as words } from "./remark-words.ru.ts";
import type { Remark } from "./use-remarks.ts";

/** Where a remark stands: its term, late by how much, fixed, accepted. */
export function RemarkBadge({ remark, today }: { remark: Remark; today: string }) {
  const { state, overdue, dueOn } = remark;
  if (state !== "open")
    return (
      <span className="badge t-ok">
        <Icon name="ok" />
        {state === "fixed" ? words.fixed : words.accepted}
      </span>
    );
  if (overdue)
    return (
      <span className="badge t-missing">
        <Icon name="bad" />
        {words.overdue(daysBetween(dueOn as LocalDate, today as LocalDate))}
      </span>
    );
  return (
    <span className={dueOn === today ? "badge t-late" : "badge"}>
      <Icon name="clock" />
      {words.due(dueOn, today)}
    </span>
  );
}
