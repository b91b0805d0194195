import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { bonusWords as words } from "./bonus-words.ru.ts";
import type { Ranking } from "./use-bonuses.ts";

type Props = { rows: Ranking["rows"]; reasons: ReadonlyMap<number, string>; maySend: boolean; onPropose: (teacherId: number, reason: string | null) => void };

/** Teachers with their metrics, whole and for an hour of load; who is proposed gets a word why. */
export function RankingTable({ rows, reasons, maySend, onPropose }: Props) {
  return (
    <ScrollBox className="panel bo-table noprint" label={words.table}>
      <table className="table">
        <thead>
          <tr>
            {words.columns.map((column, at) => (
              <th key={column} scope="col" className={at > 0 ? "num" : undefined}>
                {column}
              </th>
            ))}
            {maySend && <th scope="col">{words.reason}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ teacherId, name, figures: f }) => (
            <tr key={teacherId}>
              <th scope="row">
                <span className="in-page">
                  {maySend && (
                    <input
                      type="checkbox"
                      aria-label={words.pick(name)}
                      checked={reasons.has(teacherId)}
                      onChange={(event) => onPropose(teacherId, event.target.checked ? "" : null)}
                    />
                  )}
                  <span className="nw">{name}</span>
                </span>
              </th>
              <td className="num">{words.number(f.score)}</td>
              <td className="num">{f.held}</td>
              <td className="num nw">{words.percent(f.metrics.timeliness)}</td>
              <td className="num nw">{words.percent(f.metrics.fullness)}</td>
              <td className="num">{f.remarks.given}</td>
              <td className="num">{f.remarks.fixedInTime}</td>
              <td className="num">{f.remarks.overdue > 0 ? <b className="in-lack">{f.remarks.overdue}</b> : 0}</td>
              <td className="num">{words.number(f.loadHours)}</td>
              <td className="num">{words.number(f.perHour.inTime)}</td>
              <td className="num">{words.number(f.perHour.remarks)}</td>
              {maySend && (
                <td>
                  {reasons.has(teacherId) && (
                    <input
                      className="input"
                      aria-label={words.reasonFor(name)}
                      maxLength={500}
                      value={reasons.get(teacherId)}
                      onChange={(event) => onPropose(teacherId, event.target.value)}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
