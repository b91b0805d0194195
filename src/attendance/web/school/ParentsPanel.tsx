import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { setParentWorkRoute } from "../../contract/school-attendance.ts";
import type { ClassData } from "../class-model.ts";
import type { Doing } from "../use-class.ts";
import { classWords } from "../words.ru.ts";
import { schoolWords } from "./school-words.ru.ts";

const words = schoolWords.parents;
type Task = NonNullable<ClassData["term"]>["parentWork"][number];

/** Unexcused absence of the term: open tasks with a field for what was done, closed ones below. */
export function ParentsPanel({ data, doing }: { data: ClassData; doing: Doing }) {
  const tasks = data.term?.parentWork ?? [];
  const open = tasks.filter((t) => t.note === null);
  const closed = tasks.filter((t) => t.note !== null);
  if (tasks.length === 0) return null;
  return (
    <section className="panel parents" aria-labelledby="parents">
      <header>
        <h2 id="parents">{words.title}</h2>
        {open.length > 0 && <span className="count">{open.length}</span>}
      </header>
      <ul>
        {open.map((task) => (
          <TaskLine key={`${task.pupilId} ${task.day}`} task={task} data={data} doing={doing} />
        ))}
      </ul>
      {closed.length > 0 && (
        <details className="in">
          <summary>{words.closed(closed.length)}</summary>
          <ul>
            {closed.map((task) => (
              <TaskLine key={`${task.pupilId} ${task.day}`} task={task} data={data} doing={doing} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function TaskLine({ task, data, doing }: { task: Task; data: ClassData; doing: Doing }) {
  const [text, setText] = useState(task.note ?? "");
  const [changing, setChanging] = useState(task.note === null);
  const name = data.pupils.find((p) => p.pupilId === task.pupilId)?.name ?? "";
  const by = data.staff.find((p) => p.personId === task.notedBy)?.name;
  const save = async () => {
    const { pupilId, day, version } = task;
    const done = await doing.run(async () => {
      await call(setParentWorkRoute, { params: { classId: data.class.classId, pupilId, day }, body: { note: text, expectedVersion: version } });
      return words.done(name, day);
    });
    if (done) setChanging(false);
  };
  return (
    <li className="task">
      <div>
        <b>{name}</b> <span className="nw">{classWords.day(task.day)}</span> <span className="small soft">{words.lessons(task.lessons)}</span>
        {!changing && (
          <p className="small">
            {task.note} {by && <span className="muted">{words.by(by)}</span>}{" "}
            {data.mayNote && (
              <button className="btn quiet small" type="button" onClick={() => setChanging(true)}>
                {words.change}
              </button>
            )}
          </p>
        )}
        {changing && data.mayNote && (
          <form
            className="line"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <input
              className="input"
              aria-label={words.what(name, task.day)}
              placeholder={words.placeholder}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <button className="btn small" type="submit" disabled={doing.busy || text.trim() === ""}>
              {words.close}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
