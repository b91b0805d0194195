import { useEffect, useState, useSyncExternalStore } from "react";
import { entranceWords as words } from "../words.ru.ts";
import { installProgram, newVersion } from "./new-version.ts";
import "./new-version.css";

/** Offers the new version of the program, and never takes it by itself. */
export function NewVersion() {
  const take = useSyncExternalStore(newVersion.subscribe, newVersion.get);
  const [later, setLater] = useState(false);
  useEffect(installProgram, []);
  return (
    <div role="status">
      {take && !later && (
        <div className="new-version">
          <span>{words.newVersion.text}</span>
          <button className="btn primary small" type="button" onClick={take}>
            {words.newVersion.take}
          </button>
          <button className="btn small" type="button" onClick={() => setLater(true)}>
            {words.newVersion.later}
          </button>
        </div>
      )}
    </div>
  );
}
