import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { changeReasonRoute } from "../../contract/change-reason.ts";
import type { Reason } from "../class-model.ts";
import type { Doing } from "../use-class.ts";
import { classWords } from "../words.ru.ts";
import { schoolWords } from "./school-words.ru.ts";

const words = schoolWords.reasons;

/** A reason of the dictionary, with the way to rename it and to give it no more. */
export function ReasonLine({ reason, doing }: { reason: Reason; doing: Doing }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(reason.name);
  const change = async (body: { name?: string; retired?: boolean }, say: string) => {
    const done = await doing.run(async () => {
      await call(changeReasonRoute, { params: { reason: reason.reason }, body });
      return say;
    });
    if (done) setOpen(false);
  };
  return (
    <li>
      <span>
        <kbd>{reason.sign}</kbd> {reason.name}{" "}
        <small className="muted">{reason.retired ? words.retired : reason.excused ? classWords.reasons.excused : classWords.reasons.unexcused}</small>
      </span>
      <button className="btn quiet small" type="button" aria-label={words.renameOf(reason.name)} onClick={() => setOpen(true)}>
        {words.rename}
      </button>
      {open && (
        <Dialog
          title={reason.name}
          onClose={() => setOpen(false)}
          footer={
            <>
              {reason.kind !== "ill" && (
                <button
                  className="btn"
                  type="button"
                  onClick={() => void change({ retired: !reason.retired }, reason.retired ? words.isBack(reason.name) : words.isRetired(reason.name))}
                >
                  {reason.retired ? words.restore : words.retire}
                </button>
              )}
              <button className="btn" type="button" onClick={() => setOpen(false)}>
                {words.close}
              </button>
              <button className="btn primary" type="submit" form="rename" disabled={doing.busy || name.trim() === ""}>
                {words.save}
              </button>
            </>
          }
        >
          <form
            id="rename"
            className="span-form"
            onSubmit={(event) => {
              event.preventDefault();
              void change({ name }, words.renamed(name.trim()));
            }}
          >
            <div className="field">
              <label htmlFor="rename-name">{words.name}</label>
              <input className="input" id="rename-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
            </div>
            {doing.told?.isNo && (
              <p className="err" role="alert">
                {doing.told.text}
              </p>
            )}
          </form>
        </Dialog>
      )}
    </li>
  );
}
