import { useEffect, useState } from "react";
import type { GridStore } from "../grid/grid-store.ts";
import { sayTold } from "../grid/say.ts";
import { useGrid } from "../grid/use-grid.ts";

const SHOWN = 5000;

/** Speaks what happened after a key; a no is shown as well, and goes by itself. */
export function Telling({ store }: { store: GridStore }) {
  const told = useGrid(store).told;
  const [said, setSaid] = useState({ n: 0, text: "", alert: false });

  useEffect(() => {
    if (!told) return;
    setSaid({ n: told.n, ...sayTold(store.get(), told.what) });
    const fade = setTimeout(() => setSaid((now) => ({ ...now, text: "", alert: false })), SHOWN);
    return () => clearTimeout(fade);
  }, [store, told]);

  return (
    <>
      <div className="vh" aria-live="polite">
        {said.alert ? "" : said.text}
      </div>
      <div className="tip" role="alert">
        {said.alert && said.text !== "" && (
          <div className="toast" key={said.n}>
            {said.text}
          </div>
        )}
      </div>
    </>
  );
}
