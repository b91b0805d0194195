import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { lessonHistoryRoute } from "../../contract/changes.ts";
import { fieldsRu } from "../changes/change-words.ru.ts";
import { HistoryList } from "../window/HistoryList.tsx";
import type { HistoryLine } from "../window/HistoryList.tsx";
import { topicsWords as words } from "./topics-words.ru.ts";

type Props = { pageId: number; lessonId: number; timezone: string; version: number };

/** Every change of a lesson's topic, homework and work. Folded until it is wanted: by a press, or by its key from anywhere in the lesson. */
export function LessonHistory({ pageId, lessonId, timezone, version }: Props) {
  const [open, setOpen] = useState(false);
  const ask = () => call(lessonHistoryRoute, { params: { pageId, lessonId } });
  return (
    <details className="lesson-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-history="">
        {words.history.title} <kbd>{words.history.key}</kbd>
      </summary>
      {open && <HistoryList heading={words.history.heading} asks={["lesson", pageId, lessonId, version]} ask={ask} say={changeOf} timezone={timezone} />}
    </details>
  );
}

/** Opens the history of the lesson the focus stands in, or folds it: Alt with the key of «И». Answers whether the key was its own. */
export function toggleHistory(event: { altKey: boolean; code: string; currentTarget: Element; preventDefault: () => void }): boolean {
  if (!event.altKey || event.code !== "KeyB") return false;
  const summary = event.currentTarget.querySelector<HTMLElement>("[data-history]");
  if (!summary) return false;
  event.preventDefault();
  summary.click();
  summary.focus();
  return true;
}

function changeOf({ before, after, act }: HistoryLine): string {
  const fields = fieldsRu(before, after);
  if (fields.length === 0) return words.history.other(act);
  return fields.map(({ name, from, to }) => words.history.field(name, from, to)).join("; ");
}
