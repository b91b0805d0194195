import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { departmentReportsRoute, sendDepartmentReportRoute } from "../../contract/figures/department-reports.ts";
import type { ReportProps } from "./ReportsScreen.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";
import { daysShown } from "./shown-days.ts";

/** The timeliness of a month by department; a head hands the report in here (REP-18, 001 §2.4). */
export function DepartmentsView({ today, shown, onShow }: ReportProps) {
  // the report is of the month before, unless a day was chosen
  const { from, to } = daysShown("month", (shown.day ?? plusDays(`${today.slice(0, 7)}-01` as LocalDate, -1)) as LocalDate, []);
  const month = from.slice(0, 7);
  const client = useQueryClient();
  const key = ["control", "departments", month];
  const { data, error } = useQuery({ queryKey: key, queryFn: () => call(departmentReportsRoute, { query: { month } }) });
  const send = useMutation({
    mutationFn: (departmentId: number) => call(sendDepartmentReportRoute, { params: { departmentId }, body: { month } }),
    onSuccess: (answer) => client.setQueryData(key, answer),
  });
  const columns = words.departmentColumns;
  const trouble = error ?? send.error;
  return (
    <>
      <div className="bar">
        <span className="days">
          <button className="btn quiet icon noprint" type="button" aria-label={words.before} onClick={() => onShow({ ...shown, day: plusDays(from, -1) })}>
            <Icon name="left" />
          </button>
          <span>{words.monthOf(from)}</span>
          <button
            className="btn quiet icon noprint"
            type="button"
            aria-label={words.after}
            disabled={to >= today}
            onClick={() => onShow({ ...shown, day: plusDays(to, 1) })}
          >
            <Icon name="right" />
          </button>
        </span>
      </div>
      {trouble && (
        <p className="note bad" role="alert">
          {sentenceOfError(trouble)}
        </p>
      )}
      {!data && !error && <Waiting text={words.opening} />}
      {data?.departments.length === 0 && <p className="empty">{words.noDepartments}</p>}
      {data && data.departments.length > 0 && (
        <ScrollBox className="panel" label={words.table}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.heads}</th>
                <th scope="col" className="num">
                  {columns.held}
                </th>
                <th scope="col" className="num">
                  {columns.late}
                </th>
                <th scope="col" className="num">
                  {columns.homework}
                </th>
                <th scope="col" className="num">
                  {columns.marks}
                </th>
                <th scope="col">{columns.sent}</th>
              </tr>
            </thead>
            <tbody>
              {data.departments.map(({ departmentId, name, heads, figures: f, sentOn, sentBy, maySend }) => (
                <tr key={departmentId}>
                  <th scope="row">{name}</th>
                  <td>{heads.join(", ")}</td>
                  <td className="num">{f.held}</td>
                  <td className="num">{words.percent(share(f.inTime, f.held))}</td>
                  <td className="num">{words.percent(share(f.homework, f.homeworkHeld))}</td>
                  <td className="num">{words.percent(share(f.marks - f.lateMarks, f.marks))}</td>
                  <td>
                    {sentOn !== null && words.sent(sentOn, sentBy ?? "")}
                    {sentOn === null && !(maySend && data.over) && <span className="muted">{words.notSent}</span>}
                    {sentOn === null && maySend && data.over && (
                      <button className="btn" type="button" disabled={send.isPending} onClick={() => send.mutate(departmentId)}>
                        {send.isPending ? words.sending : words.send}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <p className="muted small">{words.departmentsNote}</p>
    </>
  );
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
