import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { closeTermRoute } from "../../../planning/contract/terms/close-term.ts";
import { closingListRoute } from "../../contract/periods/closing-list.ts";
import { YEAR } from "../../rules/period-mark.ts";
import { journalWords } from "../words.ru.ts";
import type { May } from "./ClassSheet.tsx";
import { OrderDialog, ReopenDialog } from "./ClosingDialogs.tsx";
import { periodWords as words } from "./period-words.ru.ts";

export type Closing = Output<typeof closingListRoute>;
export type ClosingLine = Closing["lines"][number];
type Kind = "quarter" | "half_year" | "trimester" | "year";
type Asking =
  | { is: "close"; what: { gradeLevel: number } | { classId: number } | { pageId: number }; said: string; missing: number }
  | { is: "reopen"; line: ClosingLine }
  | { is: "order"; gradeLevel: number };

const isShut = ({ closing }: ClosingLine, today: string): boolean => closing !== null && (closing.openThrough === null || closing.openThrough < today);
const missingOf = (lines: readonly ClosingLine[]): number => lines.reduce((n, line) => n + Math.max(0, line.pupils - line.marked), 0);

/** The deputy's look at a term: what is put, what is late, what is closed; closing and opening again. */
export function ClosingView({ may }: { may: May }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ kind: Kind; term: number } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const asked = chosen ?? { kind: "quarter" as const, term: 1 };
  const list = useQuery({
    queryKey: ["journal", "closing", asked.kind, asked.term],
    queryFn: () => call(closingListRoute, { params: asked }),
    placeholderData: (before) => before,
  });
  if (!list.data) return <Unanswered asked={list} opening={words.closing.opening} />;
  const { data } = list;
  // the page opens on the term of today, which only the answer knows
  const current = data.terms.findLast((term) => term.kind !== "year" && term.startsOn <= data.today);
  if (chosen === null && current && (current.kind !== asked.kind || current.term !== asked.term)) setChosen({ kind: current.kind as Kind, term: current.term });

  const again = () => client.invalidateQueries({ queryKey: ["journal", "closing"] });
  const close = async (what: Extract<Asking, { is: "close" }>["what"]) => {
    await call(closeTermRoute, { params: { year: data.year, term: asked.kind === "year" ? YEAR : asked.term }, body: what });
    await again();
  };
  const grades = [...new Set(data.lines.map((line) => line.gradeLevel))];
  const inCare = (grade: number) => may.close && (data.care === null || data.care.includes(grade));
  return (
    <>
      <div className="totals-bar">
        <div className="seg" role="group" aria-label={words.sheet.period}>
          {data.terms.map(({ kind, term }) => (
            <button
              key={`${kind}${term}`}
              type="button"
              aria-pressed={kind === asked.kind && term === asked.term}
              onClick={() => setChosen({ kind: kind as Kind, term })}
            >
              {journalWords.term.full(term, kind)}
            </button>
          ))}
        </div>
      </div>
      <section className="panel">
        <ScrollBox label={words.closing.tab}>
          <table className="table closing-table">
            <thead>
              <tr>
                {words.closing.columns.map((column, at) => (
                  <th key={column} scope="col" className={at === 2 ? "opt3" : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            {grades.map((grade) => {
              const lines = data.lines.filter((line) => line.gradeLevel === grade);
              const open = lines.filter((line) => !isShut(line, data.today));
              const order = data.orders.find((one) => one.gradeLevel === grade);
              return (
                <tbody key={grade}>
                  <tr className="grade-head">
                    <th colSpan={6} scope="rowgroup">
                      <div className="line">
                        <span>{words.closing.grade(grade)}</span>
                        <span className="soft">{missingOf(lines) > 0 ? words.closing.missing(missingOf(lines)) : words.closing.full(lines.length)}</span>
                        {order && <span className="soft">{words.closing.order(order.dueOn, order.orderRef)}</span>}
                        <span className="grow" />
                        {!inCare(grade) && may.close && <span className="soft">{words.closing.notInCare}</span>}
                        {inCare(grade) && (
                          <button className="btn small" type="button" onClick={() => setAsking({ is: "order", gradeLevel: grade })}>
                            {words.closing.setOrder}
                          </button>
                        )}
                        {inCare(grade) && open.length > 0 && (
                          <button
                            className="btn small"
                            type="button"
                            onClick={() => setAsking({ is: "close", what: { gradeLevel: grade }, said: words.closing.grade(grade), missing: missingOf(open) })}
                          >
                            {words.closing.closeGrade(grade)}
                          </button>
                        )}
                      </div>
                    </th>
                  </tr>
                  {lines.map((line) => (
                    <Line key={line.pageId} line={line} today={data.today} inCare={inCare(grade)} onAsk={setAsking} />
                  ))}
                </tbody>
              );
            })}
          </table>
        </ScrollBox>
      </section>
      <ShortList data={data} />
      {asking?.is === "close" && (
        <FormDialog
          title={words.closing.close}
          submit={words.closing.close}
          cancel={words.closing.keepOpen}
          onSubmit={() => close(asking.what)}
          onClose={() => setAsking(null)}
        >
          <p>{words.closing.confirm(asking.said, asking.missing)}</p>
        </FormDialog>
      )}
      {asking?.is === "reopen" && <ReopenDialog line={asking.line} term={asked.term} today={data.today} onSaved={again} onClose={() => setAsking(null)} />}
      {asking?.is === "order" && <OrderDialog data={data} gradeLevel={asking.gradeLevel} term={asked.term} onSaved={again} onClose={() => setAsking(null)} />}
    </>
  );
}

function Line({ line, today, inCare, onAsk }: { line: ClosingLine; today: string; inCare: boolean; onAsk: (asking: Asking) => void }) {
  const { closing } = line;
  const shut = isShut(line, today);
  const said = `${line.groupName}, ${line.subject}`;
  return (
    <tr>
      <td className="nw">{line.groupName}</td>
      <td>
        <Link to="/journal/$pageId/results" params={{ pageId: String(line.pageId) }}>
          {line.subject}
        </Link>
      </td>
      <td className="opt3">{line.teachers}</td>
      <td>
        {line.marked < line.pupils ? <b>{words.closing.put(line.marked, line.pupils)}</b> : words.closing.put(line.marked, line.pupils)}
        {line.late > 0 && <span className="soft">{words.closing.late(line.late)}</span>}
      </td>
      <td title={closing?.reason ?? undefined}>
        {closing === null ? (
          <span className="soft">{words.closing.open}</span>
        ) : shut ? (
          <span className="badge t-cancel">
            <Icon name="lock" /> {words.closing.closedOn(closing.closedOn)}
          </span>
        ) : (
          <span className="badge t-late">{words.closing.openThrough(closing.openThrough ?? today)}</span>
        )}
      </td>
      <td>
        {inCare &&
          (shut ? (
            <button className="btn small" type="button" aria-label={`${words.closing.reopen}: ${said}`} onClick={() => onAsk({ is: "reopen", line })}>
              {words.closing.reopen}
            </button>
          ) : (
            <button
              className="btn small"
              type="button"
              aria-label={`${words.closing.close}: ${said}`}
              onClick={() => onAsk({ is: "close", what: { pageId: line.pageId }, said, missing: missingOf([line]) })}
            >
              {words.closing.close}
            </button>
          ))}
      </td>
    </tr>
  );
}

/** Marks that stand on fewer current marks than the norm asks for (002 П2 §2.16). */
function ShortList({ data }: { data: Closing }) {
  const pageOf = new Map(data.lines.map((line) => [line.pageId, line]));
  if (data.short.length === 0) return null;
  return (
    <section className="panel">
      <header>
        <h2>{words.closing.shortHeading}</h2>
      </header>
      <ul className="in">
        {data.short.map((one) => (
          <li key={`${one.pageId}:${one.pupilId}`}>
            <Link to="/pupil/$pupilId" params={{ pupilId: String(one.pupilId) }}>
              {words.closing.shortLine(one.pupil, one.mark)}
            </Link>
            , {pageOf.get(one.pageId)?.groupName}, {pageOf.get(one.pageId)?.subject}, {one.by}
          </li>
        ))}
      </ul>
    </section>
  );
}
