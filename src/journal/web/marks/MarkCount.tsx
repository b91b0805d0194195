import { leastMarks } from "../../rules/accumulation.ts";
import { shortfallOf } from "../../rules/gathered.ts";
import type { PeriodSoFar } from "../../rules/gathered.ts";
import type { Cell } from "../grid/cell.ts";
import { closedBy } from "../grid/page-model.ts";
import type { Model } from "../grid/page-model.ts";
import { marksWords } from "../marks-words.ru.ts";

type Asked = { least: number; soFar: PeriodSoFar };
const asked = new WeakMap<Model, Asked | null>();

/** What the term shown asks of each pupil; null over the year, and where no act asks for anything. */
function askedOf(model: Model): Asked | null {
  const known = asked.get(model);
  if (known !== undefined) return known;
  const { term, norms } = model.page;
  const { min, step, hours } = norms.accumulation ?? { min: null, step: null, hours: 0 };
  const standing = model.columns.filter((column) => column.at === "lesson" && !column.lesson.cancelled);
  const held = standing.filter((column) => column.at === "lesson" && column.when !== "future").length;
  const found = term === null || !min || hours === 0 ? null : { least: leastMarks({ min, step, hours }), soFar: { held, all: standing.length } };
  asked.set(model, found);
  return found;
}

/** How many marks a pupil has; «3 of 5» while the least of the term is not reached, rust when it is behind the lessons held (002 П4 §4.2.4г). */
export function MarkCount({ model, r, cells, count }: { model: Model; r: number; cells: readonly Cell[]; count: number }) {
  const norm = askedOf(model);
  if (!norm || count >= norm.least) return <>{count}</>;
  const own = model.columns.flatMap((column, k) =>
    column.at === "lesson" && column.when !== "future" && !column.lesson.cancelled && closedBy(model, r, k) !== "not_in_group" ? [k] : [],
  );
  const missed = own.filter((k) => cells[k]?.absence.wanted === "absent" || cells[k]?.absence.wanted === "ill").length;
  const lacks = shortfallOf({ marks: count, written: 1, held: own.length, missed }, norm.least, norm.soFar);
  return (
    <span className={lacks && lacks.short > 0 ? "few" : "muted"} title={marksWords.gatheredFull(count, norm.least)}>
      {marksWords.gathered(count, norm.least)}
    </span>
  );
}
