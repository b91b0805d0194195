import { useId, useState } from "react";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { holdsTyped } from "../../../foundation/ui/typed-text.ts";
import { ProgrammeDialog } from "./ProgrammeDialog.tsx";
import { TeacherDocuments } from "./TeacherDocuments.tsx";
import { planWords as words } from "./plans-words.ru.ts";
import type { ListedPage, Plans } from "./use-plans.ts";

const hasPlan = (page: ListedPage) => page.lines > 0;
const nameOf = (page: ListedPage) => words.plan.title(page.groupName, page.subject);

/** Pages with the state of their plans: one's own, or all of the school to find who has none and what to take over. */
export function PlansTable({ data, own, onOpen }: { data: Plans; own: boolean; onOpen: (pageId: number) => void }) {
  const [find, setFind] = useState("");
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [editing, setEditing] = useState<number | null>(null);
  const field = useId();
  const pages = data.pages.filter((page) => !own || page.own);
  const taught = pages.filter((page) => page.year === data.year && page.teachers !== "");
  const missing = taught.filter((page) => !hasPlan(page));
  const shown = (onlyMissing ? missing : pages).filter((page) => holdsTyped(`${page.groupName} ${page.subject} ${page.teachers}`, find));
  const edited = pages.find((page) => page.pageId === editing);
  if (own && pages.length === 0) {
    return (
      <div className="empty">
        <h2>{words.list.empty}</h2>
        <p>{words.list.emptyText}</p>
      </div>
    );
  }
  return (
    <>
      <div className="tools">
        <p className={missing.length > 0 && data.planOverdue ? "state late" : "state"}>
          {missing.length === 0 ? words.list.allHave(taught.length) : words.list.withoutPlan(missing.length, taught.length)}
        </p>
        {!own && (
          <>
            <label className="vh" htmlFor={field}>
              {words.list.find}
            </label>
            <input id={field} className="input find" type="search" placeholder={words.list.find} value={find} onChange={(e) => setFind(e.target.value)} />
            {missing.length > 0 && (
              <button className="btn" type="button" aria-pressed={onlyMissing} onClick={() => setOnlyMissing(!onlyMissing)}>
                {words.list.onlyMissing(missing.length)}
              </button>
            )}
          </>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="empty">{words.list.nothing}</p>
      ) : (
        <ScrollBox className="panel" label={words.list.region}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.list.columns.page}</th>
                {!own && <th scope="col">{words.list.columns.teacher}</th>}
                <th scope="col">{words.list.columns.plan}</th>
                <th scope="col">{words.list.columns.hours}</th>
                <th scope="col">{words.list.columns.lag}</th>
                <th scope="col">{words.list.columns.work}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((page) => (
                <Row key={page.pageId} page={page} data={data} own={own} onOpen={onOpen} onEdit={() => setEditing(page.pageId)} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {own && <TeacherDocuments data={data} />}
      {edited && <ProgrammeDialog page={edited} onClose={() => setEditing(null)} />}
    </>
  );
}

type RowProps = { page: ListedPage; data: Plans; own: boolean; onOpen: (pageId: number) => void; onEdit: () => void };

function Row({ page, data, own, onOpen, onEdit }: RowProps) {
  const { planHours, curriculumHours, lag, work } = page;
  const past = page.year !== data.year;
  return (
    <tr>
      <th scope="row">
        <button className="link" type="button" onClick={() => onOpen(page.pageId)}>
          {nameOf(page)}
        </button>
        {past && <span className="soft"> {words.list.year(page.year)}</span>}
      </th>
      {!own && <td className="nw">{page.teachers}</td>}
      <td>
        {hasPlan(page) ? (
          words.list.lines(page.lines)
        ) : (
          <span className={data.planOverdue ? "badge t-missing" : "badge t-late"}>
            {data.planOverdue ? words.list.noneOverdue(data.planDue) : words.list.none}
          </span>
        )}
      </td>
      <td>
        {!hasPlan(page) ? null : curriculumHours === null ? (
          words.list.noCurriculum(planHours)
        ) : planHours === curriculumHours ? (
          words.list.equal(planHours)
        ) : (
          <span className="badge t-late">{words.list.differs(planHours, curriculumHours)}</span>
        )}
      </td>
      <td>{lag === null ? null : lag > 0 ? <span className="badge t-late">{words.list.lag(lag)}</span> : words.list.lag(lag)}</td>
      <td className="programme">
        {work.programme !== "" ? (
          work.programme
        ) : past ? null : (
          <span className={data.programmeOverdue && own ? "badge t-late" : "soft"}>
            {data.programmeOverdue && own ? words.list.noWorkOverdue : words.list.noWork}
          </span>
        )}
        {work.paperCopy && <span className="badge t-ok">{words.list.paper}</span>}
        {own && (
          <button className="btn small quiet" type="button" aria-label={words.list.editFor(nameOf(page))} onClick={onEdit}>
            {words.list.edit}
          </button>
        )}
      </td>
    </tr>
  );
}
