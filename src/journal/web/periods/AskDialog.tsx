import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";

type AskProps = {
  title: string;
  save: string;
  cancel: string;
  children: ReactNode;
  /** Does what is asked; a refusal is shown and the window stays with everything typed. */
  onSave: () => Promise<void>;
  onClose: () => void;
};

/** A window that asks for a few values and keeps them until the server took them. */
export function AskDialog({ title, save, cancel, children, onSave, onClose }: AskProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    try {
      await onSave();
      onClose();
    } catch (error) {
      setNo(sentenceOfError(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {cancel}
          </button>
          <button className="btn primary" type="submit" form={form} disabled={busy}>
            {save}
          </button>
        </>
      }
    >
      <form
        id={form}
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
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

/** A field with its label and, below it, a word of explanation. */
export function Field({ label, hint, children }: { label: string; hint?: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </div>
  );
}
