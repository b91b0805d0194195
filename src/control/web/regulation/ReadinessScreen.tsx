import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { dayIn } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { literalRu } from "../../../regulation/rules/words/literals.ru.ts";
import { readinessRoute } from "../../contract/regulation/readiness.ts";
import { readinessWords as words } from "./readiness-words.ru.ts";
import "./regulation.css";

type Item = Output<typeof readinessRoute>["items"][number];

const TONE = { done: "t-ok", open: "", overdue: "t-invalid", empty: "", unseen: "" } as const;
const ICON = { done: "ok", open: "clock", overdue: "bad", empty: "off", unseen: "off" } as const;

/** The checklist of the beginning of the year: each item with who answers, until when, and what is not ready. */
export function ReadinessScreen({ title, timezone }: { title: string; timezone: string }) {
  const asked = useQuery({ queryKey: ["control", "readiness"], queryFn: () => call(readinessRoute) });
  const { data } = asked;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page readiness" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        {data && data.year !== null && (
          <p className="soft">{words.sum(data.year, data.items.filter(({ state }) => state === "done" || state === "empty").length, data.items.length)}</p>
        )}
      </div>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.waiting} />}
      {data?.year === null && <p className="note t-missing">{words.noYear}</p>}
      {data && data.items.length > 0 && (
        <ul className="items">
          {data.items.map((item) => (
            <li key={item.item} className="panel">
              <Line item={item} timezone={timezone} />
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

function Line({ item, timezone }: { item: Item; timezone: string }) {
  const { by, people, state, of, lacking, first, dueAt, act, clause } = item;
  const named = first.filter(({ name }) => name !== null);
  return (
    <>
      <div className="head">
        <h2>{words.item(literalRu("setup.items", item.item))}</h2>
        <span className={`badge ${TONE[state]}`}>
          <Icon name={ICON[state]} />
          {words.states[state]}
        </span>
      </div>
      <p>
        {words.by(by.map((role) => literalRu("setup.items", role)))}
        {people.length > 0 && <>: {people.join(", ")}</>}
      </p>
      <p className="soft small">
        {dueAt === null ? words.noTerm : words.till(dayIn(timezone, new Date(dueAt)))}
        {act !== null && clause !== null && ` (${act}, ${clause})`}
      </p>
      {(state === "open" || state === "overdue") && named.length > 0 && (
        <details open={state === "overdue"}>
          <summary>{words.lacking(lacking, of)}</summary>
          <ul>
            {named.map(({ name, person }, i) => (
              <li key={i}>
                {name}
                {person !== null && <span className="soft"> · {person}</span>}
              </li>
            ))}
          </ul>
          {lacking > named.length && <p className="soft small">{words.more(lacking - named.length)}</p>}
        </details>
      )}
      {(state === "open" || state === "overdue") && named.length === 0 && <p>{words.notYet}</p>}
    </>
  );
}
