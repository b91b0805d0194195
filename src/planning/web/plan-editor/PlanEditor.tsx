import { useEffect, useRef, useState } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import type { Plan } from "../plans/use-plans.ts";
import { CopyDialog } from "./CopyDialog.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { PlanTable } from "./PlanTable.tsx";
import { PrintedPlan } from "./PrintedPlan.tsx";
import { usePlanEditor } from "./use-plan-editor.ts";

const words = planWords.plan;

type Props = { plan: Plan; school: string; onDirty: (dirty: boolean) => void; onReload: () => void };

/** The plan with what is said of it: hours against the curriculum, the lag, who saved it; its rows; files, copies, print. */
export function PlanEditor({ plan, school, onDirty, onReload }: Props) {
  const box = useRef<HTMLTableElement>(null);
  const editor = usePlanEditor(plan, box);
  const [open, setOpen] = useState<"import" | "copy" | null>(null);
  const { state, telling, conflict, saving } = editor;
  const { dirty } = state;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);
  const empty = state.lines.length === 0;
  const close = () => setOpen(null);

  return (
    <>
      <div className="pagehead noprint">
        <h1>{words.title(plan.groupName, plan.subject)}</h1>
        <p className="facts">
          <span className="soft">{plan.teachers}</span>
          {plan.weeklyHours > 0 && <span className="soft">{words.weekly(plan.weeklyHours)}</span>}
        </p>
      </div>
      {!empty && (
        <p className="facts noprint">
          <span>{words.total(editor.hours)}</span>
          {plan.curriculumHours === null ? (
            <span className="soft">{words.noCurriculum}</span>
          ) : (
            <span className={plan.curriculumHours === editor.hours ? "soft" : "badge t-late"}>{words.curriculum(editor.hours, plan.curriculumHours)}</span>
          )}
          <span className={editor.lag > 0 ? "badge t-late" : "badge t-ok"}>{words.lag(editor.lag)}</span>
          {editor.withoutLesson > 0 && <span className="badge t-missing">{words.withoutLesson(editor.withoutLesson)}</span>}
        </p>
      )}
      <div className="tools noprint">
        {plan.mayWrite && (
          <>
            <button className="btn primary" type="button" disabled={!dirty || saving} onClick={editor.save}>
              {planWords.save}
            </button>
            <button className="btn" type="button" disabled={dirty} onClick={() => setOpen("import")}>
              <Icon name="up" />
              {words.import}
            </button>
            <button className="btn" type="button" disabled={dirty} onClick={() => setOpen("copy")}>
              {words.copy}
            </button>
          </>
        )}
        {!empty && (
          <button className="btn" type="button" onClick={() => window.print()}>
            <Icon name="print" />
            {words.print}
          </button>
        )}
        <span className="grow" />
        <span className={telling?.isNo ? "err" : "soft"} role={telling?.isNo ? "alert" : "status"}>
          {saving ? words.saving : (telling?.text ?? (dirty ? words.dirty : plan.setBy === null ? "" : words.saved(plan.setBy, plan.source)))}
        </span>
        {state.before && (
          <button className="btn small" type="button" onClick={() => editor.onEdit({ do: "undo" })}>
            <Icon name="undo" />
            {words.undo}
          </button>
        )}
      </div>
      {conflict !== null && (
        <div className="note t-conflict" role="alert">
          <Icon name="conflict" />
          <p>{words.conflict}</p>
          <span className="grow" />
          <button className="btn small" type="button" onClick={onReload}>
            {words.takeTheirs}
          </button>
          <button className="btn small" type="button" onClick={editor.saveOver}>
            {words.keepMine}
          </button>
        </div>
      )}
      {empty ? (
        <div className="empty noprint">
          <h2>{words.noPlan}</h2>
          <p>{plan.mayWrite ? words.noPlanText : words.noPlanToRead}</p>
          {plan.mayWrite && (
            <button className="btn" type="button" onClick={() => editor.onEdit({ do: "insert", at: 0 })}>
              {words.first}
            </button>
          )}
        </div>
      ) : (
        <PlanTable plan={plan} editor={editor} box={box} />
      )}
      <PrintedPlan plan={plan} school={school} days={editor.days} lines={state.lines} />
      {open === "import" && <ImportDialog plan={plan} onClose={close} onDone={onReload} />}
      {open === "copy" && <CopyDialog plan={plan} onClose={close} onDone={onReload} />}
    </>
  );
}
