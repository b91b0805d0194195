import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Fragment } from "react";
import type { RefObject } from "react";
import { planWords } from "../plans/plans-words.ru.ts";
import type { Plan } from "../plans/use-plans.ts";
import { PlanRow } from "./PlanRow.tsx";
import type { usePlanEditor } from "./use-plan-editor.ts";

const words = planWords.plan;
const NO_DAYS = { planned: "", actual: "", given: "", late: false };

/** The rows of a plan under the headings of their sections. */
export function PlanTable({ plan, editor, box }: { plan: Plan; editor: ReturnType<typeof usePlanEditor>; box: RefObject<HTMLTableElement | null> }) {
  const { state, days, wrong, onEdit, onKey, onPaste } = editor;
  const canWrite = plan.mayWrite;
  return (
    <ScrollBox className="panel noprint" label={words.region}>
      <table className="table plan" ref={box}>
        <thead>
          <tr>
            <th scope="col">{words.columns.no}</th>
            <th scope="col">{words.columns.topic}</th>
            <th scope="col">{words.columns.hours}</th>
            <th scope="col">{words.columns.control}</th>
            <th scope="col">{words.columns.homework}</th>
            <th scope="col">{words.columns.planned}</th>
            <th scope="col">{words.columns.actual}</th>
            {canWrite && (
              <th scope="col">
                <span className="vh">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {state.lines.map((line, i) => (
            <Fragment key={line.key}>
              {line.section !== (state.lines[i - 1]?.section ?? "") && (
                <tr className="section">
                  <th scope="rowgroup" colSpan={canWrite ? 8 : 7}>
                    {canWrite ? (
                      <input
                        className="input"
                        aria-label={words.sectionOf(i + 1)}
                        maxLength={200}
                        value={line.section}
                        onChange={(event) => onEdit({ do: "section", key: line.key, section: event.target.value })}
                      />
                    ) : (
                      line.section
                    )}
                  </th>
                </tr>
              )}
              <PlanRow
                line={line}
                place={i + 1}
                days={days.get(line.key) ?? NO_DAYS}
                canWrite={canWrite}
                wrong={wrong?.key === line.key ? wrong.field : null}
                onEdit={onEdit}
                onKey={onKey}
                onPaste={onPaste}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      {canWrite && (
        <div className="under">
          <button className="btn small" type="button" onClick={() => onEdit({ do: "insert", at: state.lines.length })}>
            {words.add}
          </button>
          <span className="soft small keys">{words.keys}</span>
        </div>
      )}
    </ScrollBox>
  );
}
