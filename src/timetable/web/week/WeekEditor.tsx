import { useMemo, useState } from "react";
import { clashesOfWeek } from "../../rules/week/clashes.ts";
import type { Placed } from "../../rules/week/clashes.ts";
import { Hand } from "./Hand.tsx";
import { SaveWeek } from "./SaveWeek.tsx";
import { WaitingLessons } from "./WaitingLessons.tsx";
import { nameOfView } from "./WeekBar.tsx";
import { WeekChecks } from "./WeekChecks.tsx";
import { WeekGrid } from "./WeekGrid.tsx";
import { WeekModel, placedKey } from "./week-model.ts";
import type { Draft, Held, Hour, View, Week } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

const NOTHING: Draft = new Map();

/** The week of a class, teacher or room with what was laid by hand and is not saved yet. */
export function WeekEditor({ week, view, school }: { week: Week; view: View; school: string }) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([NOTHING]);
  const [held, setHeld] = useState<Held | null>(null);
  const [told, setTold] = useState("");
  const [saving, setSaving] = useState(false);
  const draft = drafts.at(-1) ?? NOTHING;
  const model = useMemo(() => new WeekModel(week, draft), [week, draft]);
  const clashing = useMemo(
    () => (week.mayEdit ? new Set(clashesOfWeek(model.lessons, model.facts).flatMap((c) => [placedKey(c.first), placedKey(c.second)])) : new Set<string>()),
    [week, model],
  );
  const changed = model.changed;
  const who = nameOfView(week, view);

  const lay = (next: Draft) => setDrafts((all) => [...all, next]);
  const take = (next: Held | null) => {
    setHeld(next);
    setTold(next === null ? "" : words.hand.taken(model.said(next.lesson)));
  };
  const place = (hand: Held, weekday: number, hour: Hour) => {
    if (model.verdict(hand, weekday, hour) === null) return;
    const to: Placed = { ...hand.lesson, weekday, slot: hour.slot };
    lay(model.put(hand, to));
    setHeld(null);
    setTold(words.hand.put(model.said(to), `${words.weekday(weekday)}, ${words.hour(hour.slot, hour.shift)}`));
  };
  /** Another room, teacher or weeks: at once where the lesson stands, else for where it will be put. */
  const alter = (hand: Held, more: Partial<Placed>) => {
    const lesson = { ...hand.lesson, ...more };
    if (hand.from === null) return setHeld({ ...hand, lesson });
    lay(model.put(hand, lesson));
    setHeld({ lesson, from: lesson });
  };
  const remove = (hand: Held) => {
    if (hand.from !== null) lay(model.put(hand, null));
    setHeld(null);
    setTold(words.hand.removed(model.said(hand.lesson)));
  };
  const undo = () => {
    if (drafts.length < 2) return;
    setDrafts((all) => all.slice(0, -1));
    setHeld(null);
    setTold(words.hand.undone);
  };

  const saved = (from: string) => {
    setSaving(false);
    setDrafts([NOTHING]);
    setTold(words.save.saved(from));
  };

  return (
    <div className={week.mayEdit ? "cols" : ""}>
      <div className="laid">
        <p className="print-only">{words.printed(school, who, week.day)}</p>
        <WeekGrid
          model={model}
          view={view}
          who={who}
          held={held}
          clashing={clashing}
          edits={week.mayEdit}
          onTake={take}
          onPut={place}
          onRemove={remove}
          onUndo={undo}
        />
        {week.mayEdit && (
          <>
            <p className="told noprint" role="status">
              {told}
            </p>
            <p className="soft noprint">{words.keys}</p>
          </>
        )}
        {changed.length > 0 && (
          <div className="savebar noprint">
            <p>{words.save.bar(changed.length)}</p>
            <span className="grow" />
            <button className="btn quiet" type="button" onClick={undo}>
              {words.save.undo}
            </button>
            <button className="btn" type="button" onClick={() => setDrafts([NOTHING])}>
              {words.save.drop}
            </button>
            <button className="btn primary" type="button" onClick={() => setSaving(true)}>
              {words.save.check}
            </button>
          </div>
        )}
      </div>
      {week.mayEdit && (
        <div className="beside noprint">
          {held !== null && <Hand model={model} held={held} onAlter={alter} onRemove={remove} onRelease={() => take(null)} />}
          <WaitingLessons model={model} view={view} held={held} onTake={take} />
          <WeekChecks model={model} view={view} />
        </div>
      )}
      {saving && <SaveWeek week={week} changed={changed} draft={draft} onClose={() => setSaving(false)} onSaved={saved} />}
    </div>
  );
}
