import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { groupRoute, groupsRoute } from "../../contract/groups/groups.ts";
import { journalKindsRoute } from "../../contract/groups/journal-kinds.ts";

export type Groups = Output<typeof groupsRoute>;
export type GroupLine = Groups["groups"][number];
export type Group = Output<typeof groupRoute>;
export type Kinds = Output<typeof journalKindsRoute>;

export const useGroups = () => useQuery({ queryKey: ["groups", "all"], queryFn: () => call(groupsRoute) });
export const useGroup = (groupId: number) => useQuery({ queryKey: ["groups", "one", groupId], queryFn: () => call(groupRoute, { params: { groupId } }) });
export const useKinds = () => useQuery({ queryKey: ["groups", "kinds"], queryFn: () => call(journalKindsRoute) });

/** A deed of the screen: what it said last, whether it runs, and how to run one. */
export type Deeds = {
  readonly told: { readonly text: string; readonly isNo: boolean } | null;
  readonly busy: boolean;
  readonly run: (deed: () => Promise<string>) => Promise<boolean>;
  /** Like `run`, but a no goes on to who asked: a form shows it itself. */
  readonly attempt: (deed: () => Promise<string>) => Promise<void>;
};

/** Runs deeds one at a time, says what came out, and reads the groups anew. */
export function useDeeds(): Deeds {
  const client = useQueryClient();
  const [told, setTold] = useState<Deeds["told"]>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (deed: () => Promise<string>) => {
    setBusy(true);
    try {
      setTold({ text: await deed(), isNo: false });
    } finally {
      await client.invalidateQueries({ queryKey: ["groups"] });
      setBusy(false);
    }
  };
  const run = (deed: () => Promise<string>) =>
    attempt(deed).then(
      () => true,
      (error: unknown) => {
        setTold({ text: sentenceOfError(error), isNo: true });
        return false;
      },
    );
  return { told, busy, run, attempt };
}
