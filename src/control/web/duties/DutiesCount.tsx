import { rowsOf } from "./duty-rows.ts";
import { useDuties } from "./use-duties.ts";
import { dutyWords as words } from "./duty-words.ru.ts";

/** How much is due by the end of today, beside the section's name; nothing where nothing is. */
export function DutiesCount() {
  const { data } = useDuties();
  const waiting = data ? rowsOf(data.duties, "overdue").length + rowsOf(data.duties, "today").length : 0;
  if (waiting === 0) return null;
  return (
    <span className="count">
      <span aria-hidden="true">{waiting > 99 ? "99+" : waiting}</span>
      <span className="vh">{words.waiting(waiting)}</span>
    </span>
  );
}
