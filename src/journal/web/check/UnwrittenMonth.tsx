import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Answered } from "../../../foundation/ui/Answered.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { unwrittenLessonsRoute } from "../../contract/lesson-check.ts";
import { monthOf } from "../../rules/month.ts";
import { checkWords as words } from "./check-words.ru.ts";
import type { ShownCheck } from "./LessonsCheckScreen.tsx";

type Found = Output<typeof unwrittenLessonsRoute>;
type Page = Found["pages"][number];

/** The month beside, `2026-09` after `2026-08`. */
function beside(month: string, step: 1 | -1): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const at = year * 12 + number - 1 + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Held lessons of a month that lack topic or homework, the page that owes most first. */
export function UnwrittenMonth({ today, shown, onShow }: { today: string; shown: ShownCheck; onShow: (next: ShownCheck) => void }) {
  const month = monthOf(shown.month ?? "")?.name ?? today.slice(0, 7);
  const found = useQuery({
    queryKey: ["journal", "check", "unwritten", month],
    queryFn: () => call(unwrittenLessonsRoute, { query: { month } }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="choose">
        <button className="btn icon" type="button" aria-label={words.monthBefore} onClick={() => onShow({ month: beside(month, -1) })}>
          <Icon name="left" />
        </button>
        <span className="nw month">{words.month(month)}</span>
        <button
          className="btn icon"
          type="button"
          aria-label={words.monthAfter}
          disabled={month >= today.slice(0, 7)}
          onClick={() => onShow({ month: beside(month, 1) })}
        >
          <Icon name="right" />
        </button>
      </div>
      <Answered asked={found} opening={words.opening}>
        {(month) => <Month found={month} />}
      </Answered>
    </>
  );
}

function Month({ found: { pages, dueOn, overdue, wholeSchool } }: { found: Found }) {
  const owed = pages.reduce((sum, page) => sum + page.gaps.length, 0);
  return (
    <>
      <p className={owed > 0 && overdue ? "note t-late" : "soft"}>
        {owed === 0 ? words.allWritten : overdue ? words.overdue(owed, dueOn) : words.due(owed, dueOn)}
      </p>
      {pages.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              {words.columns.map((name, at) => (
                <th key={name} scope="col" hidden={at === 1 && !wholeSchool}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.map((page) => (
              <tr key={page.pageId}>
                <th scope="row">
                  <Link to="/journal/$pageId/topics" params={{ pageId: String(page.pageId) }} search={{}}>
                    {words.page(page.groupName, page.subject)}
                  </Link>
                </th>
                {wholeSchool && <td>{page.teachers}</td>}
                <td className="num">{page.held}</td>
                <td className="nw" data-label={words.columns[3]}>
                  {page.lastOn === null ? words.never : words.dayShort(page.lastOn)}
                </td>
                <td>
                  <Gaps page={page} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Gaps({ page: { gaps, pageId } }: { page: Page }) {
  if (gaps.length === 0) return <span className="soft">{words.written}</span>;
  return (
    <ul className="gaps">
      {gaps.map((gap) => (
        <li key={gap.lessonId}>
          <Link to="/journal/$pageId" params={{ pageId: String(pageId) }} search={{ lesson: gap.lessonId }}>
            {words.dayShort(gap.day)}
          </Link>{" "}
          <span className="muted">{words.missing(gap.noTopic, gap.noHomework)}</span>
        </li>
      ))}
    </ul>
  );
}
