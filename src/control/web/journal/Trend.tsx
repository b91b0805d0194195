import { controlWords as words } from "./control-words.ru.ts";

const [WIDTH, HEIGHT] = [92, 20];

/** The share of lessons written in time, week by week, as a line; said in words to who cannot see it. */
export function Trend({ weeks }: { weeks: readonly { held: number; inTime: number }[] }) {
  const shares = weeks.filter(({ held }) => held > 0).map(({ held, inTime }) => inTime / held);
  if (shares.length < 2) return null;
  const points = shares.map((share, i) => `${(i * WIDTH) / (shares.length - 1)} ${HEIGHT - 2 - share * (HEIGHT - 4)}`);
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={words.trend(shares.map(words.percent))}>
      <path d={`M${points.join("L")}`} />
    </svg>
  );
}
