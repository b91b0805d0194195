import { useId, useState } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { bellWarnings } from "../../rules/week/checks.ts";
import { sameSlots } from "../../rules/week/judge-bells.ts";
import { bellsWords as words } from "./bells-words.ru.ts";
import { useBellsChange, setBells } from "./use-bells.ts";
import type { Bells, BellsData, Slot } from "./use-bells.ts";

const SHIFTS = [1, 2, 0] as const;
type Props = { current: Bells | null; model: Bells | null; limits: BellsData["limits"]; mayEdit: boolean; onSaved: (bellScheduleId: number) => void };

const clock = (minutes: number) => `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** The hour after the last one of a shift: as long, after a break as short as the norm allows. */
function nextHour(ofShift: readonly Slot[], shift: number, pause: number, lesson: number): Slot {
  const last = ofShift.at(-1);
  if (!last) return { shift, slot: 1, starts: shift === 1 ? "08:30" : "14:00", ends: shift === 1 ? clock(510 + lesson) : clock(840 + lesson) };
  const starts = minutesOf(last.ends) + pause;
  return {
    shift,
    slot: Math.max(...ofShift.map((s) => s.slot)) + 1,
    starts: clock(starts),
    ends: clock(starts + minutesOf(last.ends) - minutesOf(last.starts)),
  };
}

/** The hours of one variant, warned of while they are typed; a new one begins as a copy of the usual. */
export function BellsForm({ current, model, limits, mayEdit, onSaved }: Props) {
  const field = useId();
  const standing = current?.slots ?? [];
  const [name, setName] = useState(current?.name ?? "");
  const [slots, setSlots] = useState<readonly Slot[]>(current?.slots ?? model?.slots ?? []);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const apply = useBellsChange();
  const changed = current === null || name.trim() !== current.name || !sameSlots(standing, slots);
  const warnings = limits === null ? [] : bellWarnings(slots, { ...limits, firstGrade: { from: "", to: "", lessons: 0, lessonMinutes: 0, weeklyHours: 0 } });
  const alter = (slot: Slot, more: Partial<Slot>) => setSlots((all) => all.map((s) => (s === slot ? { ...s, ...more } : s)));

  const save = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const saved = await apply(() => setBells({ bellScheduleId: current?.bellScheduleId ?? null, name, seen: [...standing], slots: [...slots] }));
      setTold(words.saved);
      onSaved(saved.bellScheduleId);
    } catch (error) {
      setWrong(sentenceOfError(error));
    }
    setBusy(false);
  };

  return (
    <div className="in">
      {mayEdit && (
        <div className="field">
          <label htmlFor={field}>{words.name}</label>
          <input id={field} className="input" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
      )}
      <div className="shifts">
        {SHIFTS.map((shift) => {
          const ofShift = slots.filter((s) => s.shift === shift).sort((a, b) => (shift === 0 ? a.starts.localeCompare(b.starts) : a.slot - b.slot));
          if (ofShift.length === 0 && !mayEdit) return null;
          return (
            <fieldset key={shift}>
              <legend>{words.shift[shift]}</legend>
              {shift === 0 && <p className="soft">{words.afterHint}</p>}
              {ofShift.map((slot) => (
                <div className={shift === 0 ? "hour after" : "hour"} key={slot.slot}>
                  {shift !== 0 && <span>{words.slot(slot.slot)}</span>}
                  {(["starts", "ends"] as const).map((end) => (
                    <input
                      key={end}
                      className="input"
                      type="time"
                      aria-label={words[end](slot.slot, shift)}
                      readOnly={!mayEdit}
                      value={slot[end]}
                      onChange={(event) => event.target.value !== "" && alter(slot, { [end]: event.target.value })}
                    />
                  ))}
                  {mayEdit && (
                    <button
                      className="btn small quiet icon"
                      type="button"
                      aria-label={words.removeFor(slot.slot, shift)}
                      onClick={() => setSlots((all) => all.filter((s) => s !== slot))}
                    >
                      <Icon name="x" />
                    </button>
                  )}
                  {warnings
                    .filter((w) => w.shift === shift && w.slot === slot.slot)
                    .map((w) => (
                      <p key={w.kind} className="warn">
                        {words.warning(w)}
                      </p>
                    ))}
                </div>
              ))}
              {mayEdit && (
                <button
                  className="btn small"
                  type="button"
                  onClick={() => setSlots((all) => [...all, nextHour(ofShift, shift, limits?.breakMinutes ?? 0, limits?.lessonMinutes ?? 0)])}
                >
                  {words.addHour[shift]}
                </button>
              )}
            </fieldset>
          );
        })}
      </div>
      {wrong !== null && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      {mayEdit && (
        <div className="acts">
          <button className="btn primary" type="button" disabled={busy || !changed} onClick={() => void save()}>
            {words.save}
          </button>
          <span className="soft" role="status">
            {changed ? words.unsaved : told}
          </span>
        </div>
      )}
    </div>
  );
}
