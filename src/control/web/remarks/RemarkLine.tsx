import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { call } from "../../../foundation/http-client.ts";
import { acceptRemarkRoute } from "../../contract/remarks/remarks.ts";
import { RemarkBadge } from "./RemarkBadge.tsx";
import { RemarkChanges } from "./RemarkChanges.tsx";
import { FixForm, ReturnForm } from "./RemarkForms.tsx";
import { remarkWords as words } from "./remark-words.ru.ts";
import { useRemarkDeed } from "./use-remarks.ts";
import type { Remark, Side } from "./use-remarks.ts";

type LineProps = { remark: Remark; side: Side; onPage?: boolean; today: string; timezone: string };

/** One remark: where, until when, what to fix, and what may be done with it from this side. */
export function RemarkLine({ remark, side, onPage = false, today, timezone }: LineProps) {
  const [open, setOpen] = useState<"fix" | "return" | "changes" | null>(null);
  const { busy, refused, run } = useRemarkDeed();
  const { remarkId, version, state, lessonId, pageId } = remark;
  const place = words.place(remark.groupName, remark.subject, remark.day);
  const toggle = (what: typeof open) => setOpen(open === what ? null : what);
  const done = () => setOpen(null);
  const accept = () => run(() => call(acceptRemarkRoute, { params: { remarkId }, body: { expectedVersion: version } }));
  return (
    <li className={remark.overdue ? "remark late" : "remark"}>
      <div className="rm-where">
        <h3>
          {onPage ? words.placeOnPage(remark.day) : place}
          {remark.slot !== null && <span className="muted">, {words.slot(remark.slot)}</span>}
        </h3>
        {remark.pupil !== null && <span>{remark.pupil}</span>}
        <RemarkBadge remark={remark} today={today} />
      </div>
      <p className="rm-text">{remark.text}</p>
      {remark.comment !== null && state === "open" && <p className="rm-said">{words.comment(remark.comment)}</p>}
      {remark.note !== null && remark.note !== "" && state !== "open" && <p className="rm-said">{words.note(remark.note)}</p>}
      <p className="muted small">
        {side === "given" && `${remark.teacher} · `}
        {words.givenOn(remark.setOn, remark.setBy)}
        {remark.overdue && ` · ${words.dueWas(remark.dueOn)}`}
      </p>
      <div className="rm-do">
        {!onPage && (
          <Link
            className="btn small"
            data-walk
            to="/journal/$pageId"
            params={{ pageId: String(pageId) }}
            search={lessonId === null ? {} : { lesson: lessonId }}
            onKeyDown={walk}
          >
            {lessonId === null ? words.openPage : words.open}
          </Link>
        )}
        {side === "mine" && state === "open" && (
          <button className="btn small" type="button" aria-expanded={open === "fix"} onClick={() => toggle("fix")}>
            {words.fix}
          </button>
        )}
        {side === "given" && state === "fixed" && (
          <>
            <button className="btn small primary" type="button" disabled={busy} aria-label={`${words.accept}: ${place}`} onClick={() => void accept()}>
              {words.accept}
            </button>
            <button
              className="btn small"
              type="button"
              aria-expanded={open === "return"}
              aria-label={`${words.giveBack}: ${place}`}
              onClick={() => toggle("return")}
            >
              {words.giveBack}
            </button>
          </>
        )}
        {!onPage && (
          <button className="btn small quiet" type="button" aria-expanded={open === "changes"} onClick={() => toggle("changes")}>
            {words.changes}
          </button>
        )}
      </div>
      {refused !== null && (
        <p className="err" role="alert">
          {refused}
        </p>
      )}
      {open === "fix" && <FixForm remark={remark} onDone={done} />}
      {open === "return" && <ReturnForm remark={remark} today={today} onDone={done} />}
      {open === "changes" && <RemarkChanges remarkId={remarkId} version={version} timezone={timezone} />}
    </li>
  );
}

/** The arrows go from remark to remark, whatever group it stands in. */
function walk(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const places = [...document.querySelectorAll<HTMLElement>(".remarks [data-walk]")];
  const next = places[places.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
