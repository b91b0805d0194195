/** A shape of the register as the screen reads it: JSON Schema. */
export type Shape = {
  type?: string | undefined;
  minimum?: number;
  maximum?: number;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Shape[];
  items?: Shape;
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[] | undefined;
  patternProperties?: Readonly<Record<string, Shape>>;
};
export type FieldProps = { code: string; shape: Shape; label: string; value: unknown; onChange: (value: unknown) => void; plain?: boolean };

/** The words or numbers that a shape is chosen from; null where it is not. */
export const choicesOf = (shape: Shape): unknown[] | null => {
  if (shape.enum) return [...shape.enum];
  const constants = shape.anyOf?.map((one) => one.const) ?? [];
  return constants.length > 0 && constants.every((one) => one !== undefined) ? constants : null;
};

/** The simplest value of a shape, for a row that is added and for what was silent. */
export function emptyOf(shape: Shape): unknown {
  const [choice] = choicesOf(shape) ?? [];
  if (choice !== undefined) return choice;
  if (shape.const !== undefined) return shape.const;
  if (shape.anyOf) return emptyOf(shape.anyOf.find(({ type }) => type !== "null") ?? {});
  if (shape.type === "object") return shape.properties ? Object.fromEntries(Object.entries(shape.properties).map(([name, one]) => [name, emptyOf(one)])) : {};
  if (shape.type === "array") return [];
  if (shape.type === "boolean") return false;
  return shape.type === "integer" || shape.type === "number" ? (shape.minimum ?? 0) : "";
}
