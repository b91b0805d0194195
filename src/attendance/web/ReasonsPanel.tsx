import { useState } from "react";
import { call } from "../../foundation/http-client.ts";
import { Field, FormDialog } from "../../foundation/ui/FormDialog.tsx";
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
  const save = () =>
    doing.attempt(async () => {
      const { reason } = await call(addReasonRoute, { body: { name, sign, excused } });
      return words.reasons.added(reason.name, reason.excused);
    });
  return (
    <FormDialog
      title={words.reasons.adding}
      submit={words.reasons.save}
      cancel={words.reasons.leave}
      ready={name.trim() !== "" && sign.trim() !== ""}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={words.reasons.name}>
        {(field) => <input className="input" {...field} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={words.reasons.sign} hint={words.reasons.signHint}>
        {(field) => <input className="input" {...field} maxLength={3} value={sign} onChange={(event) => setSign(event.target.value)} />}
      </Field>
      <label className="check">
        <input type="checkbox" checked={excused} onChange={(event) => setExcused(event.target.checked)} /> {words.reasons.isExcused}
      </label>
    </FormDialog>
  );
}
