import { Link } from "@tanstack/react-router";
import { call } from "../../../foundation/http-client.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { PAPER_MODES } from "../../../regulation/rules/journal-kinds.ts";
import type { KindNorm, PaperMode } from "../../../regulation/rules/journal-kinds.ts";
import { setJournalKindRoute } from "../../contract/groups/journal-kinds.ts";
import { KIND_NAMES, PAPER_NAMES, groupWords } from "./groups-words.ru.ts";
import { useKinds } from "./use-groups.ts";
import type { Deeds, Kinds } from "./use-groups.ts";

const words = groupWords.kinds;
const PARTS = ["marks", "attendance", "homework", "topics"] as const;
type Line = Kinds["kinds"][number];

/** What every kind of journal uses and how it is printed; the administrator and the director change it on the spot. */
export function KindsTable({ deeds, mayMake }: { deeds: Deeds; mayMake: boolean }) {
  const found = useKinds();
  if (!found.data) return <Unanswered asked={found} opening={groupWords.opening} />;
  const { kinds, mayChange } = found.data;
  const set = ({ kind, marks, attendance, homework, topics, paper }: Line, next: Partial<KindNorm>) =>
    deeds.run(async () => {
      await call(setJournalKindRoute, { params: { kind }, body: { marks, attendance, homework, topics, paper, ...next } });
      return words.changed(KIND_NAMES[kind]);
    });
  return (
    <section className="panel kinds">
      <ScrollBox label={words.caption}>
        <table className="table">
          <caption className="vh">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              {PARTS.map((part) => (
                <th scope="col" key={part} className="tick">
                  {words.parts[part]}
                </th>
              ))}
              <th scope="col">{words.paper}</th>
              <th scope="col">{words.basis}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((line) => (
              <tr key={line.kind}>
                <th scope="row">
                  {KIND_NAMES[line.kind]} {line.pages > 0 && <span className="muted nw">{words.pages(line.pages)}</span>}
                </th>
                {PARTS.map((part) => (
                  <td key={part} className="tick">
                    <input
                      type="checkbox"
                      aria-label={words.partOf(words.parts[part], KIND_NAMES[line.kind])}
                      checked={line[part]}
                      disabled={!mayChange || deeds.busy}
                      onChange={(event) => void set(line, { [part]: event.target.checked })}
                    />
                  </td>
                ))}
                <td>
                  {mayChange ? (
                    <select
                      className="input"
                      aria-label={words.paperOf(KIND_NAMES[line.kind])}
                      value={line.paper}
                      disabled={deeds.busy}
                      onChange={(event) => void set(line, { paper: event.target.value as PaperMode })}
                    >
                      {PAPER_MODES.map((mode) => (
                        <option key={mode} value={mode}>
                          {PAPER_NAMES[mode]}
                        </option>
                      ))}
                    </select>
                  ) : (
                    PAPER_NAMES[line.paper]
                  )}
                </td>
                <td className="small soft">{words.since(line.act, line.clause, line.from)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {mayChange && <p className="in small muted">{words.hint}</p>}
      {(mayChange || mayMake) && kinds.some((k) => k.paper === "electronic_then_print") && (
        <p className="in">
          <Link className="btn" to="/journal/print">
            {words.prints}
          </Link>
        </p>
      )}
    </section>
  );
}
