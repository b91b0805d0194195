import { dayIn, timeIn } from "../../foundation/day.ts";
import { Answered } from "../../foundation/ui/Answered.tsx";
import { Icon } from "../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../foundation/ui/ScrollBox.tsx";
import { daysOfMonth, monthAfter } from "./month.ts";
import { useChanges } from "./use-timetable.ts";
import type { Change } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

type Props = { month: string; timezone: string; school: string; onMonth: (month: string) => void };

/** The register of substitutions of a month (002 П4 §4.2.4б), to read and to print with signatures. */
export function RegisterView({ month, timezone, school, onMonth }: Props) {
  const { from, to } = daysOfMonth(month);
  const asked = useChanges(from, to, "lesson");
  const standing = asked.data?.changes.filter((c) => c.stands && (c.kind === "substituted" || c.kind === "cancelled"));
  return (
    <section className="register">
      <div className="daybar">
        <button
          className="btn icon noprint"
          type="button"
          aria-label={words.register.previous}
          title={words.register.previous}
          onClick={() => onMonth(monthAfter(month, -1))}
        >
          <Icon name="left" />
        </button>
        <h2>
          <span className="print-only">
            {school}. {words.register.heading}.{" "}
          </span>
          {words.register.month(month)}
        </h2>
        <button
          className="btn icon noprint"
          type="button"
          aria-label={words.register.next}
          title={words.register.next}
          onClick={() => onMonth(monthAfter(month, 1))}
        >
          <Icon name="right" />
        </button>
        <span className="grow" />
        {standing !== undefined && standing.length > 0 && (
          <button className="btn noprint" type="button" onClick={() => window.print()}>
            <Icon name="print" />
            {words.register.print}
          </button>
        )}
      </div>
      <Answered asked={asked} opening={words.register.opening} empty={standing?.length === 0 && words.register.none}>
        {() => <Table changes={standing ?? []} timezone={timezone} />}
      </Answered>
    </section>
  );
}

function Table({ changes, timezone }: { changes: readonly Change[]; timezone: string }) {
  const substituted = changes.filter((c) => c.kind === "substituted").length;
  return (
    <>
      <ScrollBox className="panel" label={words.register.scroll}>
        <table className="table">
          <thead>
            <tr>
              {words.register.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((c) => (
              <tr key={`${c.lessonId}-${c.changeNo}`}>
                <th scope="row" className="nw">
                  {words.day(c.after.day)}
                </th>
                <td>{c.groupName}</td>
                <td>{c.subject}</td>
                <td className="nw">{c.after.slot}</td>
                <td>{words.person(c.teacher)}</td>
                <td>
                  {c.kind === "cancelled" || c.substitute === null ? (
                    <span className="badge t-cancel">{words.register.cancelled}</span>
                  ) : (
                    words.person(c.substitute)
                  )}
                </td>
                <td>{c.reason}</td>
                <td>{words.register.madeBy(c.author, dayIn(timezone, new Date(c.madeAt)), timeIn(timezone, new Date(c.madeAt)))}</td>
                <td className="sign">{"\u00a0"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="soft totals">{words.register.totals(substituted, changes.length - substituted)}</p>
    </>
  );
}
