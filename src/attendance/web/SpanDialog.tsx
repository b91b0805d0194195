import { useState } from "react";
import { call } from "../../foundation/http-client.ts";
import { Field, FormDialog } from "../../foundation/ui/FormDialog.tsx";
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
  const save = async () => {
    if (pupilId === 0) return words.span.needPupil;
    if (from === "" || to === "") return words.span.needDays;
    const name = data.pupils.find((p) => p.pupilId === pupilId)?.name ?? "";
    await doing.attempt(async () => {
      const { written, kept } = await call(setAbsenceSpanRoute, { params: { pupilId }, body: { from, to, reason } });
      return words.span.written(name, from, to, written) + (kept.length > 0 ? words.span.kept(kept.length) : "");
    });
  };

  return (
    <FormDialog title={words.span.title} submit={words.span.save} cancel={words.span.leave} onSubmit={save} onClose={onClose}>
      <Field label={words.span.pupil}>
        {(field) => (
          <select className="input" {...field} value={pupilId} onChange={(event) => setPupil(Number(event.target.value))}>
            <option value={0}>{words.span.pick}</option>
            {data.pupils.map((p) => (
              <option key={p.pupilId} value={p.pupilId}>
                {p.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="two">
        <Field label={words.span.from}>
          {(field) => <input className="input" {...field} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        <Field label={words.span.to}>
          {(field) => <input className="input" {...field} type="date" value={to} onChange={(event) => setTo(event.target.value)} />}
        </Field>
      </div>
      <Field label={words.span.reason} hint={words.span.hint}>
        {(field) => (
          <select className="input" {...field} value={reason} onChange={(event) => setReason(Number(event.target.value))}>
            {inUse(data.reasons).map((r) => (
              <option key={r.reason} value={r.reason}>
                {r.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}
