import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { titleRu } from "../../../regulation/rules/words/titles.ru.ts";
import { valueRu } from "../../../regulation/rules/words/value.ru.ts";
import { enactEditionRoute, previewEditionRoute } from "../../contract/regulation/regulation.ts";
import { differs, fits, keyOf } from "./draft.ts";
import type { Change, Draft, Regulation } from "./draft.ts";
import { regulationWords } from "./regulation-words.ru.ts";

const words = regulationWords.draft;

type Props = { draft: Draft; regulation: Regulation; onDrop: (key: string) => void; onDone: (startsOn: string) => void };

/** The edition that is being made: its changes, what each would have meant for the records of the week, and the order that brings it in. */
export function DraftPanel({ draft, regulation, onDrop, onDone }: Props) {
  const { norms, today, editions } = regulation;
  const id = useId();
  const [order, setOrder] = useState({ startsOn: `${plusDays(today as LocalDate, 1)}`, orderNumber: "", orderDate: today, approvedBy: words.director });
  const before = new Map(norms.map((norm) => [keyOf(norm), norm]));
  const changes = [...draft].filter(([key, change]) => fits(change) && differs(change, before.get(key)));
  const asked = changes.map(([, change]) => change);
  const preview = useQuery({
    queryKey: ["control", "regulation", "preview", JSON.stringify(asked)],
    queryFn: () => call(previewEditionRoute, { body: { changes: asked } }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const client = useQueryClient();
  const enact = useMutation({
    mutationFn: () => call(enactEditionRoute, { body: { ...order, changes: asked, seenEdition: Math.max(0, ...editions.map(({ editionNo }) => editionNo)) } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["control", "regulation"] });
      onDone(order.startsOn);
    },
  });
  if (asked.length === 0) return null;
  const lacking = order.orderNumber.trim() === "" || order.approvedBy.trim() === "";
  const field = (name: keyof typeof order, label: string, type: "text" | "date", hint?: string) => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        className="input"
        id={`${id}-${name}`}
        type={type}
        maxLength={200}
        value={order[name]}
        aria-describedby={hint ? `${id}-${name}-hint` : undefined}
        onChange={(event) => setOrder({ ...order, [name]: event.target.value })}
      />
      {hint && (
        <span className="hint" id={`${id}-${name}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
  return (
    <section className="panel" aria-label={words.heading(asked.length)}>
      <header>
        <h2>{words.heading(asked.length)}</h2>
      </header>
      <form
        className="in"
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacking && !enact.isPending) enact.mutate();
        }}
      >
        <ul className="changes">
          {changes.map(([key, change]) => (
            <li key={key}>
              <b>{titleRu(change.code)}</b>: {valueRu(change.code, change.value)}{" "}
              <small className="soft">
                {words.was}: {valueRu(change.code, before.get(key)?.value ?? null)}
              </small>
              <EffectOf change={change} preview={preview.data} />
              <button className="btn small quiet" type="button" onClick={() => onDrop(key)}>
                {words.drop}
              </button>
            </li>
          ))}
        </ul>
        {field("startsOn", words.from, "date", words.fromHint)}
        <div className="two">
          {field("orderNumber", words.number, "text")}
          {field("orderDate", words.date, "date")}
        </div>
        {field("approvedBy", words.approved, "text")}
        {enact.error && (
          <p className="err" role="alert">
            {sentenceOfError(enact.error)}
          </p>
        )}
        {lacking && <p className="soft small">{words.lacking}</p>}
        <button className="btn primary" type="submit" disabled={lacking} aria-disabled={enact.isPending}>
          {words.save}
        </button>
      </form>
    </section>
  );
}

function EffectOf({ change, preview }: { change: Change; preview: Output<typeof previewEditionRoute> | undefined }) {
  const said = regulationWords.effect;
  const effect = preview?.effects.find(({ code }) => code === change.code);
  if (!preview || !effect) return <p className="soft small">{words.counting}</p>;
  if (!effect.counted) return <p className="soft small">{said.uncounted}</p>;
  if (effect.records === 0) return <p className="soft small">{said.none}</p>;
  const turned = effect.turnInTime + effect.turnLate > 0;
  return (
    <p className="eff">
      {said.week(preview.from, preview.to)}{" "}
      {change.code.endsWith(".when_late") ? said.whenLate(effect, String(change.value)) : turned ? said.turned(effect) : said.same(effect)}
    </p>
  );
}
