import { Link, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useSyncExternalStore } from "react";
import type { KeyboardEvent } from "react";
import { timeIn, weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { useNow } from "../grid/use-grid.ts";
import { journalWords as words } from "../words.ru.ts";
import { WaitingPages } from "../offline/WaitingPages.tsx";
import { PagesPanels } from "./PagesScreen.tsx";
import { useMyPages } from "./use-my-pages.ts";
import type { DayLesson } from "./use-my-pages.ts";
import "./day.css";
import { timesRu } from "../../../foundation/day.ru.ts";

const TakeLesson = lazy(() => import("../../../timetable/web/door.tsx").then((door) => ({ default: door.TakeLesson })));

/** The day of a teacher: lessons in order with what is written, then the pages. */
export function MyDayScreen({ timezone, title }: { timezone: string; title: string }) {
  const mine = useMyPages(timezone);
  const clock = timeIn(timezone, useNow());
  const navigate = useNavigate();
  const open = (pageId: number, lesson: number) => void navigate({ to: "/journal/$pageId", params: { pageId: String(pageId) }, search: { lesson } });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page" id="main">
      <div className="pagehead">
        <h1>{words.myDay.title}</h1>
        {mine.data && <span className="soft">{words.myDay.today(mine.data.today, words.weekday(weekdayOf(mine.data.today as LocalDate)))}</span>}
      </div>
      <WaitingPages asOf={mine.asOf} timezone={timezone} />
      {mine.data ? (
        <>
          {(mine.data.lessons.length > 0 || mine.data.pages.some((page) => page.own)) && <Lessons lessons={mine.data.lessons} clock={clock} />}
          <PagesPanels pages={mine.data.pages} />
          {mine.data.pages.some((page) => page.own) && (
            <Suspense fallback={null}>
              <TakeLesson onTaken={open} />
            </Suspense>
          )}
        </>
      ) : mine.isError ? (
        <p role="alert">{sentenceOfError(mine.error)}</p>
      ) : (
        <Waiting text={words.pages.opening} />
      )}
    </main>
  );
}

function Lessons({ lessons, clock }: { lessons: readonly DayLesson[]; clock: string }) {
  if (lessons.length === 0) {
    return (
      <div className="empty day-empty">
        <h2>{words.myDay.free}</h2>
        <p>{words.myDay.freeText}</p>
      </div>
    );
  }
  return (
    <section className="panel day">
      <header>
        <h2>{words.myDay.lessons}</h2>
      </header>
      <table className="table">
        <thead>
          <tr>
            {words.myDay.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => (
            <LessonRow key={lesson.lessonId} lesson={lesson} clock={clock} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LessonRow({ lesson, clock }: { lesson: DayLesson; clock: string }) {
  const phone = usePhone();
  const now = !lesson.cancelled && lesson.starts !== null && lesson.ends !== null && lesson.starts <= clock && clock <= lesson.ends;
  return (
    <tr className={now ? "now" : undefined}>
      <td className="nw">
        <span className="slot">{lesson.slot}</span>{" "}
        {lesson.starts === null ? <span className="muted">{words.myDay.noTime}</span> : timesRu(lesson.starts, lesson.ends ?? "")}
      </td>
      <th scope="row" className="nw">
        {phone && !lesson.cancelled ? (
          <Link to="/lesson/$pageId/$lessonId" params={{ pageId: String(lesson.pageId), lessonId: String(lesson.lessonId) }} onKeyDown={walk}>
            {lesson.groupName}
          </Link>
        ) : (
          <Link to="/journal/$pageId" params={{ pageId: String(lesson.pageId) }} search={{ lesson: lesson.lessonId }} onKeyDown={walk}>
            {lesson.groupName}
          </Link>
        )}
      </th>
      <td>
        {lesson.subject}
        {lesson.substitution && <span className="badge t-subst">{words.myDay.substitution}</span>}
      </td>
      <td className="nw">{lesson.room !== null && words.myDay.room(lesson.room)}</td>
      <td>
        <Written lesson={lesson} clock={clock} />
      </td>
    </tr>
  );
}

function Written({ lesson, clock }: { lesson: DayLesson; clock: string }) {
  if (lesson.cancelled) return <span className="badge t-cancel">{words.myDay.cancelled}</span>;
  if (lesson.topic !== null && lesson.homework !== null) return <span className="badge t-ok">{words.myDay.written}</span>;
  if (lesson.starts !== null && lesson.starts > clock) return <span className="muted">{words.myDay.ahead}</span>;
  return (
    <>
      {lesson.topic === null && <span className="badge t-missing">{words.myDay.noTopic}</span>}{" "}
      {lesson.homework === null && <span className="badge t-missing">{words.myDay.noHomework}</span>}
    </>
  );
}

/** Arrows go from lesson to lesson; Enter is the link's own. */
function walk(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const links = [...(event.currentTarget.closest("tbody")?.querySelectorAll<HTMLElement>("a") ?? [])];
  const next = links[links.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const narrow = () => matchMedia("(max-width: 760px)");

/** On a phone a lesson opens by itself, on a wide screen in the grid. */
function usePhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = narrow();
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => narrow().matches,
  );
}
