import { useId, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { decideBonusesRoute } from "../../contract/bonuses.ts";
import { Told } from "../inspections/Told.tsx";
import { useDeed } from "../inspections/use-inspections.ts";
import { bonusWords as words } from "./bonus-words.ru.ts";
import { useSubmissions } from "./use-bonuses.ts";
import type { Submission } from "./use-bonuses.ts";

/** Submissions of the year; one of them is printed at a time. */
export function Submissions({ today, mayDecide }: { today: string; mayDecide: boolean }) {
  const { data, error } = useSubmissions();
  const [printed, setPrinted] = useState<number | null>(null);
  if (error) return <p className="err">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={words.opening} />;
  const print = (submissionId: number) => {
    setPrinted(submissionId);
    // the page is drawn with the one sheet before the window of the printer opens
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  return (
    <section className="in-entries" aria-labelledby="submissions">
      <h2 id="submissions" className="noprint">
        {words.submissions}
      </h2>
      {data.submissions.length === 0 && <p className="soft noprint">{words.noSubmissions}</p>}
      {data.submissions.map((one) => (
        <Sheet
          key={one.submissionId}
          one={one}
          today={today}
          mayDecide={mayDecide}
          isPrinted={printed === one.submissionId}
          onPrint={() => print(one.submissionId)}
        />
      ))}
    </section>
  );
}

type SheetProps = { one: Submission; today: string; mayDecide: boolean; isPrinted: boolean; onPrint: () => void };

function Sheet({ one, today, mayDecide, isPrinted, onPrint }: SheetProps) {
  const [answer, setAnswer] = useState("");
  const { busy, told, run } = useDeed();
  const id = useId();
  const decide = (decision: "approved" | "returned") =>
    void run(
      () => call(decideBonusesRoute, { params: { submissionId: one.submissionId }, body: { decision, answer, expectedVersion: one.version } }),
      words.decided,
    );
  return (
    <article className={isPrinted ? "panel bo-sheet" : "panel bo-sheet noprint"}>
      <header>
        <h3>{words.submission(one.from, one.to)}</h3>
        <span className={one.state === "approved" ? "badge t-ok" : one.state === "returned" ? "badge t-late" : "badge"}>{words.state(one.state)}</span>
        <span className="muted">{words.madeBy(one.madeBy, one.madeAt.slice(0, 10))}</span>
        <span className="grow" />
        <button className="btn small noprint" type="button" onClick={onPrint}>
          <Icon name="print" /> {words.print}
        </button>
      </header>
      <div className="in">
        <p className="bo-printed">{words.printHead}</p>
        {one.text !== "" && <p>{one.text}</p>}
        <ol className="bo-lines">
          {one.lines.map(({ teacherId, name, reason, figures: f }) => (
            <li key={teacherId}>
              <b>{name}</b> <span className="soft">{words.line(f.score, f.metrics.timeliness, f.metrics.fullness, f.loadHours)}, </span>
              <span className="soft">{words.remarksOf(f.remarks.given, f.remarks.fixedInTime, f.remarks.overdue)}</span>
              {reason !== "" && <span className="bo-reason">{reason}</span>}
            </li>
          ))}
        </ol>
        {one.decidedBy !== null && <p>{words.answered(one.decidedBy, one.answer)}</p>}
        <p className="bo-printed">{words.signDeputy}</p>
        <p className="bo-printed">{words.signDirector}</p>
        <p className="bo-printed">{words.printedOn(today)}</p>
        {mayDecide && one.state === "sent" && (
          <div className="in-form noprint">
            <div className="field">
              <label htmlFor={id}>{words.answer}</label>
              <input className="input" id={id} maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
            </div>
            <div className="bo-do">
              <button className="btn primary" type="button" disabled={busy} onClick={() => decide("approved")}>
                {words.approve}
              </button>
              <button className="btn" type="button" disabled={busy} onClick={() => decide("returned")}>
                {words.giveBack}
              </button>
            </div>
          </div>
        )}
        <Told told={told} />
      </div>
    </article>
  );
}
