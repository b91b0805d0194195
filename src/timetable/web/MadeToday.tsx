import { timeIn } from "../../foundation/day.ts";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { useChanges } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

/** Every edit of the timetable made today, with its author and time. */
export function MadeToday({ today, timezone }: { today: string; timezone: string }) {
  const asked = useChanges(today, today, "made");
  return (
    <section className="panel made" aria-label={words.made.heading}>
      <header>
        <h2>{words.made.heading}</h2>
        <span className="small soft">{words.made.text}</span>
      </header>
      {asked.isError && (
        <p className="in err" role="alert">
          {sentenceOfError(asked.error)}
        </p>
      )}
      {asked.data?.changes.length === 0 && <p className="in soft">{words.made.none}</p>}
      {asked.data && asked.data.changes.length > 0 && (
        <ol className="edits">
          {asked.data.changes.toReversed().map((c) => (
            <li key={`${c.lessonId}-${c.changeNo}`}>
              <span className="when">{timeIn(timezone, new Date(c.madeAt))}</span>
              <div>
                <p>
                  {words.made.lesson(c.groupName, c.subject, c.after)}: {words.made.what(c)}
                  {c.reason !== "" && <span className="soft"> ({c.reason})</span>}
                </p>
                <p className="small soft">
                  {words.person(c.author)} {!c.stands && <span className="badge">{words.made.takenBack}</span>}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
