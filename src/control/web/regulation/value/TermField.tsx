import { useId } from "react";
import { deadlineRu } from "../../../../regulation/rules/words/deadline.ru.ts";
import { regulationWords } from "../regulation-words.ru.ts";
import { Labelled } from "./Labelled.tsx";
import { formOf } from "./terms.ts";
import type { TermForm } from "./terms.ts";

const words = regulationWords.field;

type Props = { code: string; label: string; value: string; forms: readonly TermForm[]; onChange: (value: string) => void };

/** A deadline: its form is chosen, its numbers are typed. One form takes no choosing. */
export function TermField({ label, value, forms, onChange }: Props) {
  const id = useId();
  const standing = formOf(forms, value);
  const choose = (formId: string) => {
    const form = forms.find((one) => one.id === formId);
    if (form) onChange(form.make(form.usual));
  };
  return (
    <>
      {(forms.length > 1 || !standing) && (
        <Labelled id={id} label={label}>
          <select className="input" id={id} value={standing?.form.id ?? ""} onChange={(event) => choose(event.target.value)}>
            {!standing && <option value="">{value === "" ? words.silent : `${words.asIs}: ${deadlineRu(value)}`}</option>}
            {forms.map((form) => (
              <option key={form.id} value={form.id}>
                {words.forms[form.id] ?? form.id}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      {standing && standing.form.parts.length > 0 && (
        <div className="numbers">
          {standing.form.parts.map((part, i) => (
            <Labelled key={part} id={`${id}-${part}`} label={words.parts[part]}>
              <input
                className="input"
                id={`${id}-${part}`}
                type="number"
                min={part === "date" || part === "month" ? 1 : 0}
                max={{ date: 31, month: 12, minutes: 59, hours: 240, days: 366, workingDays: 250 }[part]}
                value={standing.numbers[i] ?? 0}
                onChange={(event) => onChange(standing.form.make(standing.numbers.map((n, at) => (at === i ? Math.trunc(Number(event.target.value)) : n))))}
              />
            </Labelled>
          ))}
        </div>
      )}
    </>
  );
}
