import { useEffect, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { publicControlWorksRoute } from "../../contract/control-works.ts";
import { controlWorkWords as words } from "./control-work-words.ru.ts";
import { periodAt, weekday } from "./use-schedule.ts";
import "./control-works.css";

type Opened = Output<typeof publicControlWorksRoute>;

/** The school's schedule for everybody: no sign-in, no person in it. */
export function PublicSchedule({ schoolId }: { schoolId: number }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    call(publicControlWorksRoute, { params: { schoolId } }).then(setOpened, (error: unknown) => setSaid(sentenceOfError(error)));
  }, [schoolId]);
  useEffect(() => {
    document.title = opened ? words.public.title(opened.school) : words.public.title("");
  }, [opened]);
  return (
    <main className="page cw-open" id="main">
      {opened && <Sheet opened={opened} />}
      {said !== "" && (
        <div className="empty">
          <h1>{words.public.closed}</h1>
          <p role="alert">{said}</p>
          <a className="btn" href="/">
            {words.public.toParta}
          </a>
        </div>
      )}
    </main>
  );
}

function Sheet({ opened }: { opened: Opened }) {
  const [period, setPeriod] = useState(() => periodAt(opened.periods, opened.today));
  const [klass, setClass] = useState(0);
  const works = opened.works.filter((w) => period && period.startsOn <= w.day && w.day <= period.endsOn && (klass === 0 || w.classIds.includes(klass)));
  return (
    <>
      <div className="pagehead">
        <h1>{words.heading}</h1>
        <span className="soft">
          {opened.school}, {words.public.year(opened.year)}
        </span>
      </div>
      <div className="cw-bar">
        <div className="seg" role="group" aria-label={words.periods}>
          {opened.periods.map((p) => (
            <button key={`${p.kind}${p.term}`} type="button" aria-pressed={p === period} onClick={() => setPeriod(p)}>
              {words.period(p.term, p.kind)}
            </button>
          ))}
        </div>
        <label>
          <span className="vh">{words.public.klass}</span>
          <select className="input" value={klass} onChange={(event) => setClass(Number(event.target.value))}>
            <option value={0}>{words.public.allClasses}</option>
            {opened.classes.map((c) => (
              <option key={c.classId} value={c.classId}>
                {c.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {works.length === 0 ? (
        <p className="empty">{words.public.empty}</p>
      ) : (
        <div className="panel cw-sheet">
          <table className="table">
            <thead>
              <tr>
                {words.public.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {works.map((w) => (
                <tr key={`${w.groupName} ${w.subject} ${w.day} ${w.slot}`}>
                  <th scope="row">{`${words.day(w.day)}, ${words.weekday(weekday(w.day))}`}</th>
                  <td>{words.public.lesson(w.slot)}</td>
                  <td>{w.groupName}</td>
                  <td>{w.subject}</td>
                  <td>{w.work}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
