import { useId } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { ShownWeek } from "./WeekScreen.tsx";
import type { View, Week } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

type Listed = { id: number; name: string };
const VIEWS = ["class", "teacher", "room", "club"] as const;

function listOf(week: Week, by: View["by"]): Listed[] {
  if (by === "teacher") return week.teachers.map((t) => ({ id: t.personId, name: t.name }));
  if (by === "room") return week.rooms.map((r) => ({ id: r.roomId, name: r.name }));
  return by === "club" ? [] : week.classes.map((c) => ({ id: c.classId, name: c.name }));
}

/** The view that an address asks for; at first a teacher's own week, else the first class. */
export function viewOf(week: Week, shown: ShownWeek, personId: number): View {
  const own = week.teachers.some((t) => t.personId === personId);
  const by = VIEWS.find((each) => each === shown.by) ?? (own ? "teacher" : "class");
  const list = listOf(week, by);
  const id = list.find((each) => each.id === shown.id)?.id ?? (by === "teacher" && own ? personId : (list[0]?.id ?? 0));
  return { by, id };
}

/** How the shown class, teacher or room is called. */
export function nameOfView(week: Week, view: View): string {
  return view.by === "club" ? words.views.club : (listOf(week, view.by).find((each) => each.id === view.id)?.name ?? "");
}

/** Whose week, and of which day. */
export function WeekBar({ week, view, day, onShow }: { week: Week; view: View; day: string; onShow: (shown: ShownWeek) => void }) {
  const [who, when] = [useId(), useId()];
  const list = listOf(week, view.by);
  const at = list.findIndex((each) => each.id === view.id);
  const step = (by: number, name: string, icon: "left" | "right") => (
    <button
      className="btn icon"
      type="button"
      aria-label={name}
      title={name}
      disabled={list[at + by] === undefined}
      onClick={() => onShow({ by: view.by, id: list[at + by]!.id })}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="weekbar noprint">
      <div className="seg" role="group" aria-label={words.by}>
        {VIEWS.map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={view.by === by}
            onClick={() => onShow({ by, ...(listOf(week, by)[0] ? { id: listOf(week, by)[0]!.id } : {}) })}
          >
            {words.views[by]}
          </button>
        ))}
      </div>
      {list.length > 0 && (
        <div className="who">
          {step(-1, words.previous, "left")}
          <label className="vh" htmlFor={who}>
            {words.choose[view.by]}
          </label>
          <select id={who} className="input" value={view.id} onChange={(event) => onShow({ by: view.by, id: Number(event.target.value) })}>
            {list.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
          {step(1, words.next, "right")}
        </div>
      )}
      <span className="grow" />
      <div className="when">
        <label htmlFor={when}>{words.dayField}</label>
        <input
          id={when}
          className="input"
          type="date"
          value={day}
          min={week.year?.startsOn}
          max={week.year?.endsOn}
          onChange={(event) => event.target.value !== "" && onShow({ by: view.by, id: view.id, day: event.target.value })}
        />
      </div>
      <button className="btn" type="button" onClick={() => window.print()}>
        <Icon name="print" />
        {words.print}
      </button>
      {week.versions.length > 1 && (
        <p className="versions">
          {words.versions}{" "}
          {week.versions.map((from) => (
            <button
              key={from}
              className="btn small quiet"
              type="button"
              aria-label={words.showVersion(from)}
              onClick={() => onShow({ by: view.by, id: view.id, day: from })}
            >
              {words.day(from)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
