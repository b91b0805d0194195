import type { Lesson } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";
import { timesRu } from "../../foundation/day.ru.ts";

/** What a lesson is and when, with its changes as badges. */
export function LessonHead({ lesson, teacher = false }: { lesson: Lesson; teacher?: boolean }) {
  const { slot, starts, ends, groupName, subject, room, cancelled, substitute, movedFrom, roomChanged, reason } = lesson;
  return (
    <>
      <div className="when">
        <b>{words.lessonNo(slot)}</b> {starts !== null && ends !== null && <span>{timesRu(starts, ends)}</span>}
      </div>
      <div className="what">
        <h3>
          {words.lesson.who(groupName, subject)} {room !== null && <span className="soft">{words.lesson.room(room)}</span>}
        </h3>
        {teacher && <p className="soft">{words.lesson.usual(lesson.teacher)}</p>}
        {isChanged(lesson) && (
          <p className="state">
            {cancelled && <span className="badge t-cancel">{words.lesson.cancelled}</span>}
            {!cancelled && substitute !== null && <span className="badge t-subst">{words.lesson.substitute(substitute)}</span>}
            {movedFrom !== null && <span className="badge">{words.lesson.moved(movedFrom)}</span>}
            {roomChanged && <span className="badge">{words.lesson.roomChanged}</span>}
            {reason !== null && <span className="soft">{reason}</span>}
          </p>
        )}
      </div>
    </>
  );
}

/** Whether a lesson does not go by the timetable. */
export const isChanged = (l: Lesson): boolean => l.cancelled || l.substituteId !== null || l.movedFrom !== null || l.roomChanged;

/** How a lesson is named in a sentence. */
export const lessonSaid = (l: Lesson): string => `${words.lesson.who(l.groupName, l.subject)}, ${words.lessonNo(l.slot)}`;
