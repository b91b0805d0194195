import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { setPageMarksRoute } from "../../contract/groups/groups.ts";
import { EnrolDialog } from "./EnrolDialog.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { MakeGroup } from "./MakeGroup.tsx";
import { KIND_NAMES, groupWords as words } from "./groups-words.ru.ts";
import { useGroup } from "./use-groups.ts";
import type { Deeds, Group, GroupLine, Groups } from "./use-groups.ts";

type Member = Group["members"][number];

/** One group: its pages with their leaders, and the list in the order of coming. */
export function GroupView({ groupId, all, deeds, onBack }: { groupId: number; all: Groups; deeds: Deeds; onBack: () => void }) {
  const found = useGroup(groupId);
  const [open, setOpen] = useState<"enrol" | "page" | Member | null>(null);
  if (!found.data) return <Unanswered asked={found} opening={words.opening} />;
  const { group, members } = found.data;
  return (
    <>
      <p className="deeds noprint">
        <button className="btn quiet" type="button" onClick={onBack}>
          <Icon name="left" /> {words.back}
        </button>
      </p>
      <h2>
        {group.name} <span className="muted">{KIND_NAMES[group.kind]}</span>
      </h2>
      <PagesOfGroup group={group} all={all} deeds={deeds} onAdd={() => setOpen("page")} />
      <section className="panel" aria-labelledby="members">
        <header>
          <h2 id="members">{words.list.title}</h2>
          <span className="muted">{words.pupils(group.pupils)}</span>
          <span className="grow" />
          {all.mayEnrol && (
            <button className="btn primary small noprint" type="button" onClick={() => setOpen("enrol")}>
              {words.list.enrol}
            </button>
          )}
        </header>
        {members.length === 0 ? <p className="in soft">{words.list.empty}</p> : <Members members={members} onLeave={all.mayEnrol ? setOpen : null} />}
      </section>
      {open === "enrol" && <EnrolDialog group={found.data} today={all.today} deeds={deeds} onClose={() => setOpen(null)} />}
      {open === "page" && <MakeGroup all={all} deeds={deeds} of={group} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === "object" && (
        <LeaveDialog groupId={groupId} member={open} today={all.today} deeds={deeds} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Members({ members, onLeave }: { members: readonly Member[]; onLeave: ((member: Member) => void) | null }) {
  return (
    <ScrollBox label={words.list.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="num">
              №
            </th>
            <th scope="col">{words.list.name}</th>
            <th scope="col">{words.list.className}</th>
            <th scope="col">{words.list.from}</th>
            <th scope="col">{words.list.to}</th>
            {onLeave && (
              <th scope="col" className="noprint">
                <span className="vh">{words.list.leave}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((m, i) => (
            <tr key={`${m.pupilId} ${m.from}`} className={m.to === null ? undefined : "left"}>
              <td className="num muted">{i + 1}</td>
              <th scope="row">{m.name}</th>
              <td>{m.className}</td>
              <td className="nw">{words.list.since(m.from, m.order)}</td>
              <td className="nw">{m.to !== null && words.list.until(m.to, m.leftOrder)}</td>
              {onLeave && (
                <td className="num noprint">
                  {m.to === null && (
                    <button className="btn quiet small" type="button" aria-label={words.list.leaveFull(m.name)} onClick={() => onLeave(m)}>
                      {words.list.leave}
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const ASKED = { kind: null, on: true, off: false } as const;

function PagesOfGroup({ group, all, deeds, onAdd }: { group: GroupLine; all: Groups; deeds: Deeds; onAdd: () => void }) {
  const set = (pageId: number, usesMarks: boolean | null) =>
    deeds.run(async () => {
      await call(setPageMarksRoute, { params: { groupId: group.groupId, pageId }, body: { usesMarks } });
      return words.saved;
    });
  return (
    <section className="panel pages">
      <ul>
        {group.pages.map((p) => (
          <li key={p.pageId}>
            <span>
              <b>{p.subject}</b> <span className="soft">{words.leader(p.leaders)}</span>
            </span>
            <span className="grow" />
            {all.mayMake && (
              <select
                className="input"
                aria-label={words.marks.label(p.subject)}
                disabled={deeds.busy}
                value={p.usesMarks === null ? "kind" : p.usesMarks ? "on" : "off"}
                onChange={(event) => void set(p.pageId, ASKED[event.target.value as keyof typeof ASKED])}
              >
                <option value="kind">{words.marks.asKind}</option>
                <option value="on">{words.marks.on}</option>
                <option value="off">{words.marks.off}</option>
              </select>
            )}
            <Link className="btn small" to="/journal/$pageId" params={{ pageId: String(p.pageId) }} aria-label={words.journalOf(p.subject)}>
              {words.journal}
            </Link>
          </li>
        ))}
      </ul>
      {all.mayMake && (group.kind === "home_study" || group.kind === "family_education") && (
        <p className="in">
          <button className="btn small" type="button" onClick={onAdd}>
            {words.addPage}
          </button>
        </p>
      )}
    </section>
  );
}
