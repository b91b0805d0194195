import { cleanupOutdatedCaches, matchPrecache, precache } from "workbox-precaching";

/** What of a service worker is used here; the program is typed for pages. */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
  readonly location: Location;
  readonly clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: "activate", listen: (event: Lasting) => void) => void) &
    ((type: "fetch", listen: (event: Fetching) => void) => void) &
    ((type: "message", listen: (event: MessageEvent<unknown>) => void) => void);
};
declare const self: Worker;

const SHELL = "/index.html";

/** A line that does not bring the page in this time is none: the kept one is opened, ms. */
const PATIENCE = 4000;

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The page that installed the worker can be opened again without network at once.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// A new version takes over only when the person has said so, or when the last tab of the old one is closed.
self.addEventListener("message", ({ data }) => {
  if ((data as { type?: string } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // The school's data are never kept here: the program keeps what it needs, for whom it may.
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(pageOf(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(matchPrecache(pathname).then((kept) => kept ?? fetch(request)));
  else event.respondWith(freshOf(request, pathname));
});

/** The page from the server, so that whoever opens it has the newest; the kept one when the server does not answer in time. */
async function pageOf(request: Request): Promise<Response> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  if (answer !== null && answer.status < 500) return answer;
  return (await matchPrecache(SHELL)) ?? answer ?? fetch(request);
}

/** Small files without a hash in their name. */
async function freshOf(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await matchPrecache(pathname);
    if (kept) return kept;
    throw error;
  }
}
