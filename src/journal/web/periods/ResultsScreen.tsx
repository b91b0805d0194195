import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { classesRoute } from "../../../attendance/contract/class-attendance.ts";
import { call } from "../../../foundation/http-client.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { closingListRoute } from "../../contract/periods/closing-list.ts";
import { ClassSheet } from "./ClassSheet.tsx";
import type { May } from "./ClassSheet.tsx";
import { AssessmentDialog } from "./ClosingDialogs.tsx";
import { ClosingView } from "./ClosingView.tsx";
import { periodWords as words } from "./period-words.ru.ts";
import "../journal.css";
import "./periods.css";

export type ResultsShown = { class?: number; view?: "closing" };
type ScreenProps = {
  today: string;
  may: May & { readonly closing: boolean; readonly classes: boolean };
  shown: ResultsShown;
  onShow: (next: ResultsShown) => void;
};

/** Results of classes, and for the deputy the closing of terms. */
export function ResultsScreen({ today, may, shown, onShow }: ScreenProps) {
  const [attaching, setAttaching] = useState(false);
  const closing = shown.view === "closing" && may.closing;
  useEffect(() => {
    document.title = words.title(closing ? words.closing.tab : words.sheet.tab);
  }, [closing]);
  return (
    <main className="page totals-wide" id="main">
      <div className="pagehead">
        <h1>{words.section}</h1>
        {may.closing && (
          <div className="seg" role="group" aria-label={words.section}>
            <button type="button" aria-pressed={!closing} onClick={() => onShow(shown.class === undefined ? {} : { class: shown.class })}>
              {words.sheet.tab}
            </button>
            <button type="button" aria-pressed={closing} onClick={() => onShow({ ...shown, view: "closing" })}>
              {words.closing.tab}
            </button>
          </div>
        )}
        {may.attach && (
          <button className="btn" type="button" onClick={() => setAttaching(true)}>
            {words.assessment.attach}
          </button>
        )}
      </div>
      {closing ? <ClosingView may={may} /> : <Sheets may={may} chosen={shown.class} onChoose={(classId) => onShow({ class: classId })} />}
      {attaching && <AssessmentDialog today={today} onClose={() => setAttaching(false)} />}
    </main>
  );
}

type Offered = { classId: number; name: string };

/** The classes that the person may look at: the own ones, or all of the school. */
function useClasses(may: ScreenProps["may"]): readonly Offered[] | undefined {
  const own = useQuery({ queryKey: ["attendance", "classes"], queryFn: () => call(classesRoute), enabled: may.classes });
  const all = useQuery({
    queryKey: ["journal", "closing", "year", 20],
    queryFn: () => call(closingListRoute, { params: { kind: "year", term: 20 } }),
    enabled: !may.classes,
  });
  if (may.classes) return own.data?.classes;
  return (
    all.data && [
      ...new Map(all.data.lines.flatMap((line) => (line.classId === null ? [] : [[line.classId, { classId: line.classId, name: line.className }]]))).values(),
    ]
  );
}

function Sheets({ may, chosen, onChoose }: { may: ScreenProps["may"]; chosen: number | undefined; onChoose: (classId: number) => void }) {
  const id = useId();
  const classes = useClasses(may);
  if (!classes) return <Waiting text={words.sheet.opening} />;
  const classId = chosen ?? classes[0]?.classId;
  if (classId === undefined) return <p className="soft">{words.sheet.noClasses}</p>;
  return (
    <>
      {classes.length > 1 && (
        <div className="totals-bar">
          <div className="field beside">
            <label htmlFor={id}>{words.sheet.choose}</label>
            <select className="input" id={id} value={classId} onChange={(event) => onChoose(Number(event.target.value))}>
              {classes.map((one) => (
                <option key={one.classId} value={one.classId}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      <ClassSheet classId={classId} may={may} />
    </>
  );
}
