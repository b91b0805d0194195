import { useEffect, useMemo, useState } from "react";
import type { GridStore } from "../grid/grid-store.ts";
import { sayTold } from "../grid/say.ts";
import { usePaintedGrid } from "../grid/use-grid.ts";

const SHOWN = 5000;

/** Speaks what happened after a key; a no is shown as well, and goes by itself. */
export function Telling({ store }: { store: GridStore }) {
  const told = usePaintedGrid(store).told;
  const [faded, setFaded] = useState(0);
  // The words are of the moment of the telling: a save that comes later does not say them again.
  const said = useMemo(() => (told ? sayTold(store.get(), told.what) : null), [store, told]);
  const n = told?.n ?? 0;

  useEffect(() => {
    const fade = setTimeout(() => setFaded(n), SHOWN);
    return () => clearTimeout(fade);
  }, [n]);

  const shown = said && n !== faded ? said : null;
  return (
    <>
      <div className="vh" aria-live="polite">
        {shown && !shown.alert && shown.text}
      </div>
      <div className="tip" role="alert">
        {shown?.alert && (
          <div className="toast" key={n}>
            {shown.text}
          </div>
        )}
      </div>
    </>
  );
}
