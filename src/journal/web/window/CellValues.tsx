import { useId, useState } from "react";
import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { CELL_SIGNS, POINT } from "../../rules/cell-signs.ts";
import { cleared, isBlank, marksOf, valuesOf, withAbsence, withMark, withWorkType, withoutWork } from "../grid/cell.ts";
import type { Manner, StandingMark, Values } from "../grid/cell.ts";
import { cellAt } from "../grid/grid-state.ts";
import type { GridState, Place } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { Index } from "../grid/MarkCell.tsx";
import { scaleOf } from "../grid/page-model.ts";
import { pointDueOn } from "../marks/point-due.ts";
import type { Closed } from "../grid/page-model.ts";
import { weightOf, workOf } from "../grid/say.ts";
import { marksWords } from "../marks-words.ru.ts";
import { ABSENCE_SIGNS, journalWords as words } from "../words.ru.ts";

const KINDS = ["absent", "ill", "late"] as const satisfies readonly AbsenceKind[];
/** A scale with more marks than this is written as a number, not chosen by buttons. */
const BUTTONS = 12;

/** What stands in the cell, each with its work and its way out, and a button for every value of the scale. */
export function CellValues({ store, state, place, closed }: { store: GridStore; state: GridState; place: Place; closed: Closed | null }) {
  const cell = cellAt(state, place);
  const values = valuesOf(cell);
  const marks = marksOf(cell.marks);
  const lesson = state.model.columns[place.k]?.at === "lesson";
  const scale = scaleOf(state.model, place.k);
  const set = (next: Values) => store.does({ do: "set", place, values: next });
  const put = (manner: Manner) => (token: string) => set(withMark(values, token, manner));
  const retakable = marks.some(({ token }) => !CELL_SIGNS.includes(token));
  return (
    <>
      {marks.map((mark) => (
        <MarkLine key={mark.work} state={state} place={place} mark={mark} editable={closed === null} onSet={set} values={values} />
      ))}
      {marks.length === 0 && <p className="soft">{values.absence === "none" ? words.window.empty : words.absence(values.absence)}</p>}
      {closed === null && (
        <div className="put">
          <PutMarks label={words.window.put} say={words.window.putMark} scale={scale} first onPut={put("instead")} />
          {lesson && marks.length > 0 && <PutMarks label={words.window.oneMore} say={words.window.oneMoreMark} scale={scale} onPut={put("more")} />}
          {lesson && retakable && <PutMarks label={marksWords.window.retake} say={marksWords.window.retakeMark} scale={scale} onPut={put("retake")} />}
          {lesson && (
            <div className="line" role="group" aria-label={marksWords.window.signs}>
              {[...CELL_SIGNS, ...state.model.page.norms.outsideAverage].map((token) => (
                <button key={token} className="btn small" type="button" onClick={() => put("instead")(token)}>
                  {token} {CELL_SIGNS.includes(token) && <span className="muted">{marksWords.window.sign(token)}</span>}
                </button>
              ))}
            </div>
          )}
          {lesson && (
            <div className="line" role="group" aria-label={words.window.attendance}>
              {KINDS.map((kind) => (
                <button
                  key={kind}
                  className="btn small"
                  type="button"
                  aria-pressed={values.absence === kind}
                  onClick={() => set(values.absence === kind ? { ...values, absence: "none" } : withAbsence(values, kind))}
                >
                  {ABSENCE_SIGNS[kind]} <span className="muted">{words.absence(kind)}</span>
                </button>
              ))}
            </div>
          )}
          {!isBlank(cell) && (
            <button className="btn small" type="button" onClick={() => set(cleared(values))}>
              {words.window.clear}
            </button>
          )}
        </div>
      )}
    </>
  );
}

type LineProps = { state: GridState; place: Place; mark: StandingMark; editable: boolean; values: Values; onSet: (values: Values) => void };

/** One mark of the cell: what it is for, with a choice of another work, and the way out. */
function MarkLine({ state, place, mark, editable, values, onSet }: LineProps) {
  const { model } = state;
  const lesson = model.columns[place.k]?.at === "lesson";
  const weight = !lesson ? 1 : mark.workType === null ? weightOf(state, place.k) : (model.weightOfType.get(mark.workType) ?? 1);
  const own = model.page.workTypes.find((one) => one.workType === mark.workType)?.name;
  const shown = mark.retake ?? mark.token;
  const column = model.columns[place.k];
  const due = shown === POINT && column?.at === "lesson" ? pointDueOn(model.page.norms.pointDue, column.lesson.day) : null;
  return (
    <div className="mk">
      <span className={shown === "2" ? "mark low" : "mark"}>
        {mark.retake === null ? mark.token : <s className="old">{mark.token}</s>}
        {mark.retake !== null && `→${mark.retake}`}
        <Index weight={weight} />
      </span>
      {lesson && editable ? (
        <select
          className="input small"
          aria-label={marksWords.work.ofMark(shown)}
          value={mark.workType ?? ""}
          onChange={(event) => onSet(withWorkType(values, mark.work, event.target.value === "" ? null : Number(event.target.value)))}
        >
          <option value="">{marksWords.work.asColumn(workOf(state, place.k))}</option>
          {model.page.workTypes
            .filter((one) => !one.closed || one.workType === mark.workType)
            .map((one) => (
              <option key={one.workType} value={one.workType}>
                {[one.name, marksWords.work.weight(one.weight)].filter(Boolean).join(", ")}
              </option>
            ))}
        </select>
      ) : (
        <span>{lesson && (own ?? workOf(state, place.k)) + words.cell.weight(weight)}</span>
      )}
      {due !== null && (
        <span className={due < model.page.today ? "badge t-late" : "badge"}>{marksWords.pointDue(words.dayShort(due), due < model.page.today)}</span>
      )}
      {editable && (
        <button className="btn quiet small" type="button" aria-label={words.window.remove(shown)} onClick={() => onSet(withoutWork(values, mark.work))}>
          {words.window.removeShort}
        </button>
      )}
    </div>
  );
}

type PutProps = { label: string; say: (mark: string) => string; scale: readonly string[]; first?: boolean; onPut: (token: string) => void };

function PutMarks({ label, say, scale, first = false, onPut }: PutProps) {
  if (scale.length > BUTTONS) return <PutNumber label={label} scale={scale} first={first} onPut={onPut} />;
  return (
    <div className="line" role="group" aria-label={label}>
      <span className="muted">{label}</span>
      {scale.map((token, at) => (
        <button
          key={token}
          className="btn small"
          type="button"
          aria-label={say(token)}
          data-first={first && at === 0 ? "" : undefined}
          onClick={() => onPut(token)}
        >
          {token}
        </button>
      ))}
    </div>
  );
}

function PutNumber({ label, scale, first, onPut }: Omit<PutProps, "say"> & { first: boolean }) {
  const id = useId();
  const [text, setText] = useState("");
  const known = scale.includes(text.trim());
  return (
    <form
      className="line"
      onSubmit={(event) => {
        event.preventDefault();
        if (known) onPut(text.trim());
        setText("");
      }}
    >
      <label className="muted" htmlFor={id}>
        {label}
      </label>
      <input
        className="input small"
        id={id}
        inputMode="numeric"
        size={4}
        value={text}
        data-first={first ? "" : undefined}
        aria-invalid={(text !== "" && !known) || undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn small" type="submit" aria-disabled={!known}>
        {marksWords.window.put}
      </button>
    </form>
  );
}
