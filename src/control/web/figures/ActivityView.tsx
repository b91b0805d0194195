import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { activePeopleRoute, activityRoute } from "../../contract/figures/activity.ts";
import { DaysChoice } from "./DaysChoice.tsx";
import type { ReportProps } from "./ReportsScreen.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";
import { daysShown } from "./shown-days.ts";
import { useTerms } from "./use-terms.ts";

type Activity = Output<typeof activityRoute>;

/** Who worked with the journal: participation, roles and their people, classes (REP-13, CTL-01, CTL-06, CTL-26). */
export function ActivityView({ today, shown, onShow }: ReportProps) {
  const { span = "week" } = shown;
  const days = daysShown(span, (shown.day ?? today) as LocalDate, useTerms());
  const [role, setRole] = useState<string | null>(null);
  const asked = useQuery({
    queryKey: ["control", "activity", days.from, days.to],
    queryFn: () => call(activityRoute, { query: days }),
    placeholderData: keepPreviousData,
  });
  const { data } = asked;
  const sum = (key: "pupils" | "seen" | "withParent") => data?.classes.reduce((all, one) => all + one[key], 0) ?? 0;
  return (
    <>
      <div className="bar">
        <DaysChoice {...days} today={today} span={span} onSpan={(next) => onShow({ ...shown, span: next })} onDay={(day) => onShow({ ...shown, day })} />
      </div>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.opening} />}
      {data && (
        <>
          <div className="tiles three">
            <Tile title={words.staffPart} part={data.staff.entered} whole={data.staff.teachers} />
            <Tile title={words.pupilPart} part={sum("seen")} whole={sum("pupils")} />
            <Tile title={words.parentPart} part={sum("withParent")} whole={sum("pupils")} />
          </div>
          {role && <People days={days} role={role} onClose={() => setRole(null)} />}
          <Roles roles={data.roles} onOpen={setRole} />
          <Classes classes={data.classes} />
          <p className="muted small">{words.visitsNote}</p>
        </>
      )}
    </>
  );
}

function Tile({ title, part, whole }: { title: string; part: number; whole: number }) {
  return (
    <p className="tile">
      <span className="t">{title}</span>
      <span className="v">{words.percent(whole === 0 ? null : part / whole)}</span>
      <span className="d">{words.of(part, whole)}</span>
    </p>
  );
}

const ROLE_COLUMNS = ["people", "accounts", "seen", "seenIn7", "seenIn30", "wrote"] as const;

function Roles({ roles, onOpen }: { roles: Activity["roles"]; onOpen: (role: string) => void }) {
  return (
    <section className="panel">
      <h2>{words.roles}</h2>
      <ScrollBox label={words.roles}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.roleColumns.role}</th>
              {ROLE_COLUMNS.map((column) => (
                <th scope="col" className="num" key={column}>
                  {words.roleColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((row) => (
              <tr key={row.role}>
                <th scope="row">
                  <button className="figure" type="button" onClick={() => onOpen(row.role)}>
                    {words.role(row.role)}
                  </button>
                </th>
                {ROLE_COLUMNS.map((column) => (
                  <td className="num" key={column}>
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Classes({ classes }: { classes: Activity["classes"] }) {
  return (
    <section className="panel">
      <h2>{words.classes}</h2>
      <ScrollBox label={words.classes}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.classColumns.name}</th>
              <th scope="col" className="num">
                {words.classColumns.pupils}
              </th>
              <th scope="col" className="num">
                {words.classColumns.seen}
              </th>
              <th scope="col" className="num">
                {words.classColumns.withParent}
              </th>
            </tr>
          </thead>
          <tbody>
            {classes.map(({ classId, name, pupils, seen, withParent }) => (
              <tr key={classId}>
                <th scope="row">{name}</th>
                <td className="num">{pupils}</td>
                <td className="num">
                  {seen} ({words.percent(pupils === 0 ? null : seen / pupils)})
                </td>
                <td className="num">
                  {withParent} ({words.percent(pupils === 0 ? null : withParent / pupils)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function People({ days, role, onClose }: { days: { from: string; to: string }; role: string; onClose: () => void }) {
  const asked = useQuery({
    queryKey: ["control", "people", days.from, days.to, role],
    queryFn: () => call(activePeopleRoute, { query: { ...days, role } }),
  });
  const { data } = asked;
  const columns = words.personColumns;
  return (
    <section className="panel cells" aria-labelledby="people-of">
      <header>
        <h2 id="people-of" tabIndex={-1} ref={(element) => element?.focus()}>
          {words.people(role)}
        </h2>
        <span className="muted">{data?.people.length}</span>
        <span className="grow" />
        <button className="btn quiet icon noprint" type="button" aria-label={words.close} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.opening} />}
      {data && (
        <ScrollBox label={words.people(role)}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.className}</th>
                <th scope="col">{columns.account}</th>
                <th scope="col">{columns.lastOn}</th>
                <th scope="col" className="num">
                  {columns.days}
                </th>
                <th scope="col" className="num">
                  {columns.entries}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.people.map((one) => (
                <tr key={one.personId}>
                  <th scope="row">{one.name}</th>
                  <td>{one.className}</td>
                  <td>{one.hasAccount ? words.hasAccount : words.noAccount}</td>
                  <td>{one.lastOn === null ? words.never : words.day(one.lastOn)}</td>
                  <td className="num">{one.days}</td>
                  <td className="num">{one.entries}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
