import { useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Dialog } from "./Dialog.tsx";
import { sentenceOfError } from "./sentence.ts";

/** What a form does when it is sent. A sentence that comes back says what is still lacking: nothing was sent, and the window stays. */
export type FormDeed = () => Promise<string | void>;

type Props = {
  title: string;
  /** Words of the button that sends, and of the one that leaves everything as it was. */
  submit: string;
  cancel: string;
  /** The fields. */
  children: ReactNode;
  /** False while what is typed cannot be sent. */
  ready?: boolean;
  /** A remark before the buttons. */
  aside?: ReactNode;
  /** Another deed over the same thing, apart from the two buttons; it closes the window likewise. */
  also?: { words: string; danger?: boolean; deed: FormDeed } | false;
  className?: string;
  onSubmit: FormDeed;
  onClose: () => void;
};

/**
 * A window that asks for a few values and sends them: by its button or by Enter in a field. It closes when the deed is done; a refusal is
 * shown inside it, and everything typed stays. The button keeps the focus while the server answers, and a second press sends nothing.
 */
export function FormDialog({ title, submit, cancel, children, ready = true, aside, also, className = "", onSubmit, onClose }: Props) {
  const form = useId();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<string | null>(null);
  const run = async (deed: FormDeed) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setNo(null);
    const lacking = await deed().catch(sentenceOfError);
    running.current = false;
    setBusy(false);
    if (typeof lacking === "string") setNo(lacking);
    else onClose();
  };
  const start = (deed: FormDeed) => void run(deed);
  return (
    <Dialog
      title={title}
      className={className}
      onClose={onClose}
      footer={
        <>
          {aside}
          {also && (
            <>
              <button className={also.danger ? "btn danger" : "btn"} type="button" aria-disabled={busy} onClick={() => start(also.deed)}>
                {also.words}
              </button>
              <span className="grow" />
            </>
          )}
          <button className="btn" type="button" onClick={onClose}>
            {cancel}
          </button>
          <button className="btn primary" type="submit" form={form} disabled={!ready} aria-disabled={busy}>
            {submit}
          </button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          start(onSubmit);
        }}
      >
        {children}
        {no !== null && (
          <p className="err" role="alert">
            {no}
          </p>
        )}
      </form>
    </Dialog>
  );
}

type FieldProps = {
  label: string;
  hint?: string | false | null;
  /** Draws the control; what it is given joins it to its label and hint. */
  children: (field: { id: string; "aria-describedby": string | undefined }) => ReactNode;
};

/** A field with its label and, below it, a word of explanation. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const isHint = typeof hint === "string" && hint !== "";
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": isHint ? `${id}-hint` : undefined })}
      {isHint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
