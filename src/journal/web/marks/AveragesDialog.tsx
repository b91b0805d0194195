import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { averageLines, averagesOf } from "../../rules/averages.ts";
import { EMPTY_CELL, marksOf } from "../grid/cell.ts";
import type { GridState } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { averageNorms } from "../grid/offers.ts";
import { weightOf, workOf } from "../grid/say.ts";
import { useGrid } from "../grid/use-grid.ts";
import { marksWords } from "../marks-words.ru.ts";
import { journalWords as words } from "../words.ru.ts";

type Source = { readonly day: string; readonly work: string; readonly token: string; readonly weight: number; readonly retake: string | null };

/** Every mark of a line with the lesson and the work it was given for, in the order of the columns; marks brought from another school last. */
function sourcesOf(state: GridState, r: number): Source[] {
  const { model } = state;
  const own = model.columns.flatMap((column, k): Source[] => {
    if (column.at !== "lesson") return [];
    return marksOf((state.cells[r]?.[k] ?? EMPTY_CELL).marks).map(({ token, workType, retake }) => ({
      day: words.dayShort(column.lesson.day),
      work: model.page.workTypes.find((one) => one.workType === workType)?.name ?? workOf(state, k),
      weight: workType === null ? weightOf(state, k) : (model.weightOfType.get(workType) ?? 1),
      token,
      retake,
    }));
  });
  const pupil = model.rows[r]?.pupilId;
  const brought = model.page.brought.filter((one) => one.pupil === pupil && one.counts && (model.page.term === null || model.page.term === one.term));
  return [...own, ...brought.map((one) => ({ day: words.none, work: marksWords.averages.brought, token: one.mark, weight: one.weight, retake: null }))];
}

/** How the averages of a pupil came out: every mark with its weight, what was left out and why, and the two divisions. */
export function AveragesDialog({ store, r, onClose }: { store: GridStore; r: number; onClose: () => void }) {
  const state = useGrid(store);
  const say = marksWords.averages;
  const sources = sourcesOf(state, r);
  const norms = averageNorms(state.model.page);
  const lines = averageLines(sources, norms);
  const { count, plain, weighted, sum, weightedSum, weight } = averagesOf(sources, norms);
  return (
    <Dialog
      className="averages"
      title={say.title(state.model.rows[r]?.name ?? "")}
      onClose={onClose}
      footer={
        <button className="btn primary" type="button" onClick={onClose}>
          {say.close}
        </button>
      }
    >
      {plain === null && <p className="soft">{say.none}</p>}
      <dl className="sums">
        {plain !== null && (
          <div>
            <dt>{say.plain}</dt>
            <dd>{say.how(sum, count, plain)}</dd>
          </div>
        )}
        {weighted !== null && (
          <div>
            <dt>{say.weighted}</dt>
            <dd>{say.how(weightedSum, weight, weighted)}</dd>
          </div>
        )}
      </dl>
      {lines.length > 0 && (
        <ScrollBox label={say.title(state.model.rows[r]?.name ?? "")}>
          <table className="list">
            <thead>
              <tr>
                {say.columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ from, token, weight: own, why }, at) => (
                <tr key={at} className={why === null ? undefined : "soft"}>
                  <td>{sources[from]?.day}</td>
                  <td>{sources[from]?.work}</td>
                  <td>
                    <b>{token}</b>
                  </td>
                  <td>{own}</td>
                  <td>{why === null ? say.counted : say.leftOut(why)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Dialog>
  );
}
