import { useState } from "react";
import type { Output } from "../../../foundation/route.ts";
import { NORMS, refusalToSetNorm } from "../../../regulation/rules/norms.ts";
import type { regulationRoute } from "../../contract/regulation/regulation.ts";

export type Regulation = Output<typeof regulationRoute>;
export type Norm = Regulation["norms"][number];
export type Edition = Regulation["editions"][number];

/** A norm as the director is changing it. */
export type Change = { code: string; value: unknown; clause: string; grade: number | null; subjectId: number | null };
export type Draft = ReadonlyMap<string, Change>;

/** What names a norm with its scope: of one code there may be a value for the school and one for a grade. */
export const keyOf = ({ code, grade, subjectId }: { code: string; grade: number | null; subjectId: number | null }): string =>
  `${code}|${grade ?? ""}|${subjectId ?? ""}`;

export const isKnown = (code: string): code is keyof typeof NORMS => Object.hasOwn(NORMS, code);
/** Whether the register takes the value; the server asks again. */
export const fits = (change: Change): boolean => refusalToSetNorm(change.code, change.value) === null && change.clause.trim() !== "";

/** Whether a change says another thing than what stands. */
export const differs = (change: Change, norm: Norm | undefined): boolean =>
  JSON.stringify(change.value) !== JSON.stringify(norm?.value) || change.grade !== (norm?.grade ?? null);

/** The changes that wait to become an edition; they live while the screen is open. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(new Map());
  return {
    draft,
    put: (key: string, change: Change) => setDraft((now) => new Map(now).set(key, change)),
    drop: (key: string) => setDraft((now) => new Map([...now].filter(([each]) => each !== key))),
    clear: () => setDraft(new Map()),
  };
}
