import { useEffect } from "react";
import type { ReactNode } from "react";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { IconName } from "../../../foundation/ui/Icon.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { ReportBreach } from "./ReportBreach.tsx";
import { DutyLine } from "./DutyLine.tsx";
import { aboutOf, MOST_LINES, rowsOf } from "./duty-rows.ts";
import type { Duty, DutyRow } from "./duty-rows.ts";
import { useDuties } from "./use-duties.ts";
import { dutyWords as words } from "./duty-words.ru.ts";
import "./duties.css";

/** What the person owes: late, today, soon, and what was done today. */
export function DutiesScreen({ timezone, title }: { timezone: string; title: string }) {
  const { data, error } = useDuties();
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (error && !data) {
    return (
      <Frame>
        <p className="note bad">{sentenceOfError(error)}</p>
      </Frame>
    );
  }
  if (!data) {
    return (
      <Frame>
        <Waiting text={words.waitingText} />
      </Frame>
    );
  }
  const now = new Date(data.now);
  const today = dayIn(timezone, now);
  const [overdue, due, soon] = (["overdue", "today", "soon"] as const).map((state) => rowsOf(data.duties, state));
  const group = { timezone, now };
  return (
    <Frame sum={`${words.now(today, timeIn(timezone, now))}. ${words.sum(overdue!.length, due!.length)}`}>
      <div className="cols">
        <div>
          {overdue!.length + due!.length === 0 && (
            <section className="panel nothing">
              <div className="in">
                <p>
                  <b>{words.nothing}</b> {words.nothingText}
                </p>
              </div>
            </section>
          )}
          <Group className="g-late" icon="clock" name={words.overdue} hint={words.overdueHint} rows={overdue!} {...group} />
          <Group className="g-now" icon="day" name={words.today} hint={String(due!.length)} rows={due!} {...group} />
          <Group icon="right" name={words.soon} hint="" rows={soon!} {...group} />
          <Awaiting duties={data.duties.filter(({ awaits }) => awaits)} />
          {data.done.length > 0 && (
            <section className="group" aria-labelledby="duties-done">
              <h2 id="duties-done">
                <Icon name="ok" /> {words.done} <span>{data.done.length}</span>
              </h2>
              <ol className="list">
                {data.done.slice(0, MOST_LINES).map((lesson) => (
                  <li className="duty done" key={lesson.lessonId}>
                    <div className="due">{words.at(timeIn(timezone, new Date(lesson.at)))}</div>
                    <h3>
                      {lesson.groupName}, {lesson.subject}. {words.writtenLesson}
                    </h3>
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
        <aside>
          <section className="panel">
            <header>
              <h2>{words.month(today)}</h2>
            </header>
            <div className="in month">
              {data.month.held === 0 ? (
                <p>{words.noLessons}</p>
              ) : (
                <>
                  <p>
                    {words.inTime(data.month.inTime, data.month.held)}, <b>{words.share(data.month.inTime / data.month.held)}</b>.
                  </p>
                  <p className="soft">{words.sameAsDeputy}</p>
                </>
              )}
            </div>
          </section>
          <ReportBreach today={today} />
          <p className="keys">
            {words.keys.map(([key, does]) => (
              <span key={key}>
                <kbd>{key}</kbd> {does}
              </span>
            ))}
          </p>
        </aside>
      </div>
    </Frame>
  );
}

function Frame({ sum, children }: { sum?: string; children: ReactNode }) {
  return (
    <main className="page duties" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        {sum !== undefined && <span className="soft">{sum}</span>}
      </div>
      {children}
    </main>
  );
}

function Awaiting({ duties }: { duties: Duty[] }) {
  if (duties.length === 0) return null;
  return (
    <section className="group" aria-labelledby="duties-awaiting">
      <h2 id="duties-awaiting">
        <Icon name="up" /> {words.awaiting} <span>{duties.length}</span>
      </h2>
      <ol className="list">
        {duties.map((duty) => (
          <li className="duty" key={`${duty.kind} ${duty.aboutId} ${duty.day}`}>
            <div className="due">{duty.span === null ? "" : words.span(duty.span)}</div>
            <h3>
              <span className="cl">{aboutOf(duty)}</span> {words.name(duty.kind)}
            </h3>
          </li>
        ))}
      </ol>
    </section>
  );
}

type GroupProps = { icon: IconName; name: string; hint: string; rows: DutyRow[]; timezone: string; now: Date; className?: string };

function Group({ icon, name, hint, rows, timezone, now, className = "" }: GroupProps) {
  if (rows.length === 0) return null;
  const id = `duties-${icon}`;
  return (
    <section className={`group ${className}`} aria-labelledby={id}>
      <h2 id={id}>
        <Icon name={icon} /> {name} <span>{hint}</span>
      </h2>
      <ol className="list">
        {rows.slice(0, MOST_LINES).map((row) => (
          <DutyLine key={row.key} row={row} now={now} timezone={timezone} />
        ))}
      </ol>
      {rows.length > MOST_LINES && <p className="small muted">{words.more(rows.length - MOST_LINES)}</p>}
    </section>
  );
}
