import { inUse, unexplainedOf } from "./class-model.ts";
import type { ClassData } from "./class-model.ts";
import { giveReason } from "./give-reason.ts";
import type { Doing } from "./use-class.ts";
import { schoolWords } from "./school/school-words.ru.ts";
import { classWords as words } from "./words.ru.ts";

/** How many days are listed at once. */
const SHOWN = 12;

/** The absences of the term that still wait for a reason, day by day, the latest first. */
export function UnexplainedPanel({ data, doing }: { data: ClassData; doing: Doing }) {
  const days = unexplainedOf(data);
  const nameOf = new Map(data.pupils.map((p) => [p.pupilId, p.name]));
  const known = days.filter((one) => nameOf.has(one.pupilId));
  const lessons = data.term?.unexplained.length ?? 0;
  const late = data.term?.unexplained.filter((l) => l.overdue).length ?? 0;
  return (
    <section className="panel unexplained" aria-labelledby="unexplained">
      <header>
        <h2 id="unexplained">{words.unexplained.title}</h2>
        {lessons > 0 && <span className="count">{lessons}</span>}
        {data.term && <span className="muted small">{words.term(data.term.term, data.term.kind)}</span>}
      </header>
      {late > 0 && <p className="in small err">{schoolWords.overdueCount(late)}</p>}
      {known.length === 0 ? (
        <p className="in soft">{words.unexplained.none}</p>
      ) : (
        <ul>
          {known.slice(0, SHOWN).map(({ pupilId, day, lessons: own }) => {
            const name = nameOf.get(pupilId) ?? "";
            return (
              <li key={`${day} ${pupilId}`}>
                <div>
                  <b>{name}</b> <span className="nw">{words.day(day)}</span>{" "}
                  {own.some((l) => l.overdue) && <span className="badge t-late">{schoolWords.overdue}</span>}
                  <p className="small soft">{words.unexplained.lessons(own.length, [...new Set(own.map((l) => l.subject))])}</p>
                </div>
                {data.mayCorrect && (
                  <select
                    className="input"
                    aria-label={words.unexplained.reason(name, day)}
                    value=""
                    disabled={doing.busy}
                    onChange={(event) => {
                      const reason = data.reasons.find((r) => r.reason === Number(event.target.value));
                      if (reason) {
                        const lessons = own.map((l) => ({ ...l, kind: "absent" as const, reason: null }));
                        void doing.run((why) =>
                          giveReason(data.class.classId, lessons, { reason: reason.reason, why }).then((undo) => ({
                            text: words.given(name, day, reason.name),
                            undo,
                          })),
                        );
                      }
                    }}
                  >
                    <option value="">{words.unexplained.pick}</option>
                    {inUse(data.reasons).map((r) => (
                      <option key={r.reason} value={r.reason}>
                        {r.name}
                      </option>
                    ))}
                  </select>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {known.length > SHOWN && <p className="in small muted">{words.unexplained.more(known.length - SHOWN)}</p>}
    </section>
  );
}
