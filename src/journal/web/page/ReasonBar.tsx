import { useState } from "react";
import type { RefObject } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { GridStore } from "../grid/grid-store.ts";
import { reasonsAsked } from "../grid/pending/pending-news.ts";
import { usePaintedGrid } from "../grid/use-grid.ts";
import { journalWords as words } from "../words.ru.ts";

type BarProps = { store: GridStore; field: RefObject<HTMLInputElement | null>; onDone: () => void };

/** Asks why changes come after their term: one word for all that wait. It stops nobody; the cells keep what was typed. */
export function ReasonBar({ store, field, onDone }: BarProps) {
  const asked = reasonsAsked(usePaintedGrid(store));
  const [reason, setReason] = useState("");
  if (asked === 0) return null;
  const give = (said: string | null) => {
    store.explain(said);
    setReason("");
    onDone();
  };
  return (
    <form
      className="reason-bar"
      aria-label={words.reason.region}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === "") field.current?.focus();
        else give(reason.trim());
      }}
    >
      <Icon name="clock" />
      <b>{words.reason.asked(asked)}</b>
      <label htmlFor="late-reason">{words.reason.label}</label>
      <input
        className="input"
        id="late-reason"
        ref={field}
        maxLength={300}
        value={reason}
        autoComplete="off"
        aria-describedby="late-reason-hint"
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
        }}
      />
      <button className="btn small primary" type="submit">
        {words.reason.save}
      </button>
      <button className="btn small" type="button" onClick={() => give(null)}>
        {words.reason.leave}
      </button>
      <span className="soft" id="late-reason-hint">
        {words.reason.hint}
      </span>
    </form>
  );
}
