type Props<T extends string> = { label: string; names: Readonly<Partial<Record<T, string>>>; chosen: T; onChoose: (next: T) => void };

/** One of a few, as buttons in a row. */
export function Choice<T extends string>({ label, names, chosen, onChoose }: Props<T>) {
  return (
    <div className="seg noprint" role="group" aria-label={label}>
      {(Object.keys(names) as T[]).map((one) => (
        <button key={one} type="button" aria-pressed={one === chosen} onClick={() => onChoose(one)}>
          {names[one]}
        </button>
      ))}
    </div>
  );
}
