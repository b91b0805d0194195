import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Static } from "typebox";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { journalFindingsRoute } from "../../contract/journal-control.ts";
import { controlWords as words } from "./control-words.ru.ts";

type Finding = Static<typeof journalFindingsRoute.response>["findings"][number];

/** The lessons behind a row: what was missing, its term, when it came, and the way to the lesson. */
export function Findings({ from, to, by, id, timezone }: { from: string; to: string; by: "teacher" | "class"; id: number; timezone: string }) {
  const { data, error } = useQuery({
    queryKey: ["control", "findings", from, to, by, id],
    queryFn: () => call(journalFindingsRoute, { query: { from, to, by, id } }),
  });
  if (error) return <p className="note bad">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={words.opening} />;
  if (data.findings.length === 0) return <p className="soft">{words.noFindings}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.lesson}</th>
          {by === "class" && <th scope="col">{words.teacher}</th>}
          <th scope="col">{words.what.title}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.written}</th>
          <th scope="col">
            <span className="vh">{words.toLesson}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.findings.map((found) => (
          <tr key={`${found.lessonId} ${found.what}`}>
            <td>{words.place(found.groupName, found.subject, found.day, found.slot)}</td>
            {by === "class" && <td>{found.teacher}</td>}
            <td>{words.what[found.what]}</td>
            <td>{moment(found.dueAt, timezone)}</td>
            <td>
              <Written found={found} />
            </td>
            <td>
              <Link to="/journal/$pageId" params={{ pageId: String(found.pageId) }} search={{ lesson: found.lessonId }}>
                {words.toLesson}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Written({ found: { dueAt, writtenAt } }: { found: Finding }) {
  if (writtenAt === null) return <span className="badge t-missing">{words.notYet}</span>;
  return <span className="badge t-late">{words.lateBy(Math.floor((Date.parse(writtenAt) - Date.parse(dueAt)) / 60_000))}</span>;
}

const moment = (text: string, timezone: string) => words.at(dayIn(timezone, new Date(text)), timeIn(timezone, new Date(text)));
