import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Static } from "typebox";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { figureCellsRoute } from "../../contract/figures/figures.ts";
import type { FigureCell } from "../../contract/figures/figures.ts";
import type { Grouping } from "../../rules/figures/group-figures.ts";
import type { FillingMetric } from "./filling.ts";
import { figuresWords as words } from "./figures-words.ru.ts";

/** Whose cells of which metric are shown. */
export type CellsOf = { readonly metric: FillingMetric; readonly by: Grouping; readonly id: number; readonly name: string };

type Props = CellsOf & { from: string; to: string; timezone: string; onClose: () => void };
type Cell = Static<typeof FigureCell>;

/** The cells behind a number, each with the way to it. */
export function FigureCells({ from, to, metric, by, id, name, timezone, onClose }: Props) {
  const asked = useQuery({
    queryKey: ["control", "cells", from, to, metric, by, id],
    queryFn: () => call(figureCellsRoute, { query: { from, to, metric, by, id } }),
  });
  const { data } = asked;
  return (
    <section className="panel cells" aria-labelledby="figure-cells">
      <header>
        <h2 id="figure-cells" tabIndex={-1} ref={focused}>
          {words.cells[metric]}: {name}
        </h2>
        <span className="muted">{data?.count}</span>
        <span className="grow" />
        <button className="btn quiet icon noprint" type="button" aria-label={words.close} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.opening} />}
      {data?.count === 0 && <p className="in">{words.noCells}</p>}
      {data && data.count > 0 && (
        <ScrollBox label={words.cells[metric]}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.cellColumns.page}</th>
                <th scope="col">{words.cellColumns.lesson}</th>
                <th scope="col">{words.cellColumns.teacher}</th>
                <th scope="col">{words.cellColumns.pupil}</th>
                <th scope="col">{words.cellColumns.written}</th>
                <th scope="col">
                  <span className="vh">{words.cellColumns.go}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.cells.map((cell, i) => (
                <CellLine key={`${cell.pageId} ${cell.lessonId ?? 0} ${i}`} cell={cell} timezone={timezone} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {data && data.count > data.cells.length && <p className="in muted">{words.first(data.cells.length, data.count)}</p>}
    </section>
  );
}

/** Takes the focus when the list opens, so that a screen reader begins with it. */
const focused = (element: HTMLElement | null): void => element?.focus();

function CellLine({ cell, timezone }: { cell: Cell; timezone: string }) {
  const { pageId, lessonId, day, slot, groupName, subject, teacher, pupil, mark, workType, writtenAt, dueAt } = cell;
  return (
    <tr>
      <th scope="row">{words.place(groupName, subject)}</th>
      <td>{day === null || slot === null ? "" : words.when(day, slot)}</td>
      <td>{teacher}</td>
      <td>{[pupil, mark && `«${mark}»`, workType].filter(Boolean).join(", ")}</td>
      <td>
        {writtenAt && words.at(dayIn(timezone, new Date(writtenAt)), timeIn(timezone, new Date(writtenAt)))}
        {writtenAt && dueAt && <span className="badge t-late">{words.lateBy(Math.floor((Date.parse(writtenAt) - Date.parse(dueAt)) / 60_000))}</span>}
      </td>
      <td className="noprint">
        <Link to="/journal/$pageId" params={{ pageId: String(pageId) }} search={lessonId === null ? {} : { lesson: lessonId }}>
          {words.go}
        </Link>
      </td>
    </tr>
  );
}
