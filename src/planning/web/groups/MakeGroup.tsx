import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { addGroupPageRoute, makeGroupRoute } from "../../contract/groups/groups.ts";
import { MADE_KINDS } from "../../rules/group-making.ts";
import { KIND_NAMES, groupWords as words } from "./groups-words.ru.ts";
import type { Deeds, GroupLine, Groups } from "./use-groups.ts";

/** A new group with its page and leader, or, for a group that is given, one more subject of it. */
export function MakeGroup({ all, deeds, of, onClose }: { all: Groups; deeds: Deeds; of?: GroupLine; onClose: (groupId: number | null) => void }) {
  const [kind, setKind] = useState<(typeof MADE_KINDS)[number]>("club");
  const [name, setName] = useState("");
  const [subject, setSubject] = useState("");
  const [leaderId, setLeader] = useState(0);
  const [hours, setHours] = useState("1");
  const [from, setFrom] = useState(all.today);
  const [tried, setTried] = useState(false);
  const say = words.form;
  const ready = subject.trim() !== "" && leaderId > 0 && from !== "" && (of !== undefined || name.trim() !== "");

  const save = async () => {
    setTried(true);
    if (!ready) return;
    const lead = { subject, leaderId, weeklyHours: Number(hours.replace(",", ".")) || 0, from };
    let made: number | null = of?.groupId ?? null;
    const done = await deeds.run(async () => {
      if (of) {
        await call(addGroupPageRoute, { params: { groupId: of.groupId }, body: lead });
        return words.added(subject);
      }
      made = (await call(makeGroupRoute, { body: { kind, name, ...lead } })).groupId;
      return words.made(name);
    });
    if (done) onClose(made);
  };

  return (
    <Dialog
      title={of ? words.addPage : words.make}
      onClose={() => onClose(null)}
      footer={
        <>
          <button className="btn" type="button" onClick={() => onClose(null)}>
            {of ? say.close : say.leave}
          </button>
          <button className="btn primary" type="submit" form="make-group" disabled={deeds.busy}>
            {of ? say.add : say.save}
          </button>
        </>
      }
    >
      <form
        id="make-group"
        className="group-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {!of && (
          <>
            <div className="field">
              <label htmlFor="g-kind">{say.kind}</label>
              <select className="input" id="g-kind" value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
                {MADE_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {KIND_NAMES[one]}
                  </option>
                ))}
              </select>
              {kind === "extended_day" && <span className="hint">{say.extendedDay}</span>}
            </div>
            <div className="field">
              <label htmlFor="g-name">{say.name}</label>
              <input
                className="input"
                id="g-name"
                maxLength={80}
                value={name}
                aria-invalid={tried && name.trim() === ""}
                onChange={(event) => setName(event.target.value)}
              />
              <span className="hint">{say.nameHint}</span>
            </div>
          </>
        )}
        <div className="field">
          <label htmlFor="g-subject">{say.subject}</label>
          <input
            className="input"
            id="g-subject"
            list="g-subjects"
            maxLength={120}
            value={subject}
            aria-invalid={tried && subject.trim() === ""}
            onChange={(event) => setSubject(event.target.value)}
          />
          <datalist id="g-subjects">
            {all.subjects.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </datalist>
          {(kind === "home_study" || kind === "family_education") && <span className="hint">{say.subjectHint}</span>}
        </div>
        <div className="field">
          <label htmlFor="g-leader">{say.leader}</label>
          <select
            className="input"
            id="g-leader"
            value={leaderId}
            aria-invalid={tried && leaderId === 0}
            onChange={(event) => setLeader(Number(event.target.value))}
          >
            <option value={0}>{say.pick}</option>
            {all.staff.map((one) => (
              <option key={one.personId} value={one.personId}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <div className="two">
          <div className="field">
            <label htmlFor="g-hours">{say.hours}</label>
            <input className="input" id="g-hours" inputMode="decimal" value={hours} onChange={(event) => setHours(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="g-from">{say.from}</label>
            <input className="input" id="g-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </div>
        </div>
        {tried && deeds.told?.isNo && (
          <p className="err" role="alert">
            {deeds.told.text}
          </p>
        )}
      </form>
    </Dialog>
  );
}
