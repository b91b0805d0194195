import { Link } from "@tanstack/react-router";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { inspectionWords as words } from "./inspection-words.ru.ts";
import type { InspectionList } from "./use-inspections.ts";

type Props = { pages: InspectionList["pages"]; chosen: ReadonlySet<number>; mayPick: boolean; onPick: (pageId: number, on: boolean) => void };

/** The pages of a month: what is held, what is not written, by whom it was checked. */
export function PagesTable({ pages, chosen, mayPick, onPick }: Props) {
  return (
    <ScrollBox className="panel" label={words.table}>
      <table className="table">
        <thead>
          <tr>
            {words.columns.map((column, at) => (
              <th key={column} scope="col" className={at === 2 || at === 3 ? "num" : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => {
            const name = `${page.groupName}, ${page.subject}`;
            return (
              <tr key={page.pageId}>
                <th scope="row">
                  <span className="in-page">
                    {mayPick && (
                      <input
                        type="checkbox"
                        aria-label={words.pick(name)}
                        checked={chosen.has(page.pageId)}
                        onChange={(event) => onPick(page.pageId, event.target.checked)}
                      />
                    )}
                    <Link to="/journal/$pageId" params={{ pageId: String(page.pageId) }} search={{}}>
                      {name}
                    </Link>
                  </span>
                </th>
                <td>{page.teachers}</td>
                <td className="num">{page.held}</td>
                <td className="num">{page.unwritten > 0 ? <b className="in-lack">{page.unwritten}</b> : <span className="muted">0</span>}</td>
                <td>{page.checkedOn === null ? <span className="muted">{words.notChecked}</span> : words.checked(page.checkedOn, page.checkedBy ?? "")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
