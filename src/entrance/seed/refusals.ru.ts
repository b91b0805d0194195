import type { FailureWords } from "../../foundation/failure.ts";

/** What is said when synthetic schools cannot be made as asked. */
export const SEED_FAILURES = {
  "seed.weeks_out_of_range": ({ most }: { most: number }) => `Заполнить можно от 0 до ${most} учебных недель. Ничего не создано.`,
  "seed.nothing_to_make": () => "Нужна хотя бы одна школа и хотя бы один ученик. Ничего не создано.",
} satisfies FailureWords;
