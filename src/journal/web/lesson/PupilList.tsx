import { stateOf, tokensOf } from "../grid/cell.ts";
import { cellAt } from "../grid/grid-state.ts";
import type { GridState } from "../grid/grid-state.ts";
import { conflictOf } from "../grid/say.ts";
import { ABSENCE_SIGNS, journalWords } from "../words.ru.ts";
import type { Mode } from "./LessonPage.tsx";
import type { LessonPupil } from "./lesson-model.ts";
import { lessonWords as words } from "./lesson-words.ru.ts";

type ListProps = {
  state: GridState;
  k: number;
  mode: Mode;
  pupils: readonly LessonPupil[];
  current: number | null;
  onTap: (r: number) => void;
};

const ASKED_LATELY = 1;

/** The class, a line a pupil: a tap turns presence, or chooses who answers. */
export function PupilList({ state, k, mode, pupils, current, onTap }: ListProps) {
  const kinds = pupils.map(({ r }) => cellAt(state, { r, k }).absence.wanted);
  const absent = kinds.filter((kind) => kind === "absent" || kind === "ill").length;
  const late = kinds.filter((kind) => kind === "late").length;
  const marks = pupils.reduce((n, { r }) => n + tokensOf(cellAt(state, { r, k })).length, 0);
  return (
    <div className="list">
      <p className="sum">
        <span>{mode === "here" ? words.allHere : words.longAgo}</span>
        <b>{mode === "here" ? words.absentOf(absent, late) : words.marksOf(marks)}</b>
      </p>
      <ol>
        {pupils.map((pupil) => (
          <PupilLine key={pupil.r} state={state} k={k} mode={mode} pupil={pupil} on={mode === "answers" && pupil.r === current} onTap={onTap} />
        ))}
      </ol>
    </div>
  );
}

type LineProps = { state: GridState; k: number; mode: Mode; pupil: LessonPupil; on: boolean; onTap: (r: number) => void };

function PupilLine({ state, k, mode, pupil: { r, name, unasked }, on, onTap }: LineProps) {
  const cell = cellAt(state, { r, k });
  const kind = cell.absence.wanted;
  const away = kind === "absent" || kind === "ill";
  const torn = conflictOf(cell);
  const below = torn ? words.conflict : mode === "answers" && unasked > ASKED_LATELY ? words.withoutMark(unasked) : null;
  return (
    <li className={[away && "away", on && "on", stateOf(cell) === "unsent" && "unsent"].filter(Boolean).join(" ") || undefined}>
      <button type="button" aria-pressed={mode === "answers" ? on : undefined} onClick={() => onTap(r)}>
        <span className="no">{r + 1}</span>
        <span className="who">
          {name}
          {below !== null && <small>{below}</small>}
        </span>
        <span className="st">
          {torn ? (
            <span className="code">{`${torn.mine}≠${torn.theirs}`}</span>
          ) : (
            <>
              {kind !== "none" && (
                <span className={kind === "late" ? "code o" : "code n"}>
                  <span aria-hidden="true">{ABSENCE_SIGNS[kind]}</span>
                  <span className="vh">{journalWords.absence(kind)}</span>
                </span>
              )}
              {tokensOf(cell).map((token, at) => (
                <span key={at} className={token === "2" ? "code low" : "code"}>
                  {token}
                </span>
              ))}
              {kind === "none" && mode === "here" && tokensOf(cell).length === 0 && <span className="here">{words.present}</span>}
            </>
          )}
        </span>
      </button>
    </li>
  );
}
