import { useEffect, useRef, useState } from "react";
import { Icon } from "../../foundation/ui/Icon.tsx";
import type { Why } from "./give-reason.ts";
import { classWords as words } from "./words.ru.ts";

/** Asks why what stands is changed after its term. Until it is answered nothing is written. */
export function WhyLate({ onAnswer }: { onAnswer: (why: Why) => void }) {
  const [why, setWhy] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="why-late"
      aria-label={words.late.region}
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() !== "") onAnswer(why.trim());
      }}
    >
      <Icon name="clock" />
      <label htmlFor="why-late">{words.late.label}</label>
      <input
        className="input"
        id="why-late"
        ref={field}
        maxLength={300}
        value={why}
        autoComplete="off"
        onChange={(event) => setWhy(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onAnswer(null);
        }}
      />
      <button className="btn small primary" type="submit" disabled={why.trim() === ""}>
        {words.late.save}
      </button>
      <button className="btn small" type="button" onClick={() => onAnswer(null)}>
        {words.late.leave}
      </button>
    </form>
  );
}
