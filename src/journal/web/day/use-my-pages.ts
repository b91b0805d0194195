import { useQuery } from "@tanstack/react-query";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { myPagesRoute } from "../../contract/journal-page.ts";

export type MyPages = Output<typeof myPagesRoute>;
export type PageLine = MyPages["pages"][number];
export type DayLesson = MyPages["lessons"][number];

/** The person's lessons of today and the pages open to them. */
export const useMyPages = () => useQuery({ queryKey: ["journal", "pages"], queryFn: () => call(myPagesRoute) });
