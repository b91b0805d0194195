import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../foundation/http-client.ts";
import { mattersRoute } from "../../../contract/duties/matters.ts";
import { personDutiesRoute, schoolDutiesRoute } from "../../../contract/duties/duties.ts";
import type { DutyCode } from "../../../rules/duties/duty-kinds.ts";

/** What is owed in the school now. */
export const useSchoolDuties = (enabled: boolean) => useQuery({ queryKey: ["control", "school"], queryFn: () => call(schoolDutiesRoute), enabled });

/** The duties behind a number. */
export const useDutyList = (query: { personId?: number; kind?: DutyCode }) =>
  useQuery({ queryKey: ["control", "list", query.personId ?? null, query.kind ?? null], queryFn: () => call(personDutiesRoute, { query }) });

/** The register of things that start a term. */
export const useMatters = () => useQuery({ queryKey: ["control", "matters"], queryFn: () => call(mattersRoute) });
