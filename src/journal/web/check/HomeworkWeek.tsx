import { useQuery } from "@tanstack/react-query";
import { classesRoute } from "../../../attendance/contract/class-attendance.ts";
import { mondayOf, parseDay, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { classHomeworkRoute } from "../../contract/lesson-check.ts";
import { checkWords as words } from "./check-words.ru.ts";
import type { ShownCheck } from "./LessonsCheckScreen.tsx";

type Day = Output<typeof classHomeworkRoute>["days"][number];

/** Homework of a class by day of a week, with the minutes against the limit of its grade. */
export function HomeworkWeek({ today, shown, onShow }: { today: string; shown: ShownCheck; onShow: (next: ShownCheck) => void }) {
  const classes = useQuery({ queryKey: ["journal", "check", "classes"], queryFn: () => call(classesRoute) });
  const list = classes.data?.classes ?? [];
  const classId = list.find((one) => one.classId === shown.class)?.classId ?? list[0]?.classId;
  const monday = mondayOf(parseDay(shown.day ?? "") ?? (today as LocalDate));
  const found = useQuery({
    queryKey: ["journal", "check", "homework", classId, monday],
    queryFn: () => call(classHomeworkRoute, { params: { classId: classId ?? 0 }, query: { day: monday } }),
    enabled: classId !== undefined,
    placeholderData: (before) => before,
  });
  const show = (next: Partial<ShownCheck>) => onShow({ view: "homework", ...(classId === undefined ? {} : { class: classId }), day: monday, ...next });
  const error = classes.error ?? found.error;
  return (
    <>
      <div className="choose">
        <select className="input" aria-label={words.choose} value={classId} onChange={({ target }) => show({ class: Number(target.value) })}>
          {list.map((one) => (
            <option key={one.classId} value={one.classId}>
              {one.name}
            </option>
          ))}
        </select>
        <button className="btn icon" type="button" aria-label={words.weekBefore} onClick={() => show({ day: plusDays(monday, -7) })}>
          <Icon name="left" />
        </button>
        <span className="nw">{words.week(monday, plusDays(monday, 6))}</span>
        <button className="btn icon" type="button" aria-label={words.weekAfter} onClick={() => show({ day: plusDays(monday, 7) })}>
          <Icon name="right" />
        </button>
      </div>
      {error ? (
        <p role="alert">{sentenceOfError(error)}</p>
      ) : found.data ? (
        <div className="days">
          {found.data.days.length === 0 && <p className="soft">{words.noLessons}</p>}
          {found.data.days.map((day) => (
            <HomeworkDay key={day.day} day={day} />
          ))}
        </div>
      ) : (
        <Waiting text={words.opening} />
      )}
    </>
  );
}

function HomeworkDay({ day: { day, lessons, beforeDayOff, subjects, total, limit, over } }: { day: Day }) {
  return (
    <section className="panel">
      <h2>
        {words.day(day)}{" "}
        <small className={over ? "badge t-late" : "muted"}>
          {over && <Icon name="clock" />}
          {words.total(total, limit, beforeDayOff)}
        </small>
      </h2>
      {over && <p className="note t-late">{words.over(subjects)}</p>}
      <table className="table">
        <thead className="vh">
          <tr>
            {words.homeworkColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => (
            <tr key={lesson.lessonId}>
              <td className="num muted">{lesson.slot}</td>
              <th scope="row">{words.subject(lesson.subject, lesson.groupName)}</th>
              <td>{lesson.homework ?? <span className="badge t-missing">{words.noHomework}</span>}</td>
              <td className="num nw">{lesson.minutes !== null && words.minutes(lesson.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
