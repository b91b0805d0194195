import { useEffect } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { AccessView } from "./AccessView.tsx";
import { ActivityView } from "./ActivityView.tsx";
import { Choice } from "./Choice.tsx";
import { DepartmentsView } from "./DepartmentsView.tsx";
import { FillingView } from "./FillingView.tsx";
import { ProgressView } from "./ProgressView.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";
import type { ShownReports, View } from "./shown-days.ts";
import "./figures.css";

export type ReportProps = { timezone: string; today: string; shown: ShownReports; onShow: (next: ShownReports) => void };

type Props = ReportProps & { title: string; views: readonly View[] };

/** The reports of who controls the journals; each opens what stands behind its numbers and goes to paper as it is seen. */
export function ReportsScreen({ title, views, ...props }: Props) {
  const { shown, onShow } = props;
  const view = shown.view && views.includes(shown.view) ? shown.view : views[0]!;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const names = Object.fromEntries(views.map((one) => [one, words.view[one]])) as Partial<Record<View, string>>;
  return (
    <main className="page reports" id="main">
      <div className="bar">
        <h1>{words.heading}</h1>
        <Choice label={words.views} names={names} chosen={view} onChoose={(next) => onShow({ ...shown, view: next })} />
        <span className="grow" />
        <button className="btn noprint" type="button" onClick={() => print()}>
          <Icon name="print" /> {words.print}
        </button>
      </div>
      {view === "filling" && <FillingView {...props} />}
      {view === "progress" && <ProgressView />}
      {view === "activity" && <ActivityView {...props} />}
      {view === "access" && <AccessView {...props} />}
      {view === "departments" && <DepartmentsView {...props} />}
    </main>
  );
}
