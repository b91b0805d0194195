import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactNode } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { withdrawEditionRoute } from "../../contract/regulation/regulation.ts";
import type { Edition } from "./draft.ts";
import { regulationWords as words } from "./regulation-words.ru.ts";

type Props = { editions: readonly Edition[]; day: string; today: string; mayChange: boolean; onShow: (day: string) => void; children: ReactNode };

/** All editions, the newest first; one that has not begun may be taken back. */
export function Editions({ editions, day, today, mayChange, onShow, children }: Props) {
  const [leaving, setLeaving] = useState<Edition | null>(null);
  const stateOf = ({ startsOn, endsOn }: Edition) => (startsOn > today ? "planned" : endsOn === null || endsOn >= today ? "now" : "past");
  const shows = ({ startsOn, endsOn }: Edition) => startsOn <= day && (endsOn === null || endsOn >= day);
  return (
    <nav className="eds" aria-label={words.editions}>
      <h2>{words.editions}</h2>
      <ol>
        {editions.toReversed().map((edition) => (
          <li key={edition.editionNo} className={stateOf(edition)}>
            <b>{words.states[stateOf(edition)]}</b>
            <span>{words.editionSpan(edition.startsOn, edition.endsOn)}</span>
            <button
              className="ed"
              type="button"
              aria-current={shows(edition) ? "true" : undefined}
              onClick={() => onShow(stateOf(edition) === "now" ? today : edition.startsOn)}
            >
              {edition.document}
            </button>
            <small className="soft">
              {words.approvedBy(edition.approvedBy)}
              {edition.enteredBy !== null && <>. {words.enteredBy(edition.enteredBy)}</>}
              {edition.changed.length > 0 && <>. {words.changed(edition.changed.length)}</>}
            </small>
            {mayChange && stateOf(edition) === "planned" && (
              <button className="btn small" type="button" onClick={() => setLeaving(edition)}>
                {words.withdraw}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="small soft">{words.judged}</p>
      {children}
      {leaving && <Withdraw edition={leaving} onClose={() => setLeaving(null)} />}
    </nav>
  );
}

function Withdraw({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => call(withdrawEditionRoute, { params: { editionNo: edition.editionNo } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["control", "regulation"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.withdraw}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {words.card.back}
          </button>
          <button className="btn danger" type="button" aria-disabled={withdraw.isPending} onClick={() => !withdraw.isPending && withdraw.mutate()}>
            {words.withdrawYes}
          </button>
        </>
      }
    >
      <p>{words.withdrawAsk(edition.document)}</p>
      {withdraw.error && (
        <p className="err" role="alert">
          {sentenceOfError(withdraw.error)}
        </p>
      )}
    </Dialog>
  );
}
