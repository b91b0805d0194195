import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
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
  const change = (body: { name?: string; retired?: boolean }, say: string) =>
    doing.attempt(async () => {
      await call(changeReasonRoute, { params: { reason: reason.reason }, body });
      return say;
    });
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
        <FormDialog
          title={reason.name}
          submit={words.save}
          cancel={words.close}
          ready={name.trim() !== ""}
          also={
            reason.kind !== "ill" && {
              words: reason.retired ? words.restore : words.retire,
              deed: () => change({ retired: !reason.retired }, reason.retired ? words.isBack(reason.name) : words.isRetired(reason.name)),
            }
          }
          onSubmit={() => change({ name }, words.renamed(name.trim()))}
          onClose={() => setOpen(false)}
        >
          <Field label={words.name}>
            {(field) => <input className="input" {...field} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
        </FormDialog>
      )}
    </li>
  );
}
