import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { useId, useState } from "react";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { holdsTyped } from "../../../foundation/ui/typed-text.ts";
import { planWords } from "../plans/plans-words.ru.ts";
import { useLoad } from "../plans/use-plans.ts";
import type { Load } from "../plans/use-plans.ts";
import { AddLoadDialog, ChangeLoadDialog } from "./LoadDialogs.tsx";

const words = planWords.load;
export type LoadLine = Load["lines"][number];

/** The load against the curriculum, and its lines to add, change and end. */
export function LoadView() {
  const asked = useLoad();
  const [find, setFind] = useState("");
  const [open, setOpen] = useState<"add" | LoadLine | null>(null);
  const field = useId();
  if (!asked.data) return <Unanswered asked={asked} opening={planWords.opening} />;
  const { data } = asked;
  const lines = data.lines.filter((line) => holdsTyped(`${line.groupName} ${line.subject} ${line.teacher}`, find));
  const close = () => setOpen(null);
  return (
    <>
      <Differences data={data} />
      <div className="tools">
        <h2>{words.lines}</h2>
        <label className="vh" htmlFor={field}>
          {words.find}
        </label>
        <input id={field} className="input find" type="search" placeholder={words.find} value={find} onChange={(event) => setFind(event.target.value)} />
        {data.mayWrite && (
          <button className="btn" type="button" onClick={() => setOpen("add")}>
            {words.add}
          </button>
        )}
      </div>
      <ScrollBox className="panel" label={words.region}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.columns.class}</th>
              <th scope="col">{words.columns.subject}</th>
              <th scope="col">{words.columns.teacher}</th>
              <th scope="col" className="num">
                {words.columns.hours}
              </th>
              {data.mayWrite && (
                <th scope="col">
                  <span className="vh">{words.change}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.pageId} ${line.teacherId} ${line.from}`}>
                <th scope="row">{line.groupName}</th>
                <td>{line.subject}</td>
                <td>
                  {line.teacher} <span className="soft">{line.to === null ? words.from(line.from) : words.span(line.from, line.to)}</span>
                </td>
                <td className="num">{planWords.number(line.weeklyHours)}</td>
                {data.mayWrite && (
                  <td className="num">
                    <button
                      className="btn small"
                      type="button"
                      aria-label={words.changeFor(`${line.groupName}, ${line.subject}, ${line.teacher}`)}
                      onClick={() => setOpen(line)}
                    >
                      {words.change}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {open === "add" && <AddLoadDialog data={data} onClose={close} />}
      {open !== null && open !== "add" && <ChangeLoadDialog line={open} onClose={close} />}
    </>
  );
}

function Differences({ data }: { data: Load }) {
  const { differences, sums } = data;
  if (sums.length === 0) return <p className="note t-late">{words.noCurriculum}</p>;
  return (
    <section className="panel differences">
      <header>
        <h2>{words.differences}</h2>
        <span className={data.overdue ? "badge t-late" : "muted small"}>{data.overdue ? words.overdue(data.due) : words.due(data.due)}</span>
        <ul className="sums">
          {sums.map((sum) => (
            <li key={sum.classId} className={sum.load === sum.curriculum ? "badge" : "badge t-late"}>
              <b>{sum.name}</b> {words.sums(sum.load, sum.curriculum)}
            </li>
          ))}
        </ul>
      </header>
      {differences.length === 0 ? (
        <p className="in">{words.equal}</p>
      ) : (
        <ScrollBox label={words.differences}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.columns.class}</th>
                <th scope="col">{words.columns.subject}</th>
                <th scope="col" className="num">
                  {words.columns.curriculum}
                </th>
                <th scope="col" className="num">
                  {words.columns.load}
                </th>
                <th scope="col">{words.columns.what}</th>
                <th scope="col">{words.columns.since}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((each) => (
                <tr key={`${each.classId} ${each.subject} ${each.part ?? ""}`}>
                  <th scope="row">{each.part ?? each.className}</th>
                  <td>{each.subject}</td>
                  <td className="num">{planWords.number(each.curriculum)}</td>
                  <td className="num">{planWords.number(each.load)}</td>
                  <td>
                    <span className={each.kind === "outside" ? "badge t-invalid" : "badge t-late"}>{words.kind[each.kind](each.difference)}</span>
                  </td>
                  <td className="nw">{each.since !== null && words.from(each.since)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
