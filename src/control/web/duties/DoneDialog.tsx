import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { performDutyRoute } from "../../contract/duties/duties.ts";
import { aboutOf } from "./duty-rows.ts";
import type { DutyRow } from "./duty-rows.ts";
import { dutyWords as words } from "./duty-words.ru.ts";

/** «It is done», with a word and a document for who controls it. The word stays for good. */
export function DoneDialog({ row, onClose }: { row: DutyRow; onClose: () => void }) {
  const [note, setNote] = useState("");
  const [document, setDocument] = useState("");
  const queries = useQueryClient();
  const kind = row.kinds[0]!;
  const perform = async () => {
    const body = { aboutId: row.aboutId, day: row.day, expectedVersion: row.stepNo, note: note.trim(), document: document.trim() };
    try {
      await call(performDutyRoute, { params: { kind }, body });
    } finally {
      await queries.invalidateQueries({ queryKey: ["control"] });
    }
  };
  return (
    <FormDialog title={words.say.title} submit={words.say.save} cancel={words.say.leave} onSubmit={perform} onClose={onClose}>
      <p>
        <b>{`${aboutOf(row)} ${words.toDo(row.kinds)}`.trim()}</b>
        {row.span !== null && <span className="muted"> {words.span(row.span)}</span>}
      </p>
      <Field label={words.say.note} hint={words.say.noteHint}>
        {(field) => <textarea className="input" {...field} rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <Field label={words.say.document} hint={words.say.documentHint}>
        {(field) => <input className="input" {...field} maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
      <p className="small muted">{words.say.stays}</p>
    </FormDialog>
  );
}
