import { useState } from "react";
import { OpenMatterDialog } from "./school/OpenMatterDialog.tsx";
import { dutyWords as words } from "./duty-words.ru.ts";

/** Everybody reports that the own access details became known: the director and the administrator read it in the register (002 П2 §4.3). */
export function ReportBreach({ today }: { today: string }) {
  const [telling, setTelling] = useState(false);
  return (
    <section className="panel" aria-labelledby="breach">
      <header>
        <h2 id="breach">{words.breach.title}</h2>
      </header>
      <div className="in month">
        <p>{words.breach.text}</p>
        <button className="btn" type="button" onClick={() => setTelling(true)}>
          {words.breach.tell}
        </button>
      </div>
      {telling && <OpenMatterDialog register={{ mayOpen: ["breach"], staff: [], today }} onClose={() => setTelling(false)} />}
    </section>
  );
}
