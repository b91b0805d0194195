import { POINT } from "../../../journal/rules/cell-signs.ts";
import { absenceKind } from "../../../attendance/rules/absence-kind.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { fileSizeRu } from "../../../foundation/ui/file-size.ru.ts";
import { addressOf } from "../../../foundation/route.ts";
import { readAttachmentRoute } from "../../../journal/contract/attachments.ts";
import { LinkedText } from "../../../foundation/ui/LinkedText.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { diaryWords as words } from "../words.ru.ts";
import { worksOf } from "./day-summary.ts";
import type { Lesson } from "./week-days.ts";

/** A lesson as the family sees it: when, where, who, what was studied, what to do at home, and what the child got. */
export function LessonRow({ lesson, day, today, lit }: { lesson: Lesson; day: string; today: LocalDate; lit: boolean }) {
  const when = lesson.apart === true && lesson.starts && lesson.ends ? words.hours(lesson.starts, lesson.ends) : lesson.starts && words.time(lesson.starts);
  const where = [when, lesson.room && words.room(lesson.room)].filter(Boolean).join(", ");
  return (
    <article className={["les", lesson.cancelled ? "can" : day <= today ? "held" : "", lit ? "lit" : ""].filter(Boolean).join(" ")}>
      <span className="no" aria-hidden="true">
        {lesson.apart === true ? "" : lesson.slot}
      </span>
      <div>
        <h3>
          {lesson.apart !== true && <span className="vh">{words.slot(lesson.slot)}: </span>}
          {lesson.subject} <small className="nw">{where}</small>
          {!lesson.cancelled && !lesson.substitute && lesson.teacher && <small className="who">, {words.person(lesson.teacher)}</small>}
        </h3>
        {lesson.topic && <p className="topic">{lesson.topic}</p>}
        {lesson.tasks && (
          <p className="topic">
            {words.tasks} <LinkedText text={lesson.tasks} />
          </p>
        )}
        {!lesson.cancelled && (lesson.usesHomework !== false || lesson.homework || lesson.ownHomework) && <Homework lesson={lesson} day={day} today={today} />}
        {lesson.comment && (
          <p className="said">
            <b>{words.comment}</b> {lesson.comment}
          </p>
        )}
      </div>
      <Results lesson={lesson} />
      <Changes lesson={lesson} day={day} />
    </article>
  );
}

function Homework({ lesson, day, today }: { lesson: Lesson; day: string; today: LocalDate }) {
  const text = (lesson.homework ?? "").trim();
  const own = (lesson.ownHomework ?? "").trim();
  const facts = [lesson.minutes && words.minutes(lesson.minutes), lesson.dueOn && words.due(lesson.dueOn)].filter(Boolean).join(", ");
  return (
    <>
      {text === "" && own === "" && day <= today && <p className="hw no-hw">{words.noHomeworkYet}</p>}
      {text !== "" && (
        <p className="hw">
          {words.hasTask(text) && <b>{words.homework} </b>}
          <LinkedText text={text} />
          {facts !== "" && <small> {facts}</small>}
        </p>
      )}
      {own !== "" && (
        <p className="hw">
          <b>{words.ownHomework}</b> <LinkedText text={own} />
        </p>
      )}
      {lesson.attachments.length > 0 && (
        <ul className="files" aria-label={words.files}>
          {lesson.attachments.map((one) => (
            <li key={one.attachmentId}>
              <a
                href={one.address ?? addressOf(readAttachmentRoute, { attachmentId: one.attachmentId })}
                {...(one.address === null ? { download: one.name } : { target: "_blank", rel: "noreferrer noopener" })}
              >
                {one.name}
              </a>
              {one.size !== null && <small> {fileSizeRu(one.size)}</small>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Results({ lesson }: { lesson: Lesson }) {
  const absence = words.absence(absenceKind(lesson.absence));
  if (lesson.marks.length === 0 && !absence) return <div className="ms" />;
  return (
    <div className="ms">
      <span className="row">
        {lesson.marks.map(({ mark, weight, retake }, i) => (
          <span key={i} className={mark === "2" ? "mark low" : "mark"}>
            <span className="vh">{words.markOf(mark, retake)} </span>
            {retake && <span aria-hidden="true">→</span>}
            {mark}
            {weight > 1 && <sup aria-hidden="true">{weight}</sup>}
          </span>
        ))}
        {absence && <span className={lesson.absence === 1 && lesson.absenceReason === null ? "mark abs" : "mark soft"}>{absence.sign}</span>}
      </span>
      {worksOf(lesson.marks).map(({ workType, weight }) => (
        <small key={`${workType} ${weight}`}>{[words.work(workType), weight === 1 ? "" : words.weight(weight)].filter(Boolean).join(", ")}</small>
      ))}
      {lesson.marks.some(({ mark }) => mark === POINT) && <small>{words.awaited}</small>}
      {absence && <small>{lesson.absenceReason ?? absence.word}</small>}
    </div>
  );
}

function Changes({ lesson, day }: { lesson: Lesson; day: string }) {
  const { cancelled, substitute, movedFrom, reason } = lesson;
  return (
    <>
      {cancelled && (
        <span className="badge t-cancel">
          <Icon name="cancel" />
          {words.cancelled(reason)}
        </span>
      )}
      {movedFrom && (
        <span className="badge t-subst">
          <Icon name="clock" />
          {words.moved(movedFrom.day, movedFrom.slot, movedFrom.day === day, cancelled ? null : reason)}
        </span>
      )}
      {substitute && !cancelled && (
        <span className="badge t-subst">
          <Icon name="swap" />
          {words.substitute(substitute, lesson.teacher)}
        </span>
      )}
    </>
  );
}
