import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Answered } from "../../../foundation/ui/Answered.tsx";
import { ScreenFrame } from "../../../foundation/ui/ScreenFrame.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { printListRoute, setPrintedRoute } from "../../contract/print/page-sections.ts";
import { printWords } from "./print-words.ru.ts";
import "./print.css";

const words = printWords.list;

/** The year-end print: the pages that go to paper, and which of them are done. */
export function PrintList({ title }: { title: string }) {
  const client = useQueryClient();
  const found = useQuery({ queryKey: ["journal", "prints"], queryFn: () => call(printListRoute) });
  const [error, setError] = useState<string | null>(null);
  const mark = async (pageId: number) => {
    try {
      await call(setPrintedRoute, { params: { pageId } });
      setError(null);
    } catch (caught) {
      setError(sentenceOfError(caught));
    }
    await client.invalidateQueries({ queryKey: ["journal", "prints"] });
  };
  const pages = found.data?.pages ?? [];
  return (
    <ScreenFrame
      title={title}
      heading={words.heading}
      className="print-list"
      beside={pages.length > 0 && <span className="soft">{words.left(pages.filter((p) => p.printedAt === null).length, pages.length)}</span>}
    >
      {error && (
        <p className="err" role="alert">
          {error}
        </p>
      )}
      <Answered asked={found} opening={printWords.opening} empty={pages.length === 0 && words.none}>
        {() => (
          <section className="panel">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.group}</th>
                  <th scope="col">{words.subject}</th>
                  <th scope="col">{words.state}</th>
                </tr>
              </thead>
              <tbody>
                {pages.map((p) => (
                  <tr key={p.pageId}>
                    <th scope="row">{p.groupName}</th>
                    <td>{p.subject}</td>
                    <td className="deeds">
                      <Link
                        className="btn small"
                        to="/journal/$pageId/print"
                        params={{ pageId: String(p.pageId) }}
                        search={{ term: 0 }}
                        aria-label={words.openOf(p.groupName, p.subject)}
                      >
                        {words.open}
                      </Link>
                      {p.printedAt !== null ? (
                        <span className="soft">{words.done(p.printedAt.slice(0, 10))}</span>
                      ) : (
                        found.data?.mayMark && (
                          <button
                            className="btn quiet small"
                            type="button"
                            aria-label={words.markOf(p.groupName, p.subject)}
                            onClick={() => void mark(p.pageId)}
                          >
                            {words.mark}
                          </button>
                        )
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Answered>
    </ScreenFrame>
  );
}
