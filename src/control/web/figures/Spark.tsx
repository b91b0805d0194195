import { figuresWords as words } from "./figures-words.ru.ts";

const [WIDTH, HEIGHT] = [72, 18];

/** A line of numbers from old to new with its points said in words; `most` is the top of the scale, 1 for shares. */
export function Spark({ values, said, most = 1 }: { values: readonly number[]; said: readonly string[]; most?: number }) {
  if (values.length < 2) return <span className="muted">{said[0] ?? ""}</span>;
  const points = values.map((value, i) => `${(i * WIDTH) / (values.length - 1)} ${HEIGHT - 2 - (value / most) * (HEIGHT - 4)}`);
  return (
    <span className="sparked">
      <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`M${points.join("L")}`} />
      </svg>
      <span className="small">{words.trendOf(said)}</span>
    </span>
  );
}
