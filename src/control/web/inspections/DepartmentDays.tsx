import { weekdayOf } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { makeInspectionRoute } from "../../contract/inspections/inspections.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Told } from "./Told.tsx";
import { inspectionWords as words } from "./inspection-words.ru.ts";
import { useDeed, useDepartmentDays } from "./use-inspections.ts";

/** The days of departments: what was held, what is not written, and whether the head has checked the day (001 §2.3). */
export function DepartmentDays() {
  const { data, error } = useDepartmentDays();
  const { busy, told, run } = useDeed();
  if (error) return <p className="err">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={words.opening} />;
  const check = (departmentId: number, day: string) =>
    run(() => call(makeInspectionRoute, { body: { kind: "department", from: day, to: day, departmentId, findings: "" } }), words.made);
  return (
    <>
      <Told told={told} />
      {data.departments.length === 0 && <p className="empty">{words.noDepartments}</p>}
      {data.departments.map((one) => (
        <section className="in-department" key={one.departmentId}>
          <h2>{words.department(one.name, one.heads)}</h2>
          {one.days.length === 0 && <p className="soft">{words.noDays}</p>}
          {one.days.length > 0 && (
            <ScrollBox className="panel" label={one.name}>
              <table className="table">
                <thead>
                  <tr>
                    {words.dayColumns.map((column, at) => (
                      <th key={column} scope="col" className={at === 1 || at === 2 ? "num" : undefined}>
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {one.days.map(({ day, held, unwritten, checkedAt, checkedBy, due }) => (
                    <tr key={day}>
                      <th scope="row">{words.weekday(day, weekdayOf(day as LocalDate))}</th>
                      <td className="num">{held}</td>
                      <td className="num">{unwritten > 0 ? <b className="in-lack">{unwritten}</b> : 0}</td>
                      <td>
                        {checkedAt !== null ? (
                          <span className="badge t-ok">
                            <Icon name="ok" />
                            {checkedBy}
                          </span>
                        ) : (
                          <span className="in-page">
                            {due.overdue && <span className="badge t-missing">{words.notChecked}</span>}
                            {one.mayCheck ? (
                              <button
                                className="btn small"
                                type="button"
                                disabled={busy}
                                aria-label={words.checkDayOf(day)}
                                onClick={() => void check(one.departmentId, day)}
                              >
                                {words.checkDay}
                              </button>
                            ) : (
                              !due.overdue && <span className="muted">{words.notChecked}</span>
                            )}
                          </span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )}
        </section>
      ))}
    </>
  );
}
