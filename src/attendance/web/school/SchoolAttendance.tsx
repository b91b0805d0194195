import { Link } from "@tanstack/react-router";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { mondayOf, parseDay, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { alarmsRoute, schoolWeekRoute, setAlarmRoute } from "../../contract/school-attendance.ts";
import { schoolWords as words } from "./school-words.ru.ts";
import "./school.css";

export type ShownSchool = { readonly view?: "alarms"; readonly day?: string };

/** The attendance of the whole school: the classes of a week beside each other, and pupils whose absence is alarming. */
export function SchoolAttendance({ today, title, shown, onShow }: { today: string; title: string; shown: ShownSchool; onShow: (next: ShownSchool) => void }) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  const view = shown.view ?? "week";
  const day = parseDay(shown.day ?? "") ?? (today as LocalDate);
  const move = (way: -1 | 1): void => {
    const next = view === "week" ? plusDays(mondayOf(day), 7 * way) : plusDays(`${day.slice(0, 7)}-01` as LocalDate, way < 0 ? -1 : 31);
    onShow({ ...shown, day: next });
  };
  return (
    <main className="page school-att" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        <div className="seg" role="group" aria-label={words.heading}>
          <button type="button" aria-pressed={view === "week"} onClick={() => onShow({})}>
            {words.tabs.week}
          </button>
          <button type="button" aria-pressed={view === "alarms"} onClick={() => onShow({ view: "alarms" })}>
            {words.tabs.alarms}
          </button>
        </div>
        <span className="weeks">
          <button className="btn icon" type="button" aria-label={words.before[view]} onClick={() => move(-1)}>
            <Icon name="left" />
          </button>
          <span className="nw">{view === "week" ? words.week(mondayOf(day), plusDays(mondayOf(day), 6)) : words.month(day)}</span>
          <button className="btn icon" type="button" aria-label={words.after[view]} onClick={() => move(1)}>
            <Icon name="right" />
          </button>
        </span>
      </div>
      {view === "week" ? <WeekOfClasses day={day} /> : <Alarms key={day.slice(0, 7)} day={day} />}
    </main>
  );
}

function WeekOfClasses({ day }: { day: string }) {
  const found = useQuery({ queryKey: ["attendance", "school", "week", mondayOf(day as LocalDate)], queryFn: () => call(schoolWeekRoute, { query: { day } }) });
  if (!found.data) return <Unanswered asked={found} opening={words.opening} />;
  const { classes, monday } = found.data;
  const held = classes.some((c) => c.lessons > 0);
  if (!held) return <p className="empty">{words.noWeek}</p>;
  const most = Math.max(...classes.map((c) => (c.lessons === 0 ? 0 : c.missed / c.lessons)));
  return (
    <ScrollBox className="panel" label={words.tabs.week}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.columns.class}</th>
            <th scope="col">{words.columns.homeroom}</th>
            {(["pupils", "missed", "percent", "excused", "unexcused", "unexplained", "late"] as const).map((one) => (
              <th key={one} scope="col" className="num">
                {words.columns[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((c) => (
            <tr key={c.classId}>
              <th scope="row">
                <Link to="/my-class" search={{ class: c.classId, week: monday }} aria-label={words.open(c.name)}>
                  {c.name}
                </Link>
              </th>
              <td className="soft">{c.homeroom}</td>
              <td className="num muted">{c.pupils}</td>
              <td className="num">
                <b>{c.missed}</b>
              </td>
              <td className="num bar">
                <span style={{ width: `${most === 0 || c.lessons === 0 ? 0 : ((c.missed / c.lessons) * 100) / most}%` }} aria-hidden="true" />
                {words.share(c.missed, c.lessons)}
              </td>
              <td className="num">{c.excused}</td>
              <td className={c.unexcused > 0 ? "num waits" : "num muted"}>{c.unexcused}</td>
              <td className={c.unexplained > 0 ? "num waits" : "num muted"}>{c.unexplained}</td>
              <td className="num muted">{c.late}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Alarms({ day }: { day: string }) {
  const client = useQueryClient();
  const found = useQuery({ queryKey: ["attendance", "school", "alarms", day.slice(0, 7)], queryFn: () => call(alarmsRoute, { query: { month: day } }) });
  const [asked, setAsked] = useState<string | null>(null);
  const [told, setTold] = useState<{ text: string; isNo: boolean } | null>(null);
  if (!found.data) return <Unanswered asked={found} opening={words.opening} />;
  const { percent, pupils, maySet } = found.data;
  const set = async () => {
    try {
      const done = await call(setAlarmRoute, { body: { percent: Number(asked) } });
      setTold({ text: words.thresholdSet(done.percent), isNo: false });
      setAsked(null);
      await client.invalidateQueries({ queryKey: ["attendance", "school", "alarms"] });
    } catch (error) {
      setTold({ text: sentenceOfError(error), isNo: true });
    }
  };
  return (
    <>
      <form
        className="threshold"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <label htmlFor="threshold">{words.threshold}</label>
        {maySet ? (
          <input className="input" id="threshold" type="number" min={1} max={100} value={asked ?? percent} onChange={(event) => setAsked(event.target.value)} />
        ) : (
          <b id="threshold">{percent}</b>
        )}
        <span>{words.ofLessons}</span>
        {maySet && asked !== null && Number(asked) !== percent && (
          <button className="btn small" type="submit">
            {words.set}
          </button>
        )}
        <span role={told?.isNo ? "alert" : "status"} className={told?.isNo ? "err" : "soft"}>
          {told?.text}
        </span>
      </form>
      {pupils.length === 0 ? (
        <p className="empty">{words.nobody(percent)}</p>
      ) : (
        <ScrollBox className="panel" label={words.tabs.alarms}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.columns.pupil}</th>
                <th scope="col">{words.columns.class}</th>
                {(["percent", "missed", "of", "unexcused"] as const).map((one) => (
                  <th key={one} scope="col" className="num">
                    {words.columns[one]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pupils.map((p) => (
                <tr key={p.pupilId}>
                  <th scope="row">{p.name}</th>
                  <td>
                    <Link to="/my-class" search={{ class: p.classId }} aria-label={words.open(p.className)}>
                      {p.className}
                    </Link>
                  </td>
                  <td className="num">
                    <b>{words.percent(p.percent)}</b>
                  </td>
                  <td className="num">{p.missed}</td>
                  <td className="num muted">{p.lessons}</td>
                  <td className={p.unexcused > 0 ? "num waits" : "num muted"}>{p.unexcused}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  );
}
