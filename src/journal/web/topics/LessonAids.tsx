import { useQuery } from "@tanstack/react-query";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { lessonHintsRoute } from "../../contract/lesson-hints.ts";
import { isForeign } from "../../rules/entry-language.ts";
import { isLongTask } from "../../rules/homework/long-task.ts";
import { homeworkLoad } from "../../rules/homework-load.ts";
import type { Note } from "../grid/grid-state.ts";
import type { Page } from "../grid/page-model.ts";
import { topicsWords as words } from "./topics-words.ru.ts";

type Hints = Output<typeof lessonHintsRoute>;
type Line = NonNullable<NonNullable<Hints["plan"]>["offered"]>;

/** What helps to write a lesson; asked anew when the lesson was saved. */
export function useHints(page: Page, lessonId: number, version: number): Hints | undefined {
  const { pageId } = page.page;
  return useQuery({
    queryKey: ["journal", "hints", pageId, lessonId, version],
    queryFn: () => call(lessonHintsRoute, { params: { pageId, lessonId } }),
    placeholderData: (before, query) => (query?.queryKey[3] === lessonId ? before : undefined),
    enabled: page.mayWrite,
  }).data;
}

/** The next topic of the plan, taken by one press together with its homework where none is written. */
export function PlanOffer({ hints, note, onWrite }: { hints: Hints | undefined; note: Note; onWrite: (part: Partial<Note>) => void }) {
  const plan = hints?.plan;
  if (!plan) return null;
  const take = ({ topic, homework }: Line) => onWrite({ topic, ...(note.homework === null && homework !== "" ? { homework } : {}) });
  const offered = plan.offered && plan.offered.topic !== note.topic && note.topic === null ? plan.offered : null;
  const others = [...plan.missed, ...plan.next];
  if (!offered && note.topic !== null) return null;
  return (
    <div className="plan">
      {offered && (
        <button className="btn small" type="button" onClick={() => take(offered)}>
          <Icon name="book" /> {words.plan.take(offered.topic)}
        </button>
      )}
      {others.length > 0 && (
        <select
          className="input small"
          aria-label={words.plan.other}
          value=""
          onChange={({ target }) => others[Number(target.value)] && take(others[Number(target.value)]!)}
        >
          <option value="">{words.plan.other}</option>
          {others.map((line, at) => (
            <option key={at} value={at}>
              {at < plan.missed.length ? words.plan.missed(line.topic) : line.topic}
            </option>
          ))}
        </select>
      )}
      {plan.lag > 0 && <span className="soft small">{words.plan.lag(plan.lag)}</span>}
    </div>
  );
}

/** What the regulation says against the lesson as it is written now: too much homework for the day, a long task without a day of its own, another language. Nothing is forbidden. */
export function LessonWarnings({ hints, note, page }: { hints: Hints | undefined; note: Note; page: Page }) {
  const loads = (hints?.loads ?? []).flatMap(({ className, limit, beforeDayOff, others }) => {
    if (!hints || note.minutes === null) return [];
    const load = homeworkLoad([...others, { subject: hints.subject, groupId: hints.groupId, minutes: note.minutes }], limit);
    return load.over ? [{ className, beforeDayOff, ...load }] : [];
  });
  const foreign = words.foreignFields.filter(([field]) => isForeign(note[field], page.norms.language)).map(([, name]) => name);
  return (
    <div className="warnings" role="status">
      {loads.map(({ className, beforeDayOff, total, limit, subjects }) => (
        <p className="note t-late" key={className}>
          {words.tooMuch(className, total, limit ?? 0, beforeDayOff, subjects)}
        </p>
      ))}
      {note.dueOn === null && isLongTask(note.homework) && <p className="note t-late">{words.longTask}</p>}
      {foreign.length > 0 && <p className="note t-late">{words.foreign(foreign)}</p>}
    </div>
  );
}
