import { indicatorsOf, joinCounts } from "../../rules/figures/indicators.ts";
import type { Level } from "../../rules/figures/indicators.ts";
import { Spark } from "./Spark.tsx";
import type { Progress, ProgressBy } from "./ProgressView.tsx";
import type { TrendOf } from "./TrendPanel.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";

const LEVELS = Object.keys(words.levels) as Level[];
type Row = Progress["rows"][number];

/** Rows with their marks of a term by level, the indicators, and how quality went from term to term; all of them together stand last. */
export function ProgressTable({ progress, by, term, onOpen }: { progress: Progress; by: ProgressBy; term: number; onOpen: (row: TrendOf) => void }) {
  const { rows, levels } = progress;
  const shown = rows.filter(({ terms }) => terms.some((one) => one.term === term));
  const whole: Row = { id: 0, name: words.whole, terms: together(rows) };
  // marks of a page with two teachers, or two departments, stand in both of their rows
  const adds = by !== "teacher" && by !== "department";
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.whoProgress[by]}</th>
          {LEVELS.map((level) => (
            <th scope="col" className="num" key={level}>
              {words.levels[level]}
            </th>
          ))}
          <th scope="col" className="num">
            {words.outside}
          </th>
          <th scope="col" className="num">
            {words.without}
          </th>
          <th scope="col" className="num">
            {words.pass}
          </th>
          <th scope="col" className="num">
            {words.quality}
          </th>
          <th scope="col" className="num">
            {words.learning}
          </th>
          <th scope="col" className="num">
            {words.average}
          </th>
          <th scope="col">{words.qualityTrend}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Line
            key={row.id}
            row={row}
            name={nameOf(by, row)}
            term={term}
            levels={levels}
            onOpen={opens(by) ? () => onOpen({ by: opens(by)!, id: row.id }) : null}
          />
        ))}
      </tbody>
      {adds && shown.length > 1 && (
        <tfoot>
          <Line row={whole} name={words.whole} term={term} levels={levels} onOpen={null} />
        </tfoot>
      )}
    </table>
  );
}

const opens = (by: ProgressBy): TrendOf["by"] | null => (by === "grade" || by === "department" ? null : by);
const nameOf = (by: ProgressBy, { id, name }: Row): string => (by === "grade" ? words.grade(id) : name === "" ? words.groups : name);

const together = (rows: readonly Row[]): Row["terms"] =>
  [
    ...Map.groupBy(
      rows.flatMap(({ terms }) => terms),
      ({ term }) => term,
    ),
  ].map(([term, own]) => ({
    term,
    marks: joinCounts(own.map(({ marks }) => marks)),
    without: own.reduce((all, { without }) => all + without, 0),
  }));

function Line({ row, name, term, levels, onOpen }: { row: Row; name: string; term: number; levels: Progress["levels"]; onOpen: (() => void) | null }) {
  const own = row.terms.find((one) => one.term === term);
  const all = indicatorsOf(own?.marks ?? [], levels, own?.without ?? 0);
  const trend = row.terms
    .filter(({ term: no }) => no < 7)
    .map(({ marks, without }) => indicatorsOf(marks, levels, without).quality)
    .filter((quality) => quality !== null);
  return (
    <tr>
      <th scope="row">
        {onOpen && row.id !== 0 ? (
          <button className="figure" type="button" aria-label={words.monthsOpen(name)} onClick={onOpen}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      {LEVELS.map((level) => (
        <td className="num" key={level}>
          {all.levels[level]}
        </td>
      ))}
      <td className="num">{all.outside}</td>
      <td className="num">{all.without}</td>
      <td className="num">{words.percent(all.pass)}</td>
      <td className="num">{words.percent(all.quality)}</td>
      <td className="num">{words.percent(all.learning)}</td>
      <td className="num">{words.number(all.average)}</td>
      <td>
        <Spark values={trend} said={trend.map(words.percent)} />
      </td>
    </tr>
  );
}
