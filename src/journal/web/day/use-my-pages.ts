import { useQuery } from "@tanstack/react-query";
import type { Output } from "../../../foundation/route.ts";
import type { myPagesRoute } from "../../contract/journal-page.ts";
import { askMyPages } from "../offline/pages.ts";

export type MyPages = Output<typeof myPagesRoute>;
export type PageLine = MyPages["pages"][number];
export type DayLesson = MyPages["lessons"][number];

/** How often what is shown from its copy is asked for, ms. */
const AGAIN = 10_000;

/** The person's lessons of today and the pages open to them; without network as they were kept, `asOf` then says of when. */
export function useMyPages(timezone?: string) {
  const asked = useQuery({
    queryKey: ["journal", "pages"],
    queryFn: () => askMyPages(timezone),
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.asOf === null ? false : AGAIN),
  });
  const { isError, error, isFetching, refetch } = asked;
  return { data: asked.data?.answer, asOf: asked.data?.asOf ?? null, isError, error, isFetching, refetch };
}
