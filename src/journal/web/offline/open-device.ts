import { deviceStore } from "../../../foundation/device/open-store.ts";
import { call } from "../../../foundation/http-client.ts";
import { journalPageRoute } from "../../contract/journal-page.ts";
import { keepPendingIn, storeOf } from "../grid/grid-store.ts";
import { PendingKeep, browserTabs } from "../grid/pending/pending-keep.ts";
import { keepCopiesFor } from "./copies.ts";
import { keptPage } from "./pages.ts";

/** How long the first screen waits for what lies on the device, ms; a page that must be fetched for it comes later. */
const PATIENCE = 1500;

/** How often other tabs are looked for, ms. */
const LOOK = 30_000;

const opened = new Map<string, Promise<void>>();

/** Opens the belongings of a person (one person of one school): copies are kept from now on, and what was not sent before is put back and sent. Once a tab. */
export function openDevice(owner: string): Promise<void> {
  const known = opened.get(owner) ?? open(owner);
  opened.set(owner, known);
  return known;
}

async function open(owner: string): Promise<void> {
  const store = await deviceStore();
  const keep = new PendingKeep(owner, store, browserTabs());
  keepCopiesFor(owner, store);
  keepPendingIn(keep);
  const adopt = () =>
    keep
      .adopt(async ({ pageId, term, ...rest }) => {
        const page = (await keptPage(pageId, term)) ?? (await call(journalPageRoute, { params: { pageId }, query: { term: term ?? 0 } }).catch(() => null));
        if (!page) return false;
        await storeOf(page).restore({ pageId, term, ...rest });
        return true;
      })
      .catch(() => undefined);
  // a tab that was closed beside this one leaves its letters too; the tabs that were opened since are looked for now and then
  setInterval(() => void adopt(), LOOK);
  document.addEventListener("visibilitychange", () => void (document.visibilityState === "visible" && adopt()));
  addEventListener("online", () => void adopt());
  await Promise.race([adopt(), new Promise((done) => setTimeout(done, PATIENCE))]);
}
