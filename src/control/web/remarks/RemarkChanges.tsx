import { useQuery } from "@tanstack/react-query";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { ChangeValue, whatOf } from "../../../journal/web/door.tsx";
import { remarkRoute } from "../../contract/remarks/remarks.ts";
import { remarkWords as words } from "./remark-words.ru.ts";

/** What was corrected since the remark was given, before and after, and how the remark went. */
export function RemarkChanges({ remarkId, version, timezone }: { remarkId: number; version: number; timezone: string }) {
  const { data, error } = useQuery({
    queryKey: ["control", "remark", remarkId, version],
    queryFn: () => call(remarkRoute, { params: { remarkId } }),
  });
  if (error) return <p className="err">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={words.opening} />;
  const moment = (at: string) => [dayIn(timezone, new Date(at)), timeIn(timezone, new Date(at))] as const;
  return (
    <div className="rm-more">
      <h4>{words.changesHeading}</h4>
      {data.changes.length === 0 ? (
        <p className="soft">{words.noChanges}</p>
      ) : (
        <ScrollBox label={words.changesTable}>
          <table className="table">
            <thead>
              <tr>
                {[words.what, words.before, words.after, words.when].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.changes.map((line) => (
                <tr key={`${line.seq}:${line.part}`}>
                  <td>{whatOf(line)}</td>
                  <td>
                    <ChangeValue line={line} side="before" />
                  </td>
                  <td>
                    <ChangeValue line={line} side="after" />
                  </td>
                  <td>
                    {moment(line.at).join(", ")} {line.by}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <h4>{words.stepsHeading}</h4>
      <ol className="rm-steps">
        {data.steps.map((step) => (
          <li key={step.at + step.kind}>
            {words.step(step.kind, step.by, ...moment(step.at))}
            {step.kind !== "set" && step.text !== "" && <span className="soft">: {step.text}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
