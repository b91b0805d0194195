import { useId, useState } from "react";
import type { SubmitEvent } from "react";
import { call } from "../../../foundation/http-client.ts";
import { fixRemarkRoute, returnRemarkRoute } from "../../contract/remarks/remarks.ts";
import { remarkWords as words } from "./remark-words.ru.ts";
import { useRemarkDeed } from "./use-remarks.ts";
import type { Remark } from "./use-remarks.ts";

type FormProps = { remark: Remark; onDone: () => void };

/** The teacher says that it is fixed, and what was done. */
export function FixForm({ remark: { remarkId, version }, onDone }: FormProps) {
  const [note, setNote] = useState("");
  const { busy, refused, run } = useRemarkDeed();
  const id = useId();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await run(() => call(fixRemarkRoute, { params: { remarkId }, body: { note, expectedVersion: version } }))) onDone();
  };
  return (
    <form className="rm-form" onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor={id}>{words.fixNote}</label>
        {/* it was asked for by a button */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <input className="input" id={id} autoFocus maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <Buttons name={words.fixSend} busy={busy} refused={refused} onLeave={onDone} />
    </form>
  );
}

/** The deputy says what is left to fix, and until when. */
export function ReturnForm({ remark: { remarkId, version }, today, onDone }: FormProps & { today: string }) {
  const [comment, setComment] = useState("");
  const [dueOn, setDueOn] = useState("");
  const { busy, refused, run } = useRemarkDeed();
  const id = useId();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { comment, expectedVersion: version, ...(dueOn === "" ? {} : { dueOn }) };
    if (await run(() => call(returnRemarkRoute, { params: { remarkId }, body }))) onDone();
  };
  return (
    <form className="rm-form" onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor={id}>{words.backComment}</label>
        {/* it was asked for by a button */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <input className="input" id={id} autoFocus maxLength={1000} value={comment} onChange={(event) => setComment(event.target.value)} />
      </div>
      <div className="field rm-day">
        <label htmlFor={`${id}d`}>{words.backDue}</label>
        <input className="input" id={`${id}d`} type="date" min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
      </div>
      <Buttons name={words.backSend} busy={busy} refused={refused} onLeave={onDone} />
    </form>
  );
}

function Buttons({ name, busy, refused, onLeave }: { name: string; busy: boolean; refused: string | null; onLeave: () => void }) {
  return (
    <>
      <div className="rm-do">
        <button className="btn small primary" type="submit" disabled={busy}>
          {name}
        </button>
        <button className="btn small quiet" type="button" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
      {refused !== null && (
        <p className="err" role="alert">
          {refused}
        </p>
      )}
    </>
  );
}
