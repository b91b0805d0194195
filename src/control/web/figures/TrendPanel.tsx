import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { trendRoute } from "../../contract/figures/progress.ts";
import { Spark } from "./Spark.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";

/** Whose months are shown. */
export type TrendOf = { readonly by: "class" | "subject" | "teacher" | "pupil"; readonly id: number };
type Months = Output<typeof trendRoute>["months"];

/** The highest mark that the line of averages has room for. */
const top = (rows: readonly Months[]) => Math.max(5, ...rows.flat().map(({ sum, count }) => sum / count));

/** Averages of current marks by month: of a class and its pupils, or the pages of a subject, a teacher, a pupil (CTL-24, STA-06). */
export function TrendPanel({ by, id, onClose }: TrendOf & { onClose?: () => void }) {
  const asked = useQuery({ queryKey: ["control", "trend", by, id], queryFn: () => call(trendRoute, { query: { by, id } }) });
  const { data } = asked;
  const months = data?.months.map(({ month }) => month) ?? [];
  const most = data ? top([data.months, ...data.rows.map((row) => row.months)]) : 5;
  return (
    <section className="panel cells" aria-labelledby="trend-of">
      <header>
        <h2 id="trend-of" tabIndex={-1} ref={(element) => (onClose ? element?.focus() : undefined)}>
          {data ? words.months(data.name) : words.opening}
        </h2>
        <span className="grow" />
        {onClose && (
          <button className="btn quiet icon noprint" type="button" aria-label={words.close} onClick={onClose}>
            <Icon name="x" />
          </button>
        )}
      </header>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.opening} />}
      {data && months.length === 0 && <p className="in">{words.noTrend}</p>}
      {data && months.length > 0 && (
        <>
          <ScrollBox label={words.months(data.name)}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{by === "class" ? words.whoProgress.pupil : words.who.page}</th>
                  {months.map((month) => (
                    <th scope="col" className="num" key={month}>
                      {words.month(month)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="vh">{words.months(data.name)}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                <Line name={words.whole} pageId={null} own={data.months} months={months} most={most} />
                {data.rows.map((row) => (
                  <Line key={row.id} name={row.name} pageId={row.pageId} own={row.months} months={months} most={most} />
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <p className="in muted small">{words.monthsNote}</p>
        </>
      )}
    </section>
  );
}

function Line({ name, pageId, own, months, most }: { name: string; pageId: number | null; own: Months; months: readonly string[]; most: number }) {
  const of = new Map(own.map(({ month, sum, count }) => [month, { average: sum / count, count }]));
  const values = own.map(({ sum, count }) => sum / count);
  return (
    <tr>
      <th scope="row">
        {pageId === null ? (
          name
        ) : (
          <Link to="/journal/$pageId" params={{ pageId: String(pageId) }}>
            {name}
          </Link>
        )}
      </th>
      {months.map((month) => {
        const found = of.get(month);
        return (
          <td className="num" key={month}>
            {found ? words.withCount(words.number(found.average), found.count) : ""}
          </td>
        );
      })}
      <td>{values.length > 1 && <Spark values={values} said={[]} most={most} />}</td>
    </tr>
  );
}
