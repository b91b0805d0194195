import type { Held, View, WeekModel } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

/** Hours of the load that have no place in the week yet. */
export function WaitingLessons({ model, view, held, onTake }: { model: WeekModel; view: View; held: Held | null; onTake: (held: Held | null) => void }) {
  if (view.by === "room") return null;
  const waiting = model.waiting(view);
  return (
    <section className="panel">
      <header>
        <h2>{words.waiting.heading}</h2>
      </header>
      <div className="in">
        <p className="soft">{waiting.length === 0 ? words.waiting.none : words.waiting.hint}</p>
        <ul className="waiting">
          {waiting.map(({ page, teacherId, left }) => {
            const what = words.waiting.item(page.subject, page.group);
            const inHand = held !== null && held.from === null && held.lesson.pageId === page.pageId && held.lesson.teacherId === teacherId;
            const lesson = { pageId: page.pageId, teacherId, roomId: page.lessons[0]?.roomId ?? null, weekday: 1, slot: 1, parity: left < 1 ? 1 : 0 };
            return (
              <li key={`${page.pageId}|${teacherId}`}>
                {left > 0 ? (
                  <button
                    className="wait"
                    type="button"
                    aria-pressed={inHand}
                    aria-label={words.waiting.take(`${what}, ${model.teachers.get(teacherId) ?? ""}`, left)}
                    draggable
                    onDragStart={(event) => {
                      event.dataTransfer.setData("text/plain", what);
                      setTimeout(() => onTake({ lesson, from: null }));
                    }}
                    onClick={(event) => {
                      onTake(inHand ? null : { lesson, from: null });
                      // by key: the way goes on in the grid
                      if (!inHand && event.detail === 0) document.querySelector<HTMLElement>('.weekgrid [tabindex="0"]')?.focus();
                    }}
                  >
                    <b>{what}</b>
                    <span>
                      {words.person(model.teachers.get(teacherId) ?? "")} · {words.waiting.left(left)}
                    </span>
                  </button>
                ) : (
                  <p className="over">
                    {what}: {words.waiting.over(-left)}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
