import { useEffect } from "react";
import { checkWords as words } from "./check-words.ru.ts";
import { HomeworkWeek } from "./HomeworkWeek.tsx";
import { UnwrittenMonth } from "./UnwrittenMonth.tsx";
import "./check.css";

export type ShownCheck = { readonly view?: "homework"; readonly class?: number; readonly day?: string; readonly month?: string };
type ScreenProps = { today: string; title: string; readsClasses: boolean; readsMonth: boolean; shown: ShownCheck; onShow: (next: ShownCheck) => void };

/** What is not written of the lessons of a month, and how much homework a class has by day. */
export function LessonsCheckScreen({ today, title, readsClasses, readsMonth, shown, onShow }: ScreenProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  const homework = readsClasses && (shown.view === "homework" || !readsMonth);
  return (
    <main className="page lessons-check" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        {readsClasses && readsMonth && (
          <div className="seg" role="group" aria-label={words.views}>
            <button type="button" aria-pressed={!homework} onClick={() => onShow({})}>
              {words.unwritten}
            </button>
            <button type="button" aria-pressed={homework} onClick={() => onShow({ view: "homework" })}>
              {words.homework}
            </button>
          </div>
        )}
      </div>
      {homework ? <HomeworkWeek today={today} shown={shown} onShow={onShow} /> : <UnwrittenMonth today={today} shown={shown} onShow={onShow} />}
    </main>
  );
}
