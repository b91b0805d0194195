import { Link } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { journalWords as words } from "../words.ru.ts";
import { byGroup, foundPages } from "./found-pages.ts";
import type { PageLine } from "./use-my-pages.ts";

const MANY = 12;

/** Pages by class; a field to find one appears when there are more than an eye takes in. */
export function PagesSearch({ pages, focusField = false, onChosen }: { pages: readonly PageLine[]; focusField?: boolean; onChosen?: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusField) field.current?.focus();
  }, [focusField]);
  const asked = useDeferredValue(typed);
  const groups = useMemo(() => byGroup(foundPages(pages, asked)), [pages, asked]);
  const found = groups.reduce((n, group) => n + group.pages.length, 0);
  return (
    <div className="pages">
      {pages.length > MANY && (
        <div className="field">
          <label htmlFor={id}>{words.pages.search}</label>
          <input
            ref={field}
            className="input"
            id={id}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span className="hint" role="status">
            {asked.trim() !== "" && found > 0 && words.pages.found(found)}
            {found === 0 && asked.trim() !== "" && words.pages.nothing(asked.trim())}
          </span>
        </div>
      )}
      {groups.map((group) => (
        <section className="group" key={group.groupName}>
          <h3>{group.groupName}</h3>
          <ul>
            {group.pages.map((page) => (
              <li key={page.pageId}>
                <Link to="/journal/$pageId" params={{ pageId: String(page.pageId) }} {...(onChosen ? { onClick: onChosen } : {})}>
                  <span>{page.subject}</span> <small>{page.teachers}</small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
