import { useEffect, useState } from "react";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import { serverNow } from "../../../foundation/http-client.ts";
import type { Page } from "../grid/page-model.ts";
import { journalWords as words } from "../words.ru.ts";

/** The line under a printed page: whose it is, what it is, and when it was printed. */
export function PrintedLine({ page, school, timezone }: { page: Page; school: string; timezone: string }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const stamp = () => setNow(serverNow());
    addEventListener("beforeprint", stamp);
    return () => removeEventListener("beforeprint", stamp);
  }, []);
  const shown = page.terms.find((term) => term.term === page.term);
  const term = shown ? words.term.full(shown.term, shown.kind) : words.term.year;
  return (
    <p className="printed">
      {words.page.printed(
        school,
        words.page.name(page.page.groupName, page.page.subject),
        term,
        `${words.day(dayIn(timezone, now))}, ${timeIn(timezone, now)}`,
      )}
    </p>
  );
}
