import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { removeControlWorkRoute } from "../../contract/control-works.ts";
import { remarkRu } from "../../contract/control-work-remarks.ru.ts";
import { isAssessment } from "../../rules/control-works/control-work.ts";
import type { Remark } from "../../rules/control-works/remarks.ts";
import { controlWorkWords as words } from "./control-work-words.ru.ts";
import { useAnew, weekday } from "./use-schedule.ts";
import type { Schedule, Work } from "./use-schedule.ts";

type Props = {
  work: Work;
  schedule: Schedule;
  remarks: readonly Remark[];
  onChange: () => void;
  onClose: () => void;
  /** Where the results of a work are entered; null where this person does not enter them. */
  resultsOf: ((work: Work) => string) | null;
};

/** One work of the schedule: when, what, what the limits say, and what may be done with it. */
export function WorkCard({ work, schedule, remarks, onChange, onClose, resultsOf }: Props) {
  const anew = useAnew();
  const [said, setSaid] = useState("");
  const name = schedule.workTypes.find((t) => t.workType === work.workType)?.name ?? "";
  const remove = () => {
    const { workId, version } = work;
    anew(() => call(removeControlWorkRoute, { params: { workId }, query: { expectedVersion: version } })).then(onClose, (error: unknown) =>
      setSaid(sentenceOfError(error)),
    );
  };
  return (
    <section className="panel cw-card" aria-labelledby="cw-card">
      <header>
        <h2 id="cw-card">
          {work.groupName}, {work.subject}
        </h2>
        <span className="grow" />
        <button className="btn quiet icon small" type="button" aria-label={words.close} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      <div className="in">
        <p>
          <b>{name}</b>
          {work.title !== "" && `: ${work.title}`}
        </p>
        <p>
          {words.when(work.day, weekday(work.day), work.slot)} {work.lost && <span className="badge t-cancel">{words.lost}</span>}
        </p>
        <p className="soft">
          {words.size(work.minutes, work.lessons, work.wholeClass)}
          {!isAssessment(work, schedule.limits.assessment) && `, ${words.notProcedure}`}
        </p>
        <p className="soft">{work.teachers}</p>
        {remarks.map((remark) => (
          <p key={remark.limit} className="note t-late">
            <Icon name="bad" />
            <span>{remarkRu(remark)}</span>
          </p>
        ))}
        {said !== "" && (
          <p className="err" role="alert">
            {said}
          </p>
        )}
        <div className="acts">
          {work.own && (
            <>
              {resultsOf !== null && !work.lost && work.day <= schedule.today && (
                <a className="btn primary" href={resultsOf(work)}>
                  {words.results}
                </a>
              )}
              <button className="btn" type="button" onClick={onChange}>
                {words.change}
              </button>
              <button className="btn" type="button" onClick={remove}>
                {words.remove}
              </button>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
