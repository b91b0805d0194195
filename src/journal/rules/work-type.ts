import type { Refusal } from "../../foundation/failure.ts";

type Named = { readonly name: string; readonly code: string };

/** Why a work type may not be called so beside the others of the school, or null: both its name and its sign are its own. */
export function refusalOfWorkType(asked: Named, others: readonly Named[]): Refusal<"journal.work_type_not_named" | "journal.work_type_taken"> | null {
  if (asked.name === "" || asked.code === "") return { code: "journal.work_type_not_named", facts: {} };
  const like = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const same = others.find((one) => like(one.name, asked.name) || like(one.code, asked.code));
  return same ? { code: "journal.work_type_taken", facts: { name: same.name, code: same.code } } : null;
}
