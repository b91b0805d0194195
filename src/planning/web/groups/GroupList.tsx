import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { useState } from "react";
import { MADE_KINDS } from "../../rules/group-making.ts";
import { MakeGroup } from "./MakeGroup.tsx";
import { KIND_NAMES, groupWords as words } from "./groups-words.ru.ts";
import type { Deeds, Groups } from "./use-groups.ts";

/** The groups of the year by kind. */
export function GroupList({ all, deeds, onOpen }: { all: Groups; deeds: Deeds; onOpen: (groupId: number) => void }) {
  const [making, setMaking] = useState(false);
  const kinds = MADE_KINDS.filter((kind) => all.groups.some((g) => g.kind === kind));
  return (
    <>
      {all.mayMake && (
        <p className="deeds">
          <button className="btn primary" type="button" onClick={() => setMaking(true)}>
            {words.make}
          </button>
        </p>
      )}
      {kinds.length === 0 && (
        <div className="empty">
          <h2>{words.none}</h2>
          <p>{words.noneText}</p>
        </div>
      )}
      {kinds.map((kind) => (
        <section className="panel" key={kind} aria-labelledby={`kind-${kind}`}>
          <header>
            <h2 id={`kind-${kind}`}>{KIND_NAMES[kind]}</h2>
          </header>
          <ScrollBox label={KIND_NAMES[kind]}>
            <table className="table fixed">
              <thead>
                <tr>
                  <th scope="col">{words.columns.name}</th>
                  <th scope="col">{words.columns.what}</th>
                  <th scope="col">{words.columns.classes}</th>
                  <th scope="col" className="num">
                    {words.columns.pupils}
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.groups
                  .filter((g) => g.kind === kind)
                  .map((g) => (
                    <tr key={g.groupId}>
                      <th scope="row">
                        <button className="link" type="button" aria-label={words.open(g.name)} onClick={() => onOpen(g.groupId)}>
                          {g.name}
                        </button>
                      </th>
                      <td>
                        {g.pages.map((p) => (
                          <div key={p.pageId}>
                            {p.subject} <span className="muted">{words.leader(p.leaders)}</span>
                          </div>
                        ))}
                      </td>
                      <td className="soft">{g.classes}</td>
                      <td className="num">{g.pupils}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </ScrollBox>
        </section>
      ))}
      {making && <MakeGroup all={all} deeds={deeds} onMade={onOpen} onClose={() => setMaking(false)} />}
    </>
  );
}
