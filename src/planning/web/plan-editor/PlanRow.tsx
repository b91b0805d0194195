import { memo } from "react";
import type { KeyboardEvent, ClipboardEvent } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { LONGEST_HOMEWORK, LONGEST_TOPIC } from "../../rules/plan/plan-lines.ts";
import { planWords } from "../plans/plans-words.ru.ts";
import type { Edit, EditLine, Field } from "./plan-lines.ts";

const words = planWords.plan;

/** Days a line has by the timetable and as they came out, as they are shown. */
export type LineDays = { planned: string; actual: string; /** Only days that are over. */ given: string; late: boolean };

type Props = {
  line: EditLine;
  place: number;
  days: LineDays;
  canWrite: boolean;
  wrong: Field | null;
  onEdit: (edit: Edit) => void;
  onKey: (event: KeyboardEvent, place: number, field: Field) => void;
  onPaste: (event: ClipboardEvent, place: number) => void;
};

/** A line of the plan: what is typed, its days, and buttons for what the keys do as well. */
export const PlanRow = memo(function PlanRow({ line, place, days, canWrite, wrong, onEdit, onKey, onPaste }: Props) {
  const { key, topic, hours, homework, isControl } = line;
  if (!canWrite) {
    return (
      <tr>
        <td className="no">{place}</td>
        <td className="topic">{topic}</td>
        <td className="hours">{hours}</td>
        <td className="control">{isControl ? words.columns.control : "\u00a0"}</td>
        <td className="homework">{homework}</td>
        <td className="day">{days.planned}</td>
        <td className={days.late ? "day late" : "day"}>{days.actual}</td>
      </tr>
    );
  }
  const input = (field: Field, value: string, label: string, longest: number) => (
    <input
      className="input"
      data-place={place}
      data-field={field}
      aria-label={label}
      aria-invalid={wrong === field || undefined}
      inputMode={field === "hours" ? "numeric" : undefined}
      maxLength={longest}
      value={value}
      onChange={(event) => onEdit({ do: "set", key, change: { [field]: event.target.value } })}
      onKeyDown={(event) => onKey(event, place, field)}
      onPaste={field === "topic" ? (event) => onPaste(event, place) : undefined}
    />
  );
  return (
    <tr>
      <td className="no">{place}</td>
      <td className="topic">{input("topic", topic, words.topicOf(place), LONGEST_TOPIC)}</td>
      <td className="hours">{input("hours", hours, words.hoursOf(place), 2)}</td>
      <td className="control">
        <input
          type="checkbox"
          aria-label={words.controlOf(place)}
          checked={isControl}
          onChange={(event) => onEdit({ do: "set", key, change: { isControl: event.target.checked } })}
        />
      </td>
      <td className="homework">{input("homework", homework, words.homeworkOf(place), LONGEST_HOMEWORK)}</td>
      <td className="day">{days.planned}</td>
      <td className={days.late ? "day late" : "day"}>{days.actual}</td>
      <td className="acts">
        <button
          className="btn quiet icon"
          type="button"
          aria-label={words.insertAfter(place)}
          title={words.insertAfter(place)}
          onClick={() => onEdit({ do: "insert", at: place })}
        >
          +
        </button>
        <button
          className="btn quiet icon"
          type="button"
          aria-label={words.section(place)}
          title={words.section(place)}
          onClick={() => onEdit({ do: "section", key, section: words.newSection })}
        >
          §
        </button>
        <button
          className="btn quiet icon"
          type="button"
          aria-label={words.removeLine(place)}
          title={words.removeLine(place)}
          onClick={() => onEdit({ do: "remove", key })}
        >
          <Icon name="x" />
        </button>
      </td>
    </tr>
  );
});
