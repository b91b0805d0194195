import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { attachAssessmentRoute, orderAttestationRoute, reopenTermRoute } from "../../../planning/contract/terms/close-term.ts";
import type { Closing, ClosingLine } from "./ClosingView.tsx";
import { periodWords as words } from "./period-words.ru.ts";

type ReopenProps = { line: ClosingLine; term: number; today: string; onSaved: () => Promise<unknown>; onClose: () => void };

/** Opens a closed term of one page: for how long and why. */
export function ReopenDialog({ line, term, today, onSaved, onClose }: ReopenProps) {
  const [through, setThrough] = useState(today);
  const [reason, setReason] = useState("");
  const save = async () => {
    await call(reopenTermRoute, { params: { pageId: line.pageId, term }, body: { through, reason, expectedVersion: line.closing?.version ?? 0 } });
    await onSaved();
  };
  return (
    <FormDialog
      title={`${words.reopen.heading}: ${line.groupName}, ${line.subject}`}
      submit={words.reopen.save}
      cancel={words.reopen.cancel}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={words.reopen.reason} hint={words.reopen.reasonHint}>
        {(field) => <textarea className="input" {...field} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Field label={words.reopen.through}>
        {(field) => <input className="input" {...field} type="date" min={today} value={through} onChange={(event) => setThrough(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}

type OrderProps = { data: Closing; gradeLevel: number; term: number; onSaved: () => Promise<unknown>; onClose: () => void };

/** Keeps the last day of a term's marks that the director's order names for a grade. */
export function OrderDialog({ data, gradeLevel, term, onSaved, onClose }: OrderProps) {
  const standing = data.orders.find((one) => one.gradeLevel === gradeLevel);
  const [dueOn, setDueOn] = useState(standing?.dueOn ?? data.terms.find((one) => one.term === term)?.endsOn ?? data.today);
  const [orderRef, setOrderRef] = useState(standing?.orderRef ?? "");
  const save = async () => {
    await call(orderAttestationRoute, { params: { year: data.year, gradeLevel, term }, body: { dueOn, orderRef, expectedVersion: standing?.version ?? 0 } });
    await onSaved();
  };
  return (
    <FormDialog title={words.order.heading(gradeLevel)} submit={words.order.save} cancel={words.order.cancel} onSubmit={save} onClose={onClose}>
      <Field label={words.order.ref}>
        {(field) => <input className="input" {...field} maxLength={200} value={orderRef} onChange={(event) => setOrderRef(event.target.value)} />}
      </Field>
      <Field label={words.order.due}>
        {(field) => <input className="input" {...field} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}

/** The director attaches the school's assessment regulation. */
export function AssessmentDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [address, setAddress] = useState("");
  const [from, setFrom] = useState(today);
  const save = async () => {
    await call(attachAssessmentRoute, { body: { title, address, from } });
  };
  return (
    <FormDialog title={words.assessment.heading} submit={words.assessment.save} cancel={words.assessment.cancel} onSubmit={save} onClose={onClose}>
      <Field label={words.assessment.name}>
        {(field) => <input className="input" {...field} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field label={words.assessment.address} hint={words.assessment.addressHint}>
        {(field) => (
          <input className="input" {...field} type="url" maxLength={500} required value={address} onChange={(event) => setAddress(event.target.value)} />
        )}
      </Field>
      <Field label={words.assessment.from}>
        {(field) => <input className="input" {...field} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
