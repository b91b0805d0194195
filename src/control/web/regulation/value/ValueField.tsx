import { useId } from "react";
import { Icon } from "../../../../foundation/ui/Icon.tsx";
import { NORMS } from "../../../../regulation/rules/norms.ts";
import type { NormCode } from "../../../../regulation/rules/norms.ts";
import { literalRu } from "../../../../regulation/rules/words/literals.ru.ts";
import { regulationWords } from "../regulation-words.ru.ts";
import { Labelled } from "./Labelled.tsx";
import { ListField } from "./ListField.tsx";
import { TermField } from "./TermField.tsx";
import { choicesOf, emptyOf } from "./shape.ts";
import type { FieldProps, Shape } from "./shape.ts";
import { formsOf } from "./terms.ts";

const words = regulationWords.field;

/** A field for the value of a norm, made from its line in the register: whatever the register takes, a director can choose. */
export function ValueField({ code, label, value, onChange }: Omit<FieldProps, "shape">) {
  const forms = formsOf(code);
  if (forms.length > 0 && (typeof value === "string" || value === null))
    return <TermField code={code} label={label} value={value ?? ""} forms={forms} onChange={onChange} />;
  return <ShapeField code={code} shape={NORMS[code as NormCode].shape} label={label} value={value} onChange={onChange} />;
}

/** Draws one shape; a shape of parts draws each of them. */
export function ShapeField(props: FieldProps) {
  const { code, shape, label, value, onChange } = props;
  const id = useId();
  const choices = choicesOf(shape);
  if (choices) {
    return (
      <Labelled id={id} label={label}>
        <select className="input" id={id} value={String(value)} onChange={(event) => onChange(choices.find((one) => String(one) === event.target.value))}>
          {choices.map((one) => (
            <option key={String(one)} value={String(one)}>
              {literalRu(code, String(one))}
            </option>
          ))}
        </select>
      </Labelled>
    );
  }
  if (shape.anyOf) return <MaybeField {...props} />;
  if (shape.type === "boolean") {
    return (
      <Labelled id={id} label={label}>
        <select className="input" id={id} value={value === true ? "yes" : "no"} onChange={(event) => onChange(event.target.value === "yes")}>
          <option value="yes">{words.yes}</option>
          <option value="no">{words.no}</option>
        </select>
      </Labelled>
    );
  }
  if (shape.type === "integer" || shape.type === "number") {
    return (
      <Labelled id={id} label={label}>
        <input
          className="input"
          id={id}
          type="number"
          min={shape.minimum}
          max={shape.maximum}
          step={shape.type === "integer" ? 1 : "any"}
          value={typeof value === "number" ? value : ""}
          onChange={(event) => onChange(event.target.value === "" ? "" : Number(event.target.value))}
        />
      </Labelled>
    );
  }
  if (shape.type === "array") return shape.items?.type === "object" ? <Rows {...props} /> : <ListField {...props} />;
  if (shape.type === "object") return shape.properties ? <Parts {...props} /> : <RecordField {...props} />;
  return (
    <Labelled id={id} label={label}>
      <input className="input" id={id} maxLength={500} value={typeof value === "string" ? value : ""} onChange={(event) => onChange(event.target.value)} />
    </Labelled>
  );
}

/** A value that may be silent, or have one of several shapes: the first that is not silence is drawn. */
function MaybeField({ code, shape, label, value, onChange }: FieldProps) {
  const some = shape.anyOf?.filter(({ type }) => type !== "null") ?? [];
  const own = some.find((one) => fits(one, value)) ?? some[0] ?? {};
  const maySilent = some.length < (shape.anyOf?.length ?? 0);
  return (
    <>
      {maySilent && (
        <label className="check">
          <input type="checkbox" checked={value === null} onChange={(event) => onChange(event.target.checked ? null : emptyOf(own))} />
          {words.silent}
        </label>
      )}
      {value !== null && <ShapeField code={code} shape={own} label={label} value={value} onChange={onChange} />}
    </>
  );
}

const fits = (shape: Shape, value: unknown): boolean =>
  shape.properties && typeof value === "object" && value !== null
    ? Object.entries(shape.properties).every(([name, one]) => one.const === undefined || (value as Record<string, unknown>)[name] === one.const)
    : false;

function Parts({ code, shape, label, value, onChange, plain }: FieldProps) {
  const parts = (value ?? {}) as Record<string, unknown>;
  return (
    <fieldset className="parts">
      {!plain && <legend>{label}</legend>}
      {Object.entries(shape.properties ?? {}).map(([name, one]) => (
        <ShapeField
          key={name}
          code={code}
          shape={one}
          label={words.property(name, code)}
          value={parts[name]}
          onChange={(next) => onChange(withPart(parts, name, next, shape.required ?? []))}
        />
      ))}
    </fieldset>
  );
}

/** A part that may be left out is left out when its field is empty. */
function withPart(parts: Record<string, unknown>, name: string, value: unknown, required: readonly string[]): Record<string, unknown> {
  if (value !== "" || required.includes(name)) return { ...parts, [name]: value };
  return Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name));
}

/** Rows of parts: steps of marks by hours, minutes by grades. */
function Rows({ code, shape, label, value, onChange }: FieldProps) {
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const items = shape.items as Shape;
  return (
    <fieldset className="parts">
      <legend>{label}</legend>
      {rows.map((row, i) => (
        <div className="row" key={i}>
          <ShapeField code={code} shape={items} label={label} value={row} plain onChange={(next) => onChange(rows.map((one, at) => (at === i ? next : one)))} />
          <button className="btn small quiet icon" type="button" aria-label={words.remove} onClick={() => onChange(rows.filter((_, at) => at !== i))}>
            <Icon name="x" />
          </button>
        </div>
      ))}
      <button className="btn small" type="button" onClick={() => onChange([...rows, emptyOf(items)])}>
        {words.add}
      </button>
    </fieldset>
  );
}

/** Names with their values: works of a subject, labels of roles. */
function RecordField({ code, shape, label, value, onChange }: FieldProps) {
  const [one] = Object.values(shape.patternProperties ?? {});
  const isNumber = one?.type === "integer" || one?.type === "number";
  const pairs = Object.entries((value ?? {}) as Record<string, unknown>).map(([name, of]) => ({ name, of }));
  const give = (next: typeof pairs) => onChange(Object.fromEntries(next.map(({ name, of }) => [name, of])));
  return (
    <fieldset className="parts">
      <legend>{label}</legend>
      {pairs.map(({ name, of }, i) => (
        <div className="row" key={i}>
          <ShapeField
            code={code}
            shape={{ type: "string" }}
            label={words.name}
            value={name}
            onChange={(next) => give(pairs.map((pair, at) => (at === i ? { ...pair, name: String(next) } : pair)))}
          />
          <ShapeField
            code={code}
            shape={one ?? { type: "string" }}
            label={words.count}
            value={of}
            onChange={(next) => give(pairs.map((pair, at) => (at === i ? { ...pair, of: next } : pair)))}
          />
          <button className="btn small quiet icon" type="button" aria-label={words.remove} onClick={() => give(pairs.filter((_, at) => at !== i))}>
            <Icon name="x" />
          </button>
        </div>
      ))}
      <button className="btn small" type="button" onClick={() => give([...pairs, { name: "", of: isNumber ? 1 : "" }])}>
        {words.add}
      </button>
    </fieldset>
  );
}
