import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { useState } from "react";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { useFulfilment } from "../plans/use-plans.ts";

const words = planWords.fulfilment;

/** Fulfilment of the programme: hours by the timetable, held, lost, and how many will be given of how many. */
export function FulfilmentView() {
  const [term, setTerm] = useState<number | undefined>(undefined);
  const [onlyLost, setOnlyLost] = useState(false);
  const asked = useFulfilment(term);
  if (!asked.data) return <Unanswered asked={asked} opening={planWords.opening} />;
  const { pages, terms } = asked.data;
  const lost = pages.filter((page) => page.lost > 0);
  const shown = onlyLost ? lost : pages;
  return (
    <>
      <div className="tools">
        <div className="seg" role="group" aria-label={words.period}>
          {[undefined, ...terms].map((each) => (
            <button key={each ?? 0} type="button" aria-pressed={each === term} onClick={() => setTerm(each)}>
              {each === undefined ? words.year : words.term(each)}
            </button>
          ))}
        </div>
        {lost.length > 0 ? (
          <button className="btn" type="button" aria-pressed={onlyLost} onClick={() => setOnlyLost(!onlyLost)}>
            {words.onlyLost(lost.length)}
          </button>
        ) : (
          <p className="soft">{words.noneLost}</p>
        )}
      </div>
      <ScrollBox className="panel" label={words.region}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.columns.page}</th>
              <th scope="col">{words.columns.teacher}</th>
              {term === undefined && (
                <th scope="col" className="num">
                  {words.columns.curriculum}
                </th>
              )}
              {([words.columns.planned, words.columns.held, words.columns.lost, words.columns.ahead, words.columns.sum] as const).map((title) => (
                <th key={title} scope="col" className="num">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((page) => (
              <tr key={page.pageId}>
                <th scope="row">{planWords.plan.title(page.groupName, page.subject)}</th>
                <td>{page.teachers}</td>
                {term === undefined && <td className="num">{page.curriculum}</td>}
                <td className="num">{page.planned}</td>
                <td className="num">{page.held}</td>
                <td className="num">{page.lost > 0 ? <span className="badge t-late">{page.lost}</span> : 0}</td>
                <td className="num">{page.ahead}</td>
                <td className="num nw">{words.of(page.held + page.ahead, page.planned)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
