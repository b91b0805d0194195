import { Link, Navigate, Outlet, createRootRoute, createRoute, createRouter, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy, useEffect } from "react";
import { SessionsScreen } from "../../access/web/door.tsx";
import { JOURNAL_ACTS } from "../../journal/rules/acts.ts";
import { JournalScreen, MyDayScreen, PagesScreen } from "../../journal/web/door.tsx";
import { TIMETABLE_ACTS } from "../../timetable/rules/acts.ts";
import type { Me } from "../App.tsx";
import { entranceWords as words } from "../words.ru.ts";
import { ClassPage, classSection, shownClass } from "./ClassPage.tsx";
import type { ShownClass } from "./ClassPage.tsx";
import { Rail } from "./Rail.tsx";

const DiaryScreen = lazy(() => import("../../diary/web/door.tsx").then((door) => ({ default: door.DiaryScreen })));

const SubstitutionsScreen = lazy(() => import("../../timetable/web/door.tsx").then((door) => ({ default: door.SubstitutionsScreen })));

const numberOrNothing = (value: unknown): number | undefined =>
  Number.isInteger(Number(value)) && value !== "" && value !== undefined ? Number(value) : undefined;

/** The addresses of the staff's screens. */
export function routerFor(me: Me, leave: () => void) {
  const { timezone, name: school } = me.school;
  const journal = JOURNAL_ACTS["journal.page.list"].some((line) => me.roles.includes(line.role));

  const timetable = TIMETABLE_ACTS["timetable.day.read"].some((line) => me.roles.includes(line.role));

  const classes = classSection(me);

  const root = createRootRoute({
    component: () => (
      <>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <div className="app">
          <Rail me={me} journal={journal} timetable={timetable} classes={classes} onSignOut={leave} />
          <Outlet />
        </div>
      </>
    ),
    notFoundComponent: NotFound,
  });
  const day = createRoute({
    getParentRoute: () => root,
    path: "/",
    component: () =>
      journal ? <MyDayScreen timezone={timezone} title={words.title(words.myDay)} /> : classes === null ? <NoSections /> : <Navigate to="/my-class" replace />,
  });
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
  const substitutions = createRoute({
    getParentRoute: () => root,
    path: "/substitutions",
    validateSearch: (search: Record<string, unknown>): { day?: string; month?: string } => {
      const { day: asked, month } = search;
      return { ...(typeof asked === "string" ? { day: asked } : {}), ...(typeof month === "string" ? { month } : {}) };
    },
    component: function Substitutions() {
      const shown = substitutions.useSearch();
      const navigate = useNavigate();
      const show = (search: { day?: string; month?: string }) => void navigate({ to: "/substitutions", search });
      return (
        <Suspense fallback={null}>
          <SubstitutionsScreen timezone={timezone} school={school} title={words.title(words.substitutions)} today={me.today} shown={shown} onShow={show} />
        </Suspense>
      );
    },
  });
  const myClass = createRoute({
    getParentRoute: () => root,
    path: "/my-class",
    validateSearch: shownClass,
    component: function MyClass() {
      const shown = myClass.useSearch();
      const navigate = useNavigate();
      return <ClassPage me={me} shown={shown} onShow={(search: ShownClass) => void navigate({ to: "/my-class", search })} />;
    },
  });
  return createRouter({
    routeTree: root.addChildren([
      day,
      sessions,
      ...(classes === null ? [] : [myClass]),
      ...(journal ? [pages, page] : []),
      ...(timetable ? [substitutions] : []),
      ...(me.children.length > 0 ? [diary] : []),
    ]),
    defaultPreload: false,
  });
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

/** Stands for the day of those who have no section of their own yet. */
function NoSections() {
  useEffect(() => {
    document.title = words.title(words.myDay);
  }, []);
  return (
    <main className="page" id="main">
      <div className="empty">
        <h1>{words.noSections}</h1>
        <p>{words.noSectionsText}</p>
        <Link className="btn primary" to="/sessions">
          {words.toSessions}
        </Link>
      </div>
    </main>
  );
}
