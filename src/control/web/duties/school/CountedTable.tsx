import { Fragment, useState } from "react";
import type { ReactNode } from "react";
import { Icon } from "../../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../../foundation/ui/ScrollBox.tsx";
import type { DutyCode } from "../../../rules/duties/duty-kinds.ts";
import { DutyList } from "./DutyList.tsx";
import { schoolDutyWords as words } from "./school-duty-words.ru.ts";

/** A line of numbers with the duties behind them. */
export type CountedRow = {
  key: string;
  name: string;
  beside: string;
  overdue: number;
  today: number;
  soon: number;
  query: { personId?: number; kind?: DutyCode };
};

type Props = { heading: string; column: string; rows: CountedRow[]; timezone: string; children?: ReactNode };

/** Numbers by person or by kind; a line opens to the duties that make them. */
export function CountedTable({ heading, column, rows, timezone, children }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const state = (n: number) => <td className={n === 0 ? "n zero" : "n"}>{n}</td>;
  return (
    <section className="panel" aria-labelledby="counted">
      <header>
        <h2 id="counted">{heading}</h2>
      </header>
      {rows.length === 0 ? (
        <p className="in">{words.nothing}</p>
      ) : (
        <ScrollBox label={words.table}>
          <table className="counted">
            <thead>
              <tr>
                <th scope="col">{column}</th>
                <th scope="col">{words.overdue}</th>
                <th scope="col">{words.today}</th>
                <th scope="col">{words.soon}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Fragment key={row.key}>
                  <tr className={row.overdue > 0 ? "late" : undefined}>
                    <th scope="row">
                      <button
                        type="button"
                        aria-expanded={open === row.key}
                        aria-label={open === row.key ? words.close(row.name) : words.open(row.name)}
                        onClick={() => setOpen(open === row.key ? null : row.key)}
                      >
                        <Icon name={open === row.key ? "down" : "right"} /> {row.name}
                      </button>
                      <span className="beside">{row.beside}</span>
                    </th>
                    {state(row.overdue)}
                    {state(row.today)}
                    {state(row.soon)}
                  </tr>
                  {open === row.key && (
                    <tr>
                      <td className="opened" colSpan={4}>
                        <DutyList query={row.query} timezone={timezone} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {children && <div className="in">{children}</div>}
    </section>
  );
}
