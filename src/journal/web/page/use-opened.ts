import { useEffect } from "react";
import { call } from "../../../foundation/http-client.ts";
import { openPageRoute } from "../../contract/open-page.ts";

/** How long an opening stands for those that follow it, ms. */
const SAME = 10 * 60_000;

const said = new Map<number, number>();

/** Says to the school that a person opened the page: at opening, and when the tab is looked at again later. A copy without network is said by nobody. */
export function useOpened(pageId: number, online: boolean): void {
  useEffect(() => {
    if (!online) return undefined;
    const say = () => {
      if (document.visibilityState !== "visible" || Date.now() - (said.get(pageId) ?? -SAME) < SAME) return;
      said.set(pageId, Date.now());
      // an opening that was not heard is said the next time
      call(openPageRoute, { params: { pageId } }).catch(() => said.delete(pageId));
    };
    say();
    document.addEventListener("visibilitychange", say);
    return () => document.removeEventListener("visibilitychange", say);
  }, [pageId, online]);
}
