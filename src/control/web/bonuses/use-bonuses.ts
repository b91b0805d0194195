import { useQuery } from "@tanstack/react-query";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { bonusRankingRoute, submissionsRoute } from "../../contract/bonuses.ts";

export type Ranking = Output<typeof bonusRankingRoute>;
export type Submission = Output<typeof submissionsRoute>["submissions"][number];

const KEY = ["control", "bonuses"];

export const useRanking = (from: string, to: string) =>
  useQuery({ queryKey: [...KEY, from, to], queryFn: () => call(bonusRankingRoute, { query: { from, to } }), placeholderData: (before) => before });

export const useSubmissions = () => useQuery({ queryKey: [...KEY, "submissions"], queryFn: () => call(submissionsRoute) });
