import type { FailureWords } from "../../foundation/failure.ts";

const KIND: Record<string, string> = { none: "присутствие", absent: "«н»", ill: "«б»", late: "«оп»" };

/** What is said when presence cannot be recorded. */
export const ATTENDANCE_FAILURES = {
  "attendance.pupil_named_twice": () => "Один ученик назван в запросе дважды, и неясно, что о нём записать. Ничего не записано.",
  "attendance.cell_changed_meanwhile": ({ kind }: { kind: string }) =>
    `Пока вы работали, в этой клетке записали другое: сейчас стоит ${KIND[kind]}. Ваша запись не сохранена. Выберите, какую оставить.`,
} satisfies FailureWords;
