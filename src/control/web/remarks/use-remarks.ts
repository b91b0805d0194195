import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Static } from "typebox";
import { call } from "../../../foundation/http-client.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { myRemarksRoute, pageRemarksRoute, remarksRoute } from "../../contract/remarks/remarks.ts";
import type { Remark as RemarkSchema } from "../../contract/remarks/remarks.ts";

export type Remark = Static<typeof RemarkSchema>;
/** How the person is tied to a remark: it was given to them, they watch over it, or they only see it. */
export type Side = "mine" | "given" | "seen";

/** How often remarks are read anew while somebody looks, ms: a colleague answers. */
const AGAIN = 60_000;
const KEY = ["control", "remarks"];
const often = { refetchInterval: AGAIN, staleTime: AGAIN / 2 };

export const useMyRemarks = (enabled: boolean) => useQuery({ queryKey: [...KEY, "mine"], queryFn: () => call(myRemarksRoute), enabled, ...often });

export const useGivenRemarks = (enabled: boolean) => useQuery({ queryKey: [...KEY, "given"], queryFn: () => call(remarksRoute), enabled, ...often });

export const useAcceptedRemarks = (enabled: boolean) =>
  useQuery({ queryKey: [...KEY, "accepted"], queryFn: () => call(remarksRoute, { query: { state: "accepted" } }), enabled });

export const usePageRemarks = (pageId: number) =>
  useQuery({ queryKey: [...KEY, "page", pageId], queryFn: () => call(pageRemarksRoute, { params: { pageId } }), ...often });

/** Does a deed with a remark, reads all lists anew, and keeps the sentence of a refusal. */
export function useRemarkDeed(): { busy: boolean; refused: string | null; run: (deed: () => Promise<unknown>) => Promise<boolean> } {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async (deed: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await deed();
      setRefused(null);
      return true;
    } catch (error) {
      setRefused(sentenceOfError(error));
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ["control"] });
      setBusy(false);
    }
  };
  return { busy, refused, run };
}
