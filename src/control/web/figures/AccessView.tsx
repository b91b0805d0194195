import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { pageAccessRoute } from "../../contract/figures/activity.ts";
import { DaysChoice } from "./DaysChoice.tsx";
import type { ReportProps } from "./ReportsScreen.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";
import { daysShown } from "./shown-days.ts";
import { useTerms } from "./use-terms.ts";

/** Who opened and who changed which page of the journal and when (REP-12, 004 §4.9.4). */
export function AccessView({ timezone, today, shown, onShow }: ReportProps) {
  const { span = "week" } = shown;
  const days = daysShown(span, (shown.day ?? today) as LocalDate, useTerms());
  const asked = useQuery({
    queryKey: ["control", "access", days.from, days.to],
    queryFn: () => call(pageAccessRoute, { query: days }),
    placeholderData: keepPreviousData,
  });
  const { data } = asked;
  const columns = words.accessColumns;
  return (
    <>
      <div className="bar">
        <DaysChoice {...days} today={today} span={span} onSpan={(next) => onShow({ ...shown, span: next })} onDay={(day) => onShow({ ...shown, day })} />
      </div>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.opening} />}
      {data?.count === 0 && <p className="empty">{words.noAccess}</p>}
      {data && data.count > 0 && (
        <ScrollBox className="panel" label={words.table}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{columns.day}</th>
                <th scope="col">{columns.page}</th>
                <th scope="col">{columns.who}</th>
                <th scope="col" className="num">
                  {columns.opened}
                </th>
                <th scope="col" className="num">
                  {columns.changed}
                </th>
                <th scope="col">{columns.last}</th>
              </tr>
            </thead>
            <tbody>
              {data.lines.map(({ pageId, personId, day, groupName, subject, name, opened, changes, lastOpenedAt, lastChangedAt }) => {
                const last = new Date(
                  [lastOpenedAt, lastChangedAt]
                    .filter((one) => one !== null)
                    .toSorted()
                    .at(-1)!,
                );
                return (
                  <tr key={`${pageId} ${personId} ${day}`}>
                    <td>{words.day(day)}</td>
                    <th scope="row">
                      <Link to="/journal/$pageId" params={{ pageId: String(pageId) }}>
                        {words.place(groupName, subject)}
                      </Link>
                    </th>
                    <td>{name}</td>
                    <td className="num">{words.times(opened)}</td>
                    <td className="num">{changes === 0 ? "—" : changes}</td>
                    <td>{words.at(dayIn(timezone, last), timeIn(timezone, last))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {data && data.count > data.lines.length && <p className="muted">{words.first(data.lines.length, data.count)}</p>}
      <p className="muted small">{words.accessNote}</p>
    </>
  );
}
