import { dayYearRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

/** What is said when a norm or a preset cannot be set. */
export const REGULATION_FAILURES = {
  "regulation.preset_unknown": ({ preset, known }: { preset: string; known: readonly string[] }) =>
    `Набора норм «${preset}» нет. Есть: ${known.join(", ")}. Школа не создана.`,
  "regulation.norm_not_in_force": ({ norm, day }: { norm: string; day: string }) =>
    `На ${dayYearRu(day)} у школы нет нормы «${norm}», поэтому записать нельзя. Ничего не записано. Скажите об этом администратору журнала.`,
  "regulation.norm_unknown": ({ code }: { code: string }) => `Нормы «${code}» нет в реестре норм. Ничего не изменено.`,
  "regulation.norm_misshapen": ({ code }: { code: string }) => `Значение нормы «${code}» записано не так, как требует реестр норм. Ничего не изменено.`,
} satisfies FailureWords;
