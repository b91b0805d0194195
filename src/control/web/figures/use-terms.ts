import { useQuery } from "@tanstack/react-query";
import { call } from "../../../foundation/http-client.ts";
import { reportTermsRoute } from "../../contract/figures/progress.ts";
import type { Period } from "./shown-days.ts";

/** Terms of the school year, of the grades that most classes have; none until they came. */
export function useTerms(): readonly Period[] {
  const { data } = useQuery({ queryKey: ["control", "terms"], queryFn: () => call(reportTermsRoute), staleTime: 3_600_000 });
  return data?.terms ?? [];
}
