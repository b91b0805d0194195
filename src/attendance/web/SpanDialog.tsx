import { useState } from "react";
import { call } from "../../foundation/http-client.ts";
import { Dialog } from "../../foundation/ui/Dialog.tsx";
import { setAbsenceSpanRoute } from "../contract/set-absence-span.ts";
import { inUse } from "./class-model.ts";
import type { ClassData } from "./class-model.ts";
import type { Doing } from "./use-class.ts";
import { classWords as words } from "./words.ru.ts";

/** «Is ill from … to …»: one entry for all lessons of these days. */
export function SpanDialog({ data, doing, onClose }: { data: ClassData; doing: Doing; onClose: () => void }) {
  const [pupilId, setPupil] = useState(0);
  const [from, setFrom] = useState(data.today);
  const [to, setTo] = useState(data.today);
  const [reason, setReason] = useState(data.reasons.find((r) => r.kind === "ill")?.reason ?? 1);
  const [tried, setTried] = useState(false);
  const wrong = pupilId === 0 ? words.span.needPupil : from === "" || to === "" ? words.span.needDays : doing.told?.isNo && tried ? doing.told.text : null;

  const save = async () => {
    setTried(true);
    if (pupilId === 0 || from === "" || to === "") return;
    const name = data.pupils.find((p) => p.pupilId === pupilId)?.name ?? "";
    const done = await doing.run(async () => {
      const { written, kept } = await call(setAbsenceSpanRoute, { params: { pupilId }, body: { from, to, reason } });
      return words.span.written(name, from, to, written) + (kept.length > 0 ? words.span.kept(kept.length) : "");
    });
    if (done) onClose();
  };

  return (
    <Dialog
      title={words.span.title}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {words.span.leave}
          </button>
          <button className="btn primary" type="submit" form="span" disabled={doing.busy}>
            {words.span.save}
          </button>
        </>
      }
    >
      <form
        id="span"
        className="span-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="field">
          <label htmlFor="span-pupil">{words.span.pupil}</label>
          <select className="input" id="span-pupil" value={pupilId} onChange={(event) => setPupil(Number(event.target.value))}>
            <option value={0}>{words.span.pick}</option>
            {data.pupils.map((p) => (
              <option key={p.pupilId} value={p.pupilId}>
                {p.name}
              </option>
            ))}
          </select>
        </div>
        <div className="two">
          <div className="field">
            <label htmlFor="span-from">{words.span.from}</label>
            <input className="input" id="span-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="span-to">{words.span.to}</label>
            <input className="input" id="span-to" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
          </div>
        </div>
        <div className="field">
          <label htmlFor="span-reason">{words.span.reason}</label>
          <select className="input" id="span-reason" value={reason} onChange={(event) => setReason(Number(event.target.value))}>
            {inUse(data.reasons).map((r) => (
              <option key={r.reason} value={r.reason}>
                {r.name}
              </option>
            ))}
          </select>
          <span className="hint">{words.span.hint}</span>
        </div>
        {tried && wrong && (
          <p className="err" role="alert">
            {wrong}
          </p>
        )}
      </form>
    </Dialog>
  );
}
