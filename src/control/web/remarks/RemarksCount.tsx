import { remarkWords as words } from "./remark-words.ru.ts";
import { useGivenRemarks, useMyRemarks } from "./use-remarks.ts";

/** How many remarks wait for the person: to be fixed by a teacher, to be looked at by who controls. */
export function RemarksCount({ owes, looks }: { owes: boolean; looks: boolean }) {
  const mine = useMyRemarks(owes).data?.remarks ?? [];
  const given = useGivenRemarks(looks).data?.remarks ?? [];
  const [toFix, toLook] = [mine.filter((one) => one.state === "open").length, given.filter((one) => one.state === "fixed").length];
  const all = toFix + toLook;
  if (all === 0) return null;
  return (
    <span className="count">
      <span aria-hidden="true">{all > 99 ? "99+" : all}</span>
      <span className="vh">
        {toFix > 0 && words.toFix(toFix)}
        {toLook > 0 && words.toLook(toLook)}
      </span>
    </span>
  );
}
