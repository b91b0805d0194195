import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { journalWords as words } from "../words.ru.ts";

/** The list of the keys, by `?`. */
export function KeysDialog({ scale, onClose }: { scale: readonly string[]; onClose: () => void }) {
  const marks = [scale.filter((token) => token.length === 1), words.keys.mark] as const;
  return (
    <Dialog
      className="hints"
      title={words.keys.heading}
      onClose={onClose}
      footer={
        <button className="btn primary" type="button" onClick={onClose}>
          {words.keys.close}
        </button>
      }
    >
      <dl>
        {[marks, ...words.keys.list].map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
