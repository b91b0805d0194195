import { useQuery } from "@tanstack/react-query";
import { call } from "../../../foundation/http-client.ts";
import { myDutiesRoute } from "../../contract/duties/duties.ts";

/** How often the duties are read anew while somebody looks, ms: a term passes, a colleague writes. */
const AGAIN = 60_000;

/** What the person owes now. */
export const useDuties = () => useQuery({ queryKey: ["control", "mine"], queryFn: () => call(myDutiesRoute), refetchInterval: AGAIN, staleTime: AGAIN / 2 });
