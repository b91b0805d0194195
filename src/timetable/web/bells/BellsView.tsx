import { useId, useState } from "react";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { BellsForm } from "./BellsForm.tsx";
import { DayBells } from "./DayBells.tsx";
import { bellsWords as words } from "./bells-words.ru.ts";
import { useBells } from "./use-bells.ts";
import "./bells.css";

/** The variants of the bells, and by which of them single days ring. */
export function BellsView() {
  const asked = useBells();
  const tab = useId();
  const [chosen, setChosen] = useState<number | "new" | null>(null);
  if (!asked.data) return <Unanswered asked={asked} opening={words.opening} />;
  const { bells, mayEdit } = asked.data;
  const shown = chosen === "new" ? null : (bells.find((b) => b.bellScheduleId === chosen) ?? bells[0] ?? null);
  return (
    <div className="cols">
      <section className="panel bells">
        <header>
          <h2 id={tab}>{words.heading}</h2>
          <div className="seg" role="group" aria-labelledby={tab}>
            {bells.map((b) => (
              <button key={b.bellScheduleId} type="button" aria-pressed={shown === b} onClick={() => setChosen(b.bellScheduleId)}>
                {b.name}
                {b.isUsual ? ` (${words.usual})` : ""}
              </button>
            ))}
            {mayEdit && (
              <button type="button" aria-pressed={shown === null} onClick={() => setChosen("new")}>
                {words.add}
              </button>
            )}
          </div>
        </header>
        <BellsForm
          key={shown?.bellScheduleId ?? "new"}
          current={shown}
          model={bells.find((b) => b.isUsual) ?? null}
          limits={asked.data.limits}
          mayEdit={mayEdit}
          onSaved={(id) => setChosen(id)}
        />
      </section>
      <DayBells data={asked.data} />
    </div>
  );
}
