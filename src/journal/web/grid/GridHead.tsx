// On the screen the lines are no table boxes, and a browser that tells roles by boxes would lose them.
// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role
import { memo, useContext, useSyncExternalStore } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { LessonSigns } from "../page/beside.ts";
import { journalWords as words } from "../words.ru.ts";
import { missingOf } from "./duty.ts";
import type { GridStore } from "./grid-store.ts";
import { behind } from "./TermCell.tsx";
import { isTermClosed, periodsAfter } from "./page-model.ts";
import type { LessonColumn, Model } from "./page-model.ts";

type TermHead = { k: number; term: number; kind: string; closedOn: string | null };
type Months = { key: string; k: number; day: string; count: number; future: boolean; repeated: boolean };

/** The three lines of the head: months, days, and the work or the duty of the column. Totals stand through all three. */
export const GridHead = memo(function GridHead({ store, model, clock }: { store: GridStore; model: Model; clock: string }) {
  const sticky = model.page.term !== null;
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th className="nm" role="columnheader" aria-colindex={1} aria-rowspan={3} rowSpan={3} scope="col">
          <div className="who">
            {words.grid.pupil} <span className="muted small">{model.rows.length}</span>
          </div>
        </th>
        {segmentsOf(model).map((segment) =>
          "term" in segment ? (
            <th
              key={segment.k}
              className={sticky ? "tot q stay" : "tot q"}
              role="columnheader"
              aria-colindex={segment.k + 2}
              aria-rowspan={3}
              rowSpan={3}
              scope="col"
              data-k={segment.k}
              style={{ gridColumn: segment.k + 2, ...behind(periodsAfter(model, segment.k)) }}
            >
              <abbr title={words.term.mark(segment.term, segment.kind)}>
                {words.term.head(segment.term, segment.kind)[0]}
                <br />
                {words.term.head(segment.term, segment.kind)[1]}
              </abbr>
              {segment.closedOn !== null && (
                <span className="shut" title={words.cell.closed.term_closed}>
                  <Icon name="lock" />
                  <span className="vh">{words.term.closed(segment.closedOn)}</span>
                </span>
              )}
            </th>
          ) : (
            <th
              key={segment.key}
              className={`${segment.repeated ? "" : "mon"} ${segment.future ? "fut" : ""}`}
              role="columnheader"
              aria-colindex={segment.k + 2}
              aria-colspan={segment.count}
              colSpan={segment.count}
              scope="colgroup"
              style={{ gridColumn: `${segment.k + 2} / span ${segment.count}` }}
            >
              <span className={segment.repeated ? "vh" : undefined}>{words.month(segment.day)}</span>
            </th>
          ),
        )}
        {model.marked && (
          <>
            <TotalHead className="a" at={model.columns.length + 2} lines={words.grid.plain} full={words.grid.plainFull} />
            <TotalHead className="w" at={model.columns.length + 3} lines={words.grid.weighted} full={words.grid.weightedFull} />
            <TotalHead className="c" at={model.columns.length + 4} lines={[words.grid.marks]} full={words.grid.marksFull} />
          </>
        )}
      </tr>
      <tr role="row" aria-rowindex={2}>
        {model.columns.map(
          (column, k) => column.at === "lesson" && <DayHead key={column.id} store={store} model={model} column={column} k={k} clock={clock} />,
        )}
      </tr>
      <tr role="row" aria-rowindex={3}>
        {model.columns.map(
          (column, k) => column.at === "lesson" && <WorkHead key={column.id} store={store} model={model} column={column} k={k} clock={clock} />,
        )}
      </tr>
    </thead>
  );
});

function TotalHead({ className, at, lines, full }: { className: string; at: number; lines: readonly string[]; full: string }) {
  return (
    <th className={`tot ${className}`} role="columnheader" aria-colindex={at} aria-rowspan={3} rowSpan={3} scope="col" style={{ gridColumn: at }}>
      <abbr title={full}>
        {lines[0]}
        {lines.length > 1 && <br />}
        {lines[1]}
      </abbr>
    </th>
  );
}

type HeadProps = { store: GridStore; model: Model; column: LessonColumn; k: number; clock: string };

const headClass = ({ when, weekStarts }: LessonColumn) =>
  [when === "today" && "today", when === "future" && "fut", weekStarts && "wk"].filter(Boolean).join(" ");

const DayHead = memo(function DayHead({ store, model, column, k, clock }: HeadProps) {
  const sign = useContext(LessonSigns).get(column.id);
  const note = useSyncExternalStore(store.subscribeAfterPaint, () => store.get().notes[k]);
  const { lesson, weekday } = column;
  const missing = note ? missingOf(lesson, note.wanted, model.page.today, clock) : null;
  const absent = missing ? [...(missing.topic ? [words.grid.topicMissing] : []), ...(missing.homework ? [words.grid.homeworkMissing] : [])] : [];
  return (
    <th role="columnheader" aria-colindex={k + 2} scope="col" data-k={k} className={headClass(column)} style={{ gridColumn: k + 2 }}>
      <span className="vh">
        {words.grid.head(lesson.day, words.weekday(weekday), lesson.slot)}
        {lesson.cancelled && words.grid.headCancelled}
        {lesson.substituteId !== null && words.grid.headSubstitution(nameOf(model, lesson.substituteId))}
        {absent.length > 0 && words.grid.headMissing(absent)}
        {sign !== undefined && `, ${sign}`}
      </span>
      <span aria-hidden="true">
        <small>
          {words.weekday(weekday)}
          {column.doubled && <em>·{lesson.slot}</em>}
        </small>
        <b className={sign === undefined ? undefined : "signed"}>{Number(lesson.day.slice(8))}</b>
      </span>
    </th>
  );
});

const WorkHead = memo(function WorkHead({ store, model, column, k, clock }: HeadProps) {
  const note = useSyncExternalStore(store.subscribeAfterPaint, () => store.get().notes[k]);
  const { lesson } = column;
  const workType = note?.wanted.workType ?? model.page.usualWork;
  const work = model.page.workTypes.find((one) => one.workType === workType);
  const missing = note ? missingOf(lesson, note.wanted, model.page.today, clock) : null;
  return (
    <th role="columnheader" aria-colindex={k + 2} scope="col" data-k={k} className={headClass(column)} style={{ gridColumn: k + 2 }}>
      <span aria-hidden="true">
        {lesson.cancelled ? (
          <span className="kind can">{words.grid.cancelled}</span>
        ) : missing ? (
          <span className="kind duty">{missing.topic ? words.grid.noTopic : words.grid.noHomework}</span>
        ) : lesson.substituteId !== null ? (
          <span className="kind sub">{words.grid.substitution}</span>
        ) : (
          work && work.workType !== model.page.usualWork && <span className={work.weight > 1 ? "kind k" : "kind w"}>{work.code}</span>
        )}
      </span>
      <span className="vh">{lesson.cancelled ? words.grid.cancelledFull : (work?.name ?? words.grid.noWork)}</span>
    </th>
  );
});

const nameOf = (model: Model, personId: number) => model.page.staff.find((one) => one.personId === personId)?.name ?? "";

/** Runs of lessons of one month, broken where the future begins (print leaves it out) and where a term's column stands. */
function segmentsOf(model: Model): (Months | TermHead)[] {
  const segments: (Months | TermHead)[] = [];
  model.columns.forEach((column, k) => {
    if (column.at === "term") {
      segments.push({ k, term: column.term.term, kind: column.term.kind, closedOn: isTermClosed(model.page, column.term) ? column.term.closedOn : null });
      return;
    }
    const month = column.lesson.day.slice(0, 7);
    const future = column.when === "future";
    const last = segments.at(-1);
    if (last && !("term" in last) && last.day.slice(0, 7) === month && last.future === future) last.count += 1;
    else
      segments.push({
        key: `${month}:${k}`,
        k,
        day: column.lesson.day,
        count: 1,
        future,
        repeated: last !== undefined && !("term" in last) && last.day.slice(0, 7) === month,
      });
  });
  return segments;
}
