import type { QueryClient } from "@tanstack/react-query";
import { Link, Outlet, createRootRoute, createRoute, createRouter, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { SessionsScreen } from "../../access/web/door.tsx";
import { signOutRoute } from "../../access/contract/sign-in.ts";
import { call } from "../../foundation/http-client.ts";
import { JournalScreen, MyDayScreen, PagesScreen } from "../../journal/web/door.tsx";
import type { Me } from "../App.tsx";
import { entranceWords as words } from "../words.ru.ts";
import { Rail } from "./Rail.tsx";

const DiaryScreen = lazy(() => import("../../diary/web/door.tsx").then((door) => ({ default: door.DiaryScreen })));

/** Ends the session and goes to the sign-in page; when the server is away, the page says so itself. */
function signOut(client: QueryClient): void {
  call(signOutRoute)
    .catch(() => undefined)
    .finally(() => {
      client.clear();
      location.assign("/");
    });
}

const numberOrNothing = (value: unknown): number | undefined => (Number.isInteger(Number(value)) && value !== "" && value !== undefined ? Number(value) : undefined);

/** The addresses of the staff's screens. */
export function routerFor(me: Me, client: QueryClient) {
  const { timezone, name: school } = me.school;
  const leave = () => signOut(client);

  const root = createRootRoute({
    component: () => (
      <>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <div className="app">
          <Rail me={me} onSignOut={leave} />
          <Outlet />
        </div>
      </>
    ),
    notFoundComponent: NotFound,
  });
  const day = createRoute({ getParentRoute: () => root, path: "/", component: () => <MyDayScreen timezone={timezone} title={words.title(words.myDay)} /> });
  const pages = createRoute({ getParentRoute: () => root, path: "/journal", component: () => <PagesScreen title={words.title(words.journal)} /> });
  const page = createRoute({
    getParentRoute: () => root,
    path: "/journal/$pageId",
    validateSearch: (search: Record<string, unknown>): { term?: number; lesson?: number } => {
      const [term, lesson] = [numberOrNothing(search["term"]), numberOrNothing(search["lesson"])];
      return { ...(term === undefined ? {} : { term }), ...(lesson === undefined ? {} : { lesson }) };
    },
    component: function Page() {
      const { pageId } = page.useParams();
      const { term, lesson } = page.useSearch();
      const navigate = useNavigate();
      const to = (next: number) => void navigate({ to: "/journal/$pageId", params: { pageId }, search: { term: next } });
      return <JournalScreen key={pageId} pageId={Number(pageId)} term={term} lessonId={lesson} timezone={timezone} school={school} onTerm={to} />;
    },
  });
  const sessions = createRoute({ getParentRoute: () => root, path: "/sessions", component: () => <SessionsScreen timezone={timezone} onSignOut={leave} /> });
  const diary = createRoute({
    getParentRoute: () => root,
    path: "/diary",
    component: () => (
      <Suspense fallback={null}>
        <DiaryScreen me={me} inside />
      </Suspense>
    ),
  });
  return createRouter({ routeTree: root.addChildren([day, pages, page, sessions, ...(me.children.length > 0 ? [diary] : [])]), defaultPreload: false });
}

function NotFound() {
  return (
    <main className="page" id="main">
      <div className="empty">
        <h1>{words.notFound}</h1>
        <p>{words.notFoundText}</p>
        <Link className="btn primary" to="/">
          {words.toMyDay}
        </Link>
      </div>
    </main>
  );
}
