import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { setClassEventsRoute } from "../../contract/class-events/class-events.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { useClassEvents, usePlanWork } from "../plans/use-plans.ts";
import type { ClassPlan } from "../plans/use-plans.ts";

const words = planWords.events;
type Month = ClassPlan["months"][number];
type Event = Month["events"][number];

/** The plans of events with the class: the months of the year, which of them are overdue, and the events of the open one. */
export function EventsView() {
  const asked = useClassEvents();
  const [chosen, setChosen] = useState<number | null>(null);
  if (!asked.data) return <Unanswered asked={asked} opening={planWords.opening} />;
  const { classes, today, dueDay } = asked.data;
  const shown = classes.find((each) => each.classId === chosen) ?? classes.find((each) => each.mayWrite) ?? classes[0];
  if (!shown) {
    return (
      <div className="empty">
        <h2>{words.none}</h2>
        <p>{words.noneText}</p>
      </div>
    );
  }
  return (
    <>
      <div className="tools">
        {classes.length > 1 && (
          <select className="input short" aria-label={words.class} value={shown.classId} onChange={(event) => setChosen(Number(event.target.value))}>
            {classes.map((each) => (
              <option key={each.classId} value={each.classId}>
                {each.name}
              </option>
            ))}
          </select>
        )}
        <p>
          {classes.length === 1 && `${shown.name}, `}
          {words.teacher(shown.teacher)}
        </p>
      </div>
      <Months key={shown.classId} plan={shown} today={today} dueDay={dueDay} />
    </>
  );
}

function Months({ plan, today, dueDay }: { plan: ClassPlan; today: string; dueDay: number }) {
  const now = plan.months.find((each) => each.month.slice(0, 7) === today.slice(0, 7)) ?? plan.months[0];
  const [open, setOpen] = useState(now?.month);
  const shown = plan.months.find((each) => each.month === open);
  return (
    <div className="event-cols">
      <ul className="months" aria-label={planWords.view.events}>
        {plan.months.map((each) => (
          <li key={each.month}>
            <button type="button" className="btn quiet" aria-pressed={each.month === open} onClick={() => setOpen(each.month)}>
              <span>{planWords.month(each.month)}</span>
              {each.overdue ? (
                <span className="badge t-missing">{words.overdue(dueDay)}</span>
              ) : (
                <span className="soft small">{each.events.length === 0 ? words.noPlan : words.planned(each.events.length)}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {shown && <MonthPlan key={`${shown.month} ${shown.version}`} plan={plan} month={shown} />}
    </div>
  );
}

function MonthPlan({ plan, month }: { plan: ClassPlan; month: Month }) {
  const [events, setEvents] = useState<Event[]>(month.events);
  const { run, wrong, busy } = usePlanWork();
  const dirty = JSON.stringify(events) !== JSON.stringify(month.events);
  const set = (at: number, change: Partial<Event>) => setEvents(events.map((event, i) => (i === at ? { ...event, ...change } : event)));
  const save = () =>
    void run(() =>
      call(setClassEventsRoute, {
        params: { classId: plan.classId, month: month.month },
        body: { expectedVersion: month.version, events: events.filter((event) => event.title.trim() !== "") },
      }),
    );
  const [year, mon] = month.month.split("-").map(Number) as [number, number];
  const last = `${month.month.slice(0, 8)}${new Date(Date.UTC(year, mon, 0)).getUTCDate()}`;
  return (
    <section className="panel">
      <header>
        <h2>{planWords.month(month.month)}</h2>
      </header>
      <div className="in">
        {!plan.mayWrite ? (
          events.length === 0 ? (
            <p className="soft">{words.noPlan}</p>
          ) : (
            <ul className="read">
              {events.map((event, i) => (
                <li key={i}>
                  <b>{event.day === null ? "" : planWords.day(event.day)}</b> {event.title} <span className="soft">{event.note}</span>
                </li>
              ))}
            </ul>
          )
        ) : (
          <>
            {events.map((event, i) => (
              <div className="event" key={i}>
                <input
                  className="input"
                  type="date"
                  aria-label={words.dayOf(i + 1)}
                  min={month.month}
                  max={last}
                  value={event.day ?? ""}
                  onChange={(e) => set(i, { day: e.target.value || null })}
                />
                <input
                  className="input"
                  aria-label={words.whatOf(i + 1)}
                  placeholder={words.what}
                  maxLength={300}
                  value={event.title}
                  onChange={(e) => set(i, { title: e.target.value })}
                />
                <input
                  className="input"
                  aria-label={words.noteOf(i + 1)}
                  placeholder={words.note}
                  maxLength={500}
                  value={event.note}
                  onChange={(e) => set(i, { note: e.target.value })}
                />
                <button className="btn quiet icon" type="button" aria-label={words.remove(i + 1)} onClick={() => setEvents(events.filter((_, at) => at !== i))}>
                  <Icon name="x" />
                </button>
              </div>
            ))}
            <div className="tools">
              <button className="btn" type="button" onClick={() => setEvents([...events, { day: null, title: "", note: "" }])}>
                {words.add}
              </button>
              <button className="btn primary" type="button" disabled={!dirty || busy} onClick={save}>
                {planWords.save}
              </button>
            </div>
          </>
        )}
        <Wrong text={wrong} />
      </div>
    </section>
  );
}
