import { dayIn, timeIn } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { Choice } from "../grid/pending/pending-news.ts";
import type { conflictOf } from "../grid/say.ts";
import { journalWords as words } from "../words.ru.ts";

type Torn = NonNullable<ReturnType<typeof conflictOf>>;

/** Two values of one cell, side by side: both are kept until one button is pressed. */
export function ConflictChoice({ torn, timezone, onChoose }: { torn: Torn; timezone: string; onChoose: (choice: Choice) => void }) {
  const at = torn.at === "" ? null : new Date(torn.at);
  const named = (value: string) => (value === words.none ? words.window.clearedValue : value);
  return (
    <>
      <p>
        <span className="badge t-conflict">
          <Icon name="conflict" />
          {words.window.conflict}
        </span>{" "}
        {words.window.conflictText}
      </p>
      <div className="vs">
        <div>
          <span>{words.window.mine}</span>
          <b>{torn.mine}</b>
          <span className="muted">&nbsp;</span>
          <button className="btn small" type="button" data-first="" onClick={() => onChoose("mine")}>
            {words.window.keep(named(torn.mine))}
          </button>
        </div>
        <div>
          <span>{torn.by || words.window.other}</span>
          <b>{torn.theirs}</b>
          <span className="muted">{at ? `${words.dayShort(dayIn(timezone, at))}, ${timeIn(timezone, at)}` : "\u00a0"}</span>
          <button className="btn small" type="button" onClick={() => onChoose("theirs")}>
            {words.window.keep(named(torn.theirs))}
          </button>
        </div>
      </div>
      {torn.isMark && (
        <button className="btn small" type="button" onClick={() => onChoose("both")}>
          {words.window.keepBoth(torn.mine, torn.theirs)}
        </button>
      )}
    </>
  );
}
