import { useEffect } from "react";
import { Bonuses } from "../bonuses/Bonuses.tsx";
import { CarePanel } from "./CarePanel.tsx";
import { ClassWeek } from "./ClassWeek.tsx";
import { DepartmentDays } from "./DepartmentDays.tsx";
import { MonthList } from "./MonthList.tsx";
import { inspectionWords as words } from "./inspection-words.ru.ts";
import "./inspections.css";

export type InspectionView = "month" | "departments" | "week" | "care" | "bonuses";
export type ShownInspections = { readonly view?: InspectionView; readonly day?: string; readonly class?: number };
type Props = {
  title: string;
  today: string;
  /** Those open to the person, the first is shown first. */
  views: readonly InspectionView[];
  /** In whose office the person writes checks of pages; null: only looks. */
  office: "deputy" | "director" | null;
  shown: ShownInspections;
  onShow: (next: ShownInspections) => void;
};

/** Checks of journals: those of a month by page, of departments by day, of a class by week, and whose grades are whose. */
export function InspectionsScreen({ title, today, views, office, shown, onShow }: Props) {
  const view = views.find((one) => one === shown.view) ?? views[0];
  const day = shown.day ?? today;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page inspections" id="main">
      <div className="pagehead">
        <h1>{view === "bonuses" ? words.view.bonuses : words.heading}</h1>
        <span className="grow" />
        {views.length > 1 && (
          <div className="seg" role="group" aria-label={words.views}>
            {views.map((one) => (
              <button key={one} type="button" aria-pressed={view === one} onClick={() => onShow({ view: one })}>
                {words.view[one]}
              </button>
            ))}
          </div>
        )}
      </div>
      {view === "month" && <MonthList day={day} today={today} office={office} onDay={(next) => onShow({ ...shown, day: next })} />}
      {view === "departments" && <DepartmentDays />}
      {view === "week" && <ClassWeek day={day} today={today} classId={shown.class} onShow={(next) => onShow({ ...shown, ...next })} />}
      {view === "care" && <CarePanel />}
      {view === "bonuses" && <Bonuses today={today} office={office} />}
    </main>
  );
}
