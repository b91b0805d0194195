import { groupFigures } from "../../rules/figures/group-figures.ts";
import type { Figures, Row, Sums } from "../../rules/figures/group-figures.ts";
import type { CellsOf } from "./FigureCells.tsx";
import { FILLING_METRICS, isWorse, partOf, worstFirst } from "./filling.ts";
import type { FillingMetric } from "./filling.ts";
import { figuresWords as words } from "./figures-words.ru.ts";
import type { By } from "./shown-days.ts";

type Props = { figures: Figures; whole: Sums; by: By; onOpen: (cells: CellsOf) => void };

/** Rows of the report, who needs help first; a number opens the cells behind it. */
export function FillingTable({ figures, whole, by, onOpen }: Props) {
  const rows = worstFirst(groupFigures(figures, by), "late");
  const people = by === "teacher" || by === "department";
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.who[by]}</th>
          <th scope="col" className="num">
            {words.lessons}
          </th>
          {FILLING_METRICS.map((metric) => (
            <th scope="col" className="num" key={metric}>
              {words.column(metric)}
            </th>
          ))}
          <th scope="col" className="num">
            {words.corrections}
          </th>
          <th scope="col" className="num">
            {words.plans}
          </th>
          {people && <th scope="col">{words.remarks}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FillingRow key={row.id} row={row} whole={whole} by={by} people={people} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

export const nameOf = (by: By | "school", { id, name }: Pick<Row, "id" | "name">): string =>
  by === "grade" ? words.grade(id) : by === "school" ? words.school : name === "" ? words.groups : name;

function FillingRow({ row, whole, by, people, onOpen }: { row: Row; whole: Sums; by: By; people: boolean; onOpen: Props["onOpen"] }) {
  const { id, sums } = row;
  const name = nameOf(by, row);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{sums.held}</td>
      {FILLING_METRICS.map((metric) => (
        <td className="num" key={metric}>
          <MetricCell
            metric={metric}
            sums={sums}
            whole={whole}
            label={words.open(name, words.metric(metric))}
            onOpen={() => onOpen({ metric, by, id, name })}
          />
        </td>
      ))}
      <td className="num">{sums.corrections}</td>
      <td className="num">{words.of(sums.plans, sums.pages)}</td>
      {people && <td>{words.remarksOf(sums.given, sums.fixedInTime, sums.overdue)}</td>}
    </tr>
  );
}

function MetricCell({ metric, sums, whole, label, onOpen }: { metric: FillingMetric; sums: Sums; whole: Sums; label: string; onOpen: () => void }) {
  const { share, part, whole: all, bad } = partOf(metric, sums);
  if (share === null) return "—";
  const text = words.percent(share);
  // where nothing is behind the number there is nothing to open
  if (bad ? part === 0 : part === all) return text;
  return (
    <button className={isWorse(metric, sums, whole) ? "figure low" : "figure"} type="button" aria-label={`${text}. ${label}`} onClick={onOpen}>
      {text}
    </button>
  );
}
