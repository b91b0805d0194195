import { useId, useState } from "react";
import { literalRu } from "../../../../regulation/rules/words/literals.ru.ts";
import { regulationWords } from "../regulation-words.ru.ts";
import { Labelled } from "./Labelled.tsx";
import { choicesOf } from "./shape.ts";
import type { FieldProps } from "./shape.ts";

const words = regulationWords.field;

/** A list: of named things a box for each, of texts and numbers one line with commas. */
export function ListField({ code, shape, label, value, onChange }: FieldProps) {
  const id = useId();
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  const items = shape.items ?? {};
  const choices = choicesOf(items);
  const ofNumbers = items.type === "integer" || items.type === "number";
  const [text, setText] = useState(() => chosen.join(", "));
  if (choices) {
    return (
      <fieldset className="parts choices">
        <legend>{label}</legend>
        {choices.map((one) => (
          <label className="check" key={String(one)}>
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={(event) =>
                onChange(event.target.checked ? choices.filter((each) => each === one || chosen.includes(each)) : chosen.filter((each) => each !== one))
              }
            />
            {literalRu(code, String(one))}
          </label>
        ))}
      </fieldset>
    );
  }
  const read = (line: string) => {
    setText(line);
    const parts = line
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    onChange(ofNumbers ? parts.map(Number) : parts);
  };
  return (
    <Labelled id={id} label={`${label}, ${words.tokens}`}>
      <input className="input" id={id} maxLength={500} value={text} onChange={(event) => read(event.target.value)} />
    </Labelled>
  );
}
