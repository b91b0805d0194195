import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { entranceWords as words } from "../words.ru.ts";

/** Stands for the day of those who have no section of their own yet. */
export function NoSections() {
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
