import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dayIn } from "../../../../foundation/day.ts";
import { call } from "../../../../foundation/http-client.ts";
import { sentenceOfError } from "../../../../foundation/ui/sentence.ts";
import { judgeDutyRoute } from "../../../contract/duties/duties.ts";
import { aboutOf } from "../duty-rows.ts";
import { dutyWords } from "../duty-words.ru.ts";
import { schoolDutyWords as words } from "./school-duty-words.ru.ts";
import type { useSchoolDuties } from "./use-school-duties.ts";

type Awaiting = NonNullable<ReturnType<typeof useSchoolDuties>["data"]>["awaiting"];

/** Reports that were handed in: each is accepted, or returned with a word. */
export function AwaitingPanel({ awaiting, timezone }: { awaiting: Awaiting; timezone: string }) {
  if (awaiting.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="awaiting">
      <header>
        <h2 id="awaiting">{words.awaiting}</h2>
        <span className="muted small">{words.awaitingHint}</span>
      </header>
      <ol className="awaiting">
        {awaiting.map((each) => (
          <AwaitingLine key={`${each.duty.kind} ${each.duty.aboutId} ${each.duty.day}`} {...each} timezone={timezone} />
        ))}
      </ol>
    </section>
  );
}

function AwaitingLine({ duty, name, doneAt, note, document, timezone }: Awaiting[number] & { timezone: string }) {
  const [why, setWhy] = useState<string | null>(null);
  const queries = useQueryClient();
  const judge = useMutation({
    mutationFn: (accepted: boolean) =>
      call(judgeDutyRoute, {
        params: { kind: duty.kind },
        body: { aboutId: duty.aboutId, day: duty.day, expectedVersion: duty.stepNo, accepted, note: accepted ? "" : (why ?? "").trim() },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["control"] }),
  });
  const id = `why-${duty.kind}-${duty.aboutId}-${duty.day}`;
  const beneath = [words.handedIn(name, dayIn(timezone, new Date(doneAt))), note, document].filter((word) => word !== "");
  return (
    <li>
      <div>
        <b>{`${aboutOf(duty)} ${dutyWords.name(duty.kind)}`.trim()}</b> {duty.span && <span className="muted">{dutyWords.span(duty.span)}</span>}
        <span className="beside">{beneath.join(" · ")}</span>
        {judge.error && (
          <p className="note bad" role="alert">
            {sentenceOfError(judge.error)}
          </p>
        )}
      </div>
      {why === null ? (
        <div className="quick">
          <button className="btn small primary" type="button" disabled={judge.isPending} onClick={() => judge.mutate(true)}>
            {words.accept}
          </button>
          <button className="btn small" type="button" disabled={judge.isPending} onClick={() => setWhy("")}>
            {words.giveBack}
          </button>
        </div>
      ) : (
        <form
          className="back"
          onSubmit={(event) => {
            event.preventDefault();
            judge.mutate(false);
          }}
        >
          <label htmlFor={id}>{words.why}</label>
          <input className="input" id={id} maxLength={1000} value={why} onChange={(event) => setWhy(event.target.value)} />
          <button className="btn small primary" type="submit" disabled={judge.isPending}>
            {words.send}
          </button>
          <button className="btn small" type="button" onClick={() => setWhy(null)}>
            {words.leave}
          </button>
        </form>
      )}
    </li>
  );
}
