import { call } from "../../foundation/http-client.ts";
import { removeAbsenceSpanRoute } from "../contract/set-absence-span.ts";
import type { ClassData } from "./class-model.ts";
import type { Doing } from "./use-class.ts";
import { classWords as words } from "./words.ru.ts";

/** Absences of several days that touch the week, each with the way to take it back. */
export function SpanList({ data, doing }: { data: ClassData; doing: Doing }) {
  const nameOf = new Map(data.pupils.map((p) => [p.pupilId, p.name]));
  const remove = async ({ pupilId, spanId, version }: ClassData["spans"][number]) => {
    const { written } = await call(removeAbsenceSpanRoute, { params: { pupilId, spanId }, query: { expectedVersion: version } });
    return words.span.removed(nameOf.get(pupilId) ?? "", written);
  };
  return (
    <section className="panel" aria-labelledby="spans">
      <header>
        <h2 id="spans">{words.span.list}</h2>
      </header>
      <ul>
        {data.spans.map((span) => {
          const name = nameOf.get(span.pupilId) ?? "";
          return (
            <li key={span.spanId}>
              <div>
                <b>{name}</b>
                <p className="small soft">
                  {words.span.line(span.from, span.to)}, {data.reasons.find((r) => r.reason === span.reason)?.name.toLowerCase()}
                </p>
              </div>
              {data.maySpan && (
                <button
                  className="btn small"
                  type="button"
                  aria-label={words.span.removeOf(name, span.from, span.to)}
                  disabled={doing.busy}
                  onClick={() => void doing.run(() => remove(span))}
                >
                  {words.span.remove}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
