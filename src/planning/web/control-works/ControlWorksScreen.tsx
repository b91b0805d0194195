import { useEffect, useMemo, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { publishControlWorksRoute } from "../../contract/control-works.ts";
import { remarkRu } from "../../contract/control-work-remarks.ru.ts";
import { controlWorkWords as words } from "./control-work-words.ru.ts";
import { ScheduleGrid } from "./ScheduleGrid.tsx";
import { periodAt, remarksOfAll, useAnew, useSchedule } from "./use-schedule.ts";
import type { Schedule, Work } from "./use-schedule.ts";
import { WorkCard } from "./WorkCard.tsx";
import { WorkDialog } from "./WorkDialog.tsx";
import type { Asked } from "./WorkDialog.tsx";
import "./control-works.css";

type Props = { title: string; resultsOf: ((work: Work) => string) | null };

/** The schedule of control works of the whole school (003 §2-1): a grid of classes by days, and what the limits say of it. */
export function ControlWorksScreen({ title, resultsOf }: Props) {
  const asked = useSchedule();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page cw-page" id="main">
      {asked.data ? (
        <Standing schedule={asked.data} resultsOf={resultsOf} />
      ) : (
        <>
          <h1>{words.heading}</h1>
          <Unanswered asked={asked} opening={words.opening} />
        </>
      )}
    </main>
  );
}

function Standing({ schedule, resultsOf }: { schedule: Schedule; resultsOf: Props["resultsOf"] }) {
  const [period, setPeriod] = useState(() => periodAt(schedule.periods, schedule.today));
  const [mine, setMine] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const [dialog, setDialog] = useState<Asked | null>(null);
  const remarks = useMemo(() => remarksOfAll(schedule), [schedule]);
  const within = (day: string) => period !== undefined && period.startsOn <= day && day <= period.endsOn;
  const own = new Set(schedule.pages.map((p) => p.pageId));
  const works = schedule.works.filter((w) => within(w.day) && (!mine || own.has(w.pageId)));
  const days = useMemo(() => schedule.days.filter((day) => period !== undefined && period.startsOn <= day && day <= period.endsOn), [schedule.days, period]);
  const work = schedule.works.find((w) => w.workId === chosen);
  const noted = works.filter((w) => w.day >= schedule.today && remarks.get(w.workId)?.length);
  const teacher = schedule.fromPlans.length > 0 || own.size < schedule.classes.length * 5;
  return (
    <>
      <div className="pagehead">
        <h1>{words.heading}</h1>
        <div className="seg noprint" role="group" aria-label={words.periods}>
          {schedule.periods.map((p) => (
            <button key={`${p.kind}${p.term}`} type="button" aria-pressed={p === period} onClick={() => setPeriod(p)}>
              {words.period(p.term, p.kind)}
            </button>
          ))}
        </div>
        {own.size > 0 && teacher && (
          <div className="seg noprint" role="group" aria-label={words.whose}>
            <button type="button" aria-pressed={!mine} onClick={() => setMine(false)}>
              {words.all}
            </button>
            <button type="button" aria-pressed={mine} onClick={() => setMine(true)}>
              {words.mine}
            </button>
          </div>
        )}
        <span className="grow" />
        {schedule.pages.length > 0 && (
          <button className="btn primary noprint" type="button" onClick={() => setDialog({ pageId: 0, lessonId: 0, title: "" })}>
            {words.plan}
          </button>
        )}
      </div>
      <div className="cw-line">
        <span className="soft">{words.total(works.length)}</span>
        <span className="grow" />
        {schedule.mayPublish && <Publication schedule={schedule} />}
      </div>
      <div className="cw-cols">
        <ScheduleGrid schedule={schedule} days={days} works={works} remarks={remarks} chosen={chosen} onChoose={setChosen} />
        <div className="side noprint">
          {work && (
            <WorkCard
              key={work.workId}
              work={work}
              schedule={schedule}
              remarks={remarks.get(work.workId) ?? []}
              resultsOf={resultsOf}
              onChange={() => setDialog({ work })}
              onClose={() => setChosen(null)}
            />
          )}
          <FromPlans schedule={schedule} within={within} onPlan={setDialog} />
          <section className="panel">
            <header>
              <h2>{words.remarks}</h2>
            </header>
            {noted.length === 0 ? (
              <p className="in soft">{works.length === 0 ? words.none : words.noRemarks}</p>
            ) : (
              <ul className="cw-list">
                {noted.map((w) => (
                  <li key={w.workId}>
                    <button className="btn quiet small" type="button" onClick={() => setChosen(w.workId)}>
                      {words.open(w.groupName, w.subject, w.day)}
                    </button>
                    {(remarks.get(w.workId) ?? []).map((r) => (
                      <span key={r.limit}>{remarkRu(r)}</span>
                    ))}
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
      </div>
      {dialog && (
        <WorkDialog
          schedule={schedule}
          asked={dialog}
          onClose={() => setDialog(null)}
          onKept={(workId) => {
            setDialog(null);
            setChosen(workId);
          }}
        />
      )}
    </>
  );
}

/** Control lessons of the person's lesson plans that nobody put into the schedule yet. */
function FromPlans({ schedule, within, onPlan }: { schedule: Schedule; within: (day: string) => boolean; onPlan: (asked: Asked) => void }) {
  const waiting = schedule.fromPlans.filter((f) => within(f.day));
  if (waiting.length === 0) return null;
  const pages = new Map(schedule.pages.map((p) => [p.pageId, p]));
  return (
    <section className="panel">
      <header>
        <h2>{words.fromPlans}</h2>
      </header>
      <ul className="cw-list">
        {waiting.map((f) => (
          <li key={`${f.pageId} ${f.lessonId}`}>
            <b>{words.open(pages.get(f.pageId)?.groupName ?? "", pages.get(f.pageId)?.subject ?? "", f.day)}</b>
            <span>{f.topic}</span>
            <button className="btn small" type="button" onClick={() => onPlan({ pageId: f.pageId, lessonId: f.lessonId, title: f.topic.slice(0, 200) })}>
              {words.planThis}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether families may read the schedule, and the address under which they do. */
function Publication({ schedule }: { schedule: Schedule }) {
  const anew = useAnew();
  const [said, setSaid] = useState("");
  const { isPublic } = schedule;
  const set = () => anew(() => call(publishControlWorksRoute, { body: { isPublic: !isPublic } })).catch((error: unknown) => setSaid(sentenceOfError(error)));
  return (
    <span className="cw-public noprint">
      {isPublic ? (
        <a href={`/open/control-works/${schedule.schoolId}`} target="_blank" rel="noreferrer">
          {words.publication.link}
        </a>
      ) : (
        <span className="soft">{words.publication.closed}</span>
      )}
      <button className="btn" type="button" onClick={() => void set()}>
        <Icon name="class" />
        {isPublic ? words.publication.close : words.publication.open}
      </button>
      {said !== "" && (
        <span className="err" role="alert">
          {said}
        </span>
      )}
    </span>
  );
}
