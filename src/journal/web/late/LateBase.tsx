import { useQuery } from "@tanstack/react-query";
import { call } from "../../../foundation/http-client.ts";
import { deadlineRu } from "../../../regulation/rules/words/deadline.ru.ts";
import { lateTermsRoute } from "../../contract/late-terms.ts";
import type { LateNorm } from "../../contract/late-terms.ts";
import { lateWords as words } from "./late-words.ru.ts";

/** An edition stands for days, so what was read of a day is not read again while the page is open. */
const STANDS = 600_000;

/** By which act and clause something is late, asked when it is looked at; nothing until the answer is there, and nothing without network. */
export function LateBase({ day, norms }: { day: string; norms: readonly LateNorm[] }) {
  const { data } = useQuery({
    queryKey: ["journal", "late-terms", day],
    queryFn: () => call(lateTermsRoute, { query: { day } }),
    staleTime: STANDS,
    retry: false,
  });
  const found = data?.terms.filter(({ norm }) => norms.includes(norm)) ?? [];
  if (found.length === 0) return null;
  return (
    <ul className="late-base">
      {found.map(({ norm, term, act, clause }) => (
        <li key={norm}>
          {words.of[norm]}: {deadlineRu(term)}. {words.base(act, clause)}
        </li>
      ))}
    </ul>
  );
}
