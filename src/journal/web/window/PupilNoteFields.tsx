import { useId } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { Page } from "../grid/page-model.ts";
import { topicsWords as words } from "../topics/topics-words.ru.ts";
import { DraftText } from "../topics/NoteFields.tsx";
import { usePupilNote } from "./use-pupil-note.ts";

/** Homework of one pupil and the comment on the pupil, in one lesson. What only reads shows what stands. */
export function PupilNoteFields({ page, lessonId, pupilId, closed }: { page: Page; lessonId: number; pupilId: number; closed: boolean }) {
  const id = useId();
  const { slot, sentence, write, settle } = usePupilNote(page, lessonId, pupilId);
  const { homework, comment } = slot.wanted;
  if (closed) {
    return (
      <>
        {comment !== null && <p>{words.pupil.commentIs(comment)}</p>}
        {homework !== null && <p>{words.pupil.homeworkIs(homework)}</p>}
      </>
    );
  }
  return (
    <div className="pupilnote">
      <div className="field">
        <label htmlFor={`${id}c`}>{words.pupil.comment}</label>
        <DraftText id={`${id}c`} value={comment} rows={2} onSave={(text) => write({ comment: text })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}h`}>{words.pupil.homework}</label>
        <DraftText id={`${id}h`} value={homework} rows={2} onSave={(text) => write({ homework: text })} />
      </div>
      {slot.trouble === "lost" && (
        <p className="badge t-unsent" role="status">
          <Icon name="up" />
          {words.pupil.unsent}
        </p>
      )}
      {sentence !== null && (
        <p className="err" role="alert">
          {sentence}
        </p>
      )}
      {slot.other && (
        <div className="note t-conflict" role="group" aria-label={words.pupil.conflict}>
          <p>{words.pupil.conflictText}</p>
          <p className="soft">{words.pupil.theirs(slot.other.value.comment, slot.other.value.homework)}</p>
          <button className="btn small" type="button" onClick={() => settle("mine")}>
            {words.pupil.keepMine}
          </button>{" "}
          <button className="btn small" type="button" onClick={() => settle("theirs")}>
            {words.pupil.keepTheirs}
          </button>
        </div>
      )}
    </div>
  );
}
