import { useState } from "react";
import { call } from "../../foundation/http-client.ts";
import { Dialog } from "../../foundation/ui/Dialog.tsx";
import { addReasonRoute } from "../contract/add-reason.ts";
import { ReasonLine } from "./school/ReasonLine.tsx";
import type { ClassData } from "./class-model.ts";
import type { Doing } from "./use-class.ts";
import { classWords as words } from "./words.ru.ts";

/** The school's reasons of absence, for those who keep the dictionary. */
export function ReasonsPanel({ data, doing }: { data: ClassData; doing: Doing }) {
  const [adding, setAdding] = useState(false);
  return (
    <section className="panel" aria-labelledby="reasons">
      <header>
        <h2 id="reasons">{words.reasons.title}</h2>
        <span className="grow" />
        <button className="btn small" type="button" onClick={() => setAdding(true)}>
          {words.reasons.add}
        </button>
      </header>
      <ul>
        {data.reasons.map((r) => (
          <ReasonLine key={r.reason} reason={r} doing={doing} />
        ))}
      </ul>
      {adding && <AddReason doing={doing} onClose={() => setAdding(false)} />}
    </section>
  );
}

function AddReason({ doing, onClose }: { doing: Doing; onClose: () => void }) {
  const [name, setName] = useState("");
  const [sign, setSign] = useState("");
  const [excused, setExcused] = useState(true);
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    const done = await doing.run(async () => {
      const { reason } = await call(addReasonRoute, { body: { name, sign, excused } });
      return words.reasons.added(reason.name, reason.excused);
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={words.reasons.adding}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {words.reasons.leave}
          </button>
          <button className="btn primary" type="submit" form="reason" disabled={doing.busy || name.trim() === "" || sign.trim() === ""}>
            {words.reasons.save}
          </button>
        </>
      }
    >
      <form
        id="reason"
        className="span-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="field">
          <label htmlFor="reason-name">{words.reasons.name}</label>
          <input className="input" id="reason-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="reason-sign">{words.reasons.sign}</label>
          <input className="input" id="reason-sign" maxLength={3} value={sign} onChange={(event) => setSign(event.target.value)} />
          <span className="hint">{words.reasons.signHint}</span>
        </div>
        <label className="check">
          <input type="checkbox" checked={excused} onChange={(event) => setExcused(event.target.checked)} /> {words.reasons.isExcused}
        </label>
        {tried && doing.told?.isNo && (
          <p className="err" role="alert">
            {doing.told.text}
          </p>
        )}
      </form>
    </Dialog>
  );
}
