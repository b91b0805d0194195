import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { useLayoutEffect, useRef } from "react";
import { isAssessment } from "../../rules/control-works/control-work.ts";
import type { Remark } from "../../rules/control-works/remarks.ts";
import { controlWorkWords as words } from "./control-work-words.ru.ts";
import { weekday } from "./use-schedule.ts";
import type { Schedule, Work } from "./use-schedule.ts";

type Props = {
  schedule: Schedule;
  days: readonly string[];
  works: readonly Work[];
  remarks: ReadonlyMap<number, readonly Remark[]>;
  chosen: number | null;
  onChoose: (workId: number) => void;
};

/** Classes by days. Days without a work are narrow; two assessment procedures of a class on one day stand out. */
export function ScheduleGrid({ schedule, days, works, remarks, chosen, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const busy = new Set(works.map((w) => w.day));
  const months = monthsOf(days);
  useLayoutEffect(() => {
    const today = box.current?.querySelector<HTMLElement>("th.now");
    if (box.current && today) box.current.scrollLeft = today.offsetLeft - box.current.clientWidth / 2;
  }, [days]);
  return (
    <ScrollBox className="panel cw-box" label={words.grid} ref={box}>
      <table className="cw-grid">
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="cw-class">
              {words.className}
            </th>
            {months.map(({ day, span }) => (
              <th key={day} colSpan={span} scope="colgroup" className="cw-month">
                <span>{words.month(day)}</span>
              </th>
            ))}
          </tr>
          <tr>
            {days.map((day) => (
              <th key={day} scope="col" className={`${busy.has(day) ? "busy" : ""}${day === schedule.today ? " now" : ""}${weekday(day) === 1 ? " mon" : ""}`}>
                <span>{words.weekday(weekday(day))}</span>
                {words.dayNo(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schedule.classes.map((c) => (
            <tr key={c.classId}>
              <th scope="row" className="cw-class">
                {c.name}
              </th>
              {days.map((day) => {
                const here = busy.has(day) ? works.filter((w) => w.day === day && w.classIds.includes(c.classId)) : [];
                const two = here.filter((w) => !w.lost && isAssessment(w, schedule.limits.assessment)).length > 1;
                return (
                  <td key={day} className={`${two ? "two" : ""}${day === schedule.today ? " now" : ""}${weekday(day) === 1 ? " mon" : ""}`}>
                    {two && <span className="vh">{words.twoOnDay}</span>}
                    {here.map((w) => (
                      <button
                        key={w.workId}
                        type="button"
                        className={`cw${w.lost ? " lost" : ""}${remarks.get(w.workId)?.length ? " noted" : ""}`}
                        aria-pressed={chosen === w.workId}
                        title={words.open(w.groupName, w.subject, w.day)}
                        onClick={() => onChoose(w.workId)}
                      >
                        {words.short(w.subject)} <b>{w.code}</b>
                      </button>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function monthsOf(days: readonly string[]): { day: string; span: number }[] {
  const months: { day: string; span: number }[] = [];
  for (const day of days) {
    const last = months.at(-1);
    if (last && last.day.slice(0, 7) === day.slice(0, 7)) last.span += 1;
    else months.push({ day, span: 1 });
  }
  return months;
}
