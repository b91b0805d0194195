import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { copyPlanRoute } from "../../contract/plan/import-plan.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { usePlanWork, usePlans } from "../plans/use-plans.ts";
import type { Plan } from "../plans/use-plans.ts";

const words = planWords.copy;

/** Plans of the school's base to take over: of the same subject first, the nearest grade before the others. */
export function CopyDialog({ plan, onClose, onDone }: { plan: Plan; onClose: () => void; onDone: () => void }) {
  const asked = usePlans();
  const [all, setAll] = useState(false);
  const { run, wrong, busy } = usePlanWork();
  const far = (grade: number) => Math.abs(grade - plan.gradeLevel);
  const found = (asked.data?.pages ?? [])
    .filter((page) => page.lines > 0 && page.pageId !== plan.pageId && (all || page.subject === plan.subject))
    .toSorted((a, b) => Number(b.subject === plan.subject) - Number(a.subject === plan.subject) || far(a.gradeLevel) - far(b.gradeLevel) || b.year - a.year);
  const take = async (fromPageId: number) => {
    const body = { fromPageId, expectedVersion: plan.version };
    if (!(await run(() => call(copyPlanRoute, { params: { pageId: plan.pageId }, body })))) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      className="wide"
      title={words.title}
      onClose={onClose}
      footer={
        <button className="btn" type="button" onClick={onClose}>
          {planWords.close}
        </button>
      }
    >
      <p>{found.length === 0 && asked.data ? words.none : words.text}</p>
      {!asked.data && <Waiting text={planWords.opening} />}
      <Wrong text={wrong} />
      <ScrollBox className="preview" label={words.title}>
        <table className="table">
          <tbody>
            {found.map((page) => {
              const name = planWords.plan.title(page.groupName, page.subject);
              return (
                <tr key={page.pageId}>
                  <th scope="row">
                    {name} <span className="soft">{planWords.list.year(page.year)}</span>
                  </th>
                  <td>{page.teachers}</td>
                  <td className="nw">{planWords.hours(page.planHours)}</td>
                  <td className="num">
                    <button className="btn small" type="button" disabled={busy} aria-label={words.takeFor(name)} onClick={() => void take(page.pageId)}>
                      {words.take}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {!all && (
        <button className="btn quiet" type="button" onClick={() => setAll(true)}>
          {words.other}
        </button>
      )}
    </Dialog>
  );
}
