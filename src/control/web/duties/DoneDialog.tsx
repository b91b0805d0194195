import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
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
  const say = useMutation({
    mutationFn: () =>
      call(performDutyRoute, {
        params: { kind },
        body: { aboutId: row.aboutId, day: row.day, expectedVersion: row.stepNo, note: note.trim(), document: document.trim() },
      }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ["control"] }),
  });
  return (
    <Dialog
      title={words.say.title}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {words.say.leave}
          </button>
          <button className="btn primary" type="submit" form="duty-done" disabled={say.isPending}>
            {words.say.save}
          </button>
        </>
      }
    >
      <form
        id="duty-done"
        className="duty-done"
        onSubmit={(event) => {
          event.preventDefault();
          say.mutate();
        }}
      >
        <p>
          <b>{`${aboutOf(row)} ${words.toDo(row.kinds)}`.trim()}</b>
          {row.span !== null && <span className="muted"> {words.span(row.span)}</span>}
        </p>
        <div className="field">
          <label htmlFor="duty-note">{words.say.note}</label>
          <textarea
            className="input"
            id="duty-note"
            rows={2}
            maxLength={1000}
            aria-describedby="duty-note-hint"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <p className="small muted" id="duty-note-hint">
            {words.say.noteHint}
          </p>
        </div>
        <div className="field">
          <label htmlFor="duty-document">{words.say.document}</label>
          <input
            className="input"
            id="duty-document"
            maxLength={200}
            aria-describedby="duty-document-hint"
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
          <p className="small muted" id="duty-document-hint">
            {words.say.documentHint}
          </p>
        </div>
        <p className="small muted">{words.say.stays}</p>
        {say.error && (
          <p className="note bad" role="alert">
            {sentenceOfError(say.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
