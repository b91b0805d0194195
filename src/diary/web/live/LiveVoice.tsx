import { timeIn } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { Shown } from "./diary-source.ts";
import { diaryWords as words } from "../words.ru.ts";

const AT_MOST = 3;

/** Says politely what has just changed: «Математика: 5». Seen by nobody, heard by a screen reader. */
export function LiveVoice({ news }: { news: Shown["news"] }) {
  return (
    <p className="vh" role="status">
      {words.news(news.slice(0, AT_MOST), Math.max(0, news.length - AT_MOST))}
    </p>
  );
}

/** While nothing new comes: how old is what stands on the screen. It lies over the page, so nothing moves. */
export function ConnectionNote({ state, readAt, timezone }: { state: Shown["state"]; readAt: Date | null; timezone: string }) {
  const time = readAt ? words.time(timeIn(timezone, readAt)) : null;
  const text = time === null ? "" : state === "offline" ? words.offline(time) : state === "refused" ? words.stale(time) : "";
  return (
    <div className="line" role="status">
      {text && (
        <p className="note t-unsent">
          <Icon name="off" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
