import { useId, useState } from "react";
import type { SubmitEvent } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import type { PlaceOnPage } from "../../../journal/web/door.tsx";
import { setRemarkRoute } from "../../contract/remarks/remarks.ts";
import { remarkWords as words } from "./remark-words.ru.ts";
import { useRemarkDeed } from "./use-remarks.ts";

type Teacher = { personId: number; name: string };
type Props = { place: PlaceOnPage; today: string; dueOn: string | null; teachers: readonly Teacher[]; onClose: (given: boolean) => void };
type About = "cell" | "lesson" | "page";

/** The window in which a remark is given: to the cell, the lesson or the page where the person stands. */
export function GiveRemark({ place: { pageId, lesson, pupil }, today, dueOn: byNorm, teachers, onClose }: Props) {
  const [about, setAbout] = useState<About>(lesson === null ? "page" : "lesson");
  const [text, setText] = useState("");
  const [dueOn, setDueOn] = useState(byNorm ?? "");
  const [teacherId, setTeacherId] = useState(teachers[0]?.personId ?? 0);
  const { busy, refused, run } = useRemarkDeed();
  const id = useId();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = {
      pageId,
      text,
      ...(about === "page" || lesson === null ? { teacherId } : { lessonId: lesson.lessonId }),
      ...(about === "cell" && pupil ? { pupilId: pupil.pupilId } : {}),
      ...(dueOn === "" ? {} : { dueOn }),
    };
    if (await run(() => call(setRemarkRoute, { body }))) onClose(true);
  };
  const places: [About, string][] = [
    ...(lesson === null ? [] : ([["lesson", words.aboutLesson(lesson.day, lesson.slot)]] as [About, string][])),
    ...(lesson === null || pupil === null ? [] : ([["cell", words.aboutCell(pupil.name, lesson.day)]] as [About, string][])),
    ["page", words.aboutPage],
  ];
  return (
    <Dialog title={words.giveFull} onClose={() => onClose(false)}>
      <form className="rm-give" onSubmit={(event) => void send(event)}>
        <fieldset className="rm-about">
          <legend>{words.about}</legend>
          {places.map(([code, name]) => (
            <label className="check" key={code}>
              <input type="radio" name={`${id}a`} checked={about === code} onChange={() => setAbout(code)} /> {name}
            </label>
          ))}
        </fieldset>
        {about === "page" && teachers.length > 1 && (
          <div className="field">
            <label htmlFor={`${id}w`}>{words.teacher}</label>
            <select className="input" id={`${id}w`} value={teacherId} onChange={(event) => setTeacherId(Number(event.target.value))}>
              {teachers.map((one) => (
                <option key={one.personId} value={one.personId}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}t`}>{words.text}</label>
          {/* it was asked for by a button */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <textarea className="input" id={`${id}t`} autoFocus rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <div className="field rm-day">
          <label htmlFor={`${id}d`}>{words.dueOn}</label>
          <input className="input" id={`${id}d`} type="date" min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        </div>
        {refused !== null && (
          <p className="err" role="alert">
            {refused}
          </p>
        )}
        <div className="rm-do">
          <button className="btn primary" type="submit" disabled={busy}>
            {words.send}
          </button>
          <button className="btn" type="button" onClick={() => onClose(false)}>
            {words.leave}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
