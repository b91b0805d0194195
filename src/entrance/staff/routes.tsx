import { Link, Outlet, createRootRoute, createRouter } from "@tanstack/react-router";
import type { Me } from "../App.tsx";
import { entranceWords as words } from "../words.ru.ts";
import { Rail } from "./Rail.tsx";
import { SECTIONS } from "./sections/index.ts";

/** The addresses of the staff's screens: those of the sections that the person has. */
export function routerFor(me: Me, leave: () => void) {
  const shown = SECTIONS.filter((section) => section.shown(me));
  const root = createRootRoute({
    component: () => (
      <>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <div className="app">
          <Rail me={me} sections={shown} onSignOut={leave} />
          <Outlet />
        </div>
      </>
    ),
    notFoundComponent: NotFound,
  });
  // the first page stands for everybody, whatever sections they have
  const [first, ...others] = SECTIONS;
  const routes = [first!, ...others.filter((section) => shown.includes(section))].flatMap((section) => section.routes(root, me, leave));
  return createRouter({ routeTree: root.addChildren(routes), defaultPreload: false });
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
