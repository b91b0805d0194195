import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { changeControlWorkRoute, planControlWorkRoute } from "../../contract/control-works.ts";
import { remarkRu } from "../../contract/control-work-remarks.ru.ts";
import type { Remark } from "../../rules/control-works/remarks.ts";
import { controlWorkWords as words } from "./control-work-words.ru.ts";
import { remarksOnDraft, useAnew, usePageForWork, weekday } from "./use-schedule.ts";
import type { Draft, Page, PageLesson, Schedule, Work } from "./use-schedule.ts";

/** What the dialog begins with: a work that stands, or a page and a lesson for a new one. */
export type Asked = { work: Work } | { pageId: number; lessonId: number; title: string };
type Props = { schedule: Schedule; asked: Asked; onClose: () => void; onKept: (workId: number) => void };
const d = words.dialog;
const control = (schedule: Schedule) =>
  schedule.workTypes.find((t) => schedule.limits.max.types.includes(t.code))?.workType ?? schedule.workTypes[0]?.workType ?? 0;

/** Plans or changes a work; what the limits say of the chosen lesson stands here before anything is saved. */
export function WorkDialog({ schedule, asked, onClose, onKept }: Props) {
  const work = "work" in asked ? asked.work : null;
  const [pageId, setPage] = useState("work" in asked ? asked.work.pageId : asked.pageId);
  const [chosen, setLesson] = useState("work" in asked ? asked.work.lessonId : asked.lessonId);
  const [title, setTitle] = useState("work" in asked ? asked.work.title : asked.title);
  const perLesson = schedule.limits.length.minutes;
  const [draft, setDraft] = useState<Draft>(work ?? { workId: null, workType: control(schedule), minutes: perLesson, lessons: 1, wholeClass: true });
  const page = usePageForWork(pageId);
  const anew = useAnew();
  const lesson = page.data && lessonIn(schedule, page.data, draft, chosen);
  const remarks = page.data && lesson ? remarksOnDraft(schedule, page.data, lesson, draft) : [];
  const refused = remarks.some((r) => r.severity === "refuse");
  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));

  const save = async () => {
    if (!lesson) return d.needPage;
    const { workType, minutes, lessons, wholeClass } = draft;
    const size = { lessonId: lesson.lessonId, workType, minutes, lessons, wholeClass, title };
    let kept = 0;
    await anew(async () => {
      const answer = work
        ? await call(changeControlWorkRoute, { params: { workId: work.workId }, body: { ...size, expectedVersion: work.version } })
        : await call(planControlWorkRoute, { body: { pageId, ...size } });
      kept = answer.workId;
    });
    onKept(kept);
  };

  return (
    <FormDialog title={work ? d.change : d.plan} className="cw-dialog" submit={d.save} cancel={d.leave} ready={!refused} onSubmit={save} onClose={onClose}>
      <Field label={d.page}>
        {(field) => (
          <select className="input" {...field} value={pageId} disabled={work !== null} onChange={(event) => setPage(Number(event.target.value))}>
            {work && <option value={work.pageId}>{`${work.groupName}, ${work.subject}`}</option>}
            {!work && <option value={0}>{d.pick}</option>}
            {!work &&
              schedule.pages.map((p) => (
                <option key={p.pageId} value={p.pageId}>
                  {`${p.groupName}, ${p.subject}`}
                </option>
              ))}
          </select>
        )}
      </Field>
      <div className="two">
        <Field label={d.type}>
          {(field) => (
            <select className="input" {...field} value={draft.workType} onChange={(event) => change({ workType: Number(event.target.value) })}>
              {schedule.workTypes.map((t) => (
                <option key={t.workType} value={t.workType}>
                  {t.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="two">
          <Figure label={d.lessons} value={draft.lessons} most={8} onSet={(lessons) => change({ lessons, minutes: lessons * perLesson })} />
          <Figure label={d.minutes} value={draft.minutes} most={480} onSet={(minutes) => change({ minutes })} />
        </div>
      </div>
      <label className="check">
        <input type="checkbox" checked={draft.wholeClass} onChange={(event) => change({ wholeClass: event.target.checked })} />
        {d.whole}
      </label>
      {page.data && <LessonSelect schedule={schedule} page={page.data} draft={draft} value={lesson?.lessonId ?? 0} onPick={setLesson} />}
      <Field label={d.name}>
        {(field) => (
          <input className="input" {...field} maxLength={200} value={title} placeholder={d.nameHint} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      {lesson && <Remarks remarks={remarks} refused={refused} />}
      {page.isError && (
        <p className="err" role="alert">
          {sentenceOfError(page.error)}
        </p>
      )}
    </FormDialog>
  );
}

/** The lesson that was chosen, else the first from today on that passes no limit, else the first from today on. */
function lessonIn(schedule: Schedule, page: Page, draft: Draft, chosen: number): PageLesson | undefined {
  const ahead = page.lessons.filter((l) => l.day >= schedule.today);
  return (
    page.lessons.find((l) => l.lessonId === chosen) ??
    ahead.find((l) => remarksOnDraft(schedule, page, l, draft).length === 0 && !isTaken(schedule, page, l)) ??
    ahead[0] ??
    page.lessons.at(-1)
  );
}

const isTaken = (schedule: Schedule, page: Page, l: PageLesson) => schedule.works.some((w) => w.pageId === page.pageId && w.lessonId === l.lessonId);

type PickProps = { schedule: Schedule; page: Page; draft: Draft; value: number; onPick: (lessonId: number) => void };

/** The lessons of the page; beside each what speaks against it, so the free days are found without trying. */
function LessonSelect({ schedule, page, draft, value, onPick }: PickProps) {
  const told = (l: PageLesson) => {
    const tags = remarksOnDraft(schedule, page, l, draft).map((r) => words.tags[r.limit]);
    const plan = l.planned === null ? [] : [d.planned(l.planned)];
    return [words.when(l.day, weekday(l.day), l.slot), ...plan, ...tags].join(" · ");
  };
  const shown = page.lessons.filter((l) => l.lessonId === value || !isTaken(schedule, page, l));
  return (
    <div className="field">
      <label htmlFor="cw-lesson">{d.lesson}</label>
      {shown.length === 0 ? (
        <p className="err">{d.noLessons}</p>
      ) : (
        <select className="input" id="cw-lesson" value={value} onChange={(event) => onPick(Number(event.target.value))}>
          {schedule.periods.map((p) => {
            const own = shown.filter((l) => l.term === p.term && p.startsOn <= l.day && l.day <= p.endsOn);
            return (
              own.length > 0 && (
                <optgroup key={`${p.kind}${p.term}`} label={words.period(p.term, p.kind)}>
                  {own.map((l) => (
                    <option key={l.lessonId} value={l.lessonId}>
                      {told(l)}
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
        </select>
      )}
    </div>
  );
}

function Figure({ label, value, most, onSet }: { label: string; value: number; most: number; onSet: (value: number) => void }) {
  return (
    <Field label={label}>
      {(field) => (
        <input
          className="input"
          {...field}
          type="number"
          required
          min={1}
          max={most}
          value={value}
          onChange={(event) => onSet(event.target.valueAsNumber || 1)}
        />
      )}
    </Field>
  );
}

function Remarks({ remarks, refused }: { remarks: readonly Remark[]; refused: boolean }) {
  if (remarks.length === 0) {
    return (
      <p className="soft" role="status">
        {d.ok}
      </p>
    );
  }
  return (
    <div className={`note ${refused ? "t-invalid" : "t-late"}`} role="status">
      <Icon name="bad" />
      <div>
        <b>{refused ? d.refuse : d.warn}</b>
        <ul>
          {remarks.map((remark) => (
            <li key={remark.limit}>{remarkRu(remark)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
