import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { Placed } from "../../rules/week/clashes.ts";
import type { Held, View, WeekModel } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

type Props = {
  model: WeekModel;
  lesson: Placed;
  view: View;
  clash: boolean;
  inHand: boolean;
  edits: boolean;
  /** Nothing is in hand: a press takes the lesson. Else it goes to the cell, which puts what is in hand. */
  free: boolean;
  onTake: (held: Held | null) => void;
};

/** A lesson in its cell: the subject and what the view does not say by itself. The cell speaks for it. */
export function WeekCard({ model, lesson, view, clash, inHand, edits, free, onTake }: Props) {
  const page = model.pages.get(lesson.pageId)!;
  const room = lesson.roomId === null ? null : model.rooms.get(lesson.roomId);
  const wholeClass = view.by === "class" && model.week.classes.some((c) => c.groupId === page.groupId);
  return (
    <div
      className={`card${inHand ? " inhand" : ""}${clash ? " clash" : ""}`}
      draggable={edits}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", page.subject);
        onTake({ lesson, from: lesson });
      }}
      onDragEnd={(event) => {
        if (event.dataTransfer.dropEffect === "none") onTake(null);
      }}
      onClick={(event) => {
        if (!edits || !(free || inHand)) return;
        event.stopPropagation();
        onTake(inHand ? null : { lesson, from: lesson });
      }}
    >
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
