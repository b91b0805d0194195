import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { Placed } from "../../rules/week/clashes.ts";
import { placedKey } from "./week-model.ts";
import type { View, WeekModel } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

type Props = { model: WeekModel; lesson: Placed; view: View; clash: boolean; inHand: boolean; edits: boolean };

/** A lesson in its cell: the subject and what the view does not say by itself. The cell speaks for it and hears the pointer. */
export function WeekCard({ model, lesson, view, clash, inHand, edits }: Props) {
  const page = model.pages.get(lesson.pageId)!;
  const room = lesson.roomId === null ? null : model.rooms.get(lesson.roomId);
  const wholeClass = view.by === "class" && model.week.classes.some((c) => c.groupId === page.groupId);
  return (
    <div className={`card${inHand ? " inhand" : ""}${clash ? " clash" : ""}`} data-card={placedKey(lesson)} draggable={edits}>
      <b>{page.subject}</b>
      <span>
        {[
          ...(wholeClass ? [] : [page.group]),
          ...(view.by === "teacher" ? [] : [words.person(model.teachers.get(lesson.teacherId) ?? "")]),
          ...(view.by === "room" || room === null || room === undefined ? [] : [words.room(room)]),
        ].join(", ")}
      </span>
      {lesson.parity !== 0 && <em>{words.parityShort(lesson.parity)}</em>}
      {clash && (
        <em className="bad">
          <Icon name="bad" />
          {words.clash.mark}
        </em>
      )}
    </div>
  );
}
