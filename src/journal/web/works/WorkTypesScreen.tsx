import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Answered } from "../../../foundation/ui/Answered.tsx";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { ScreenFrame } from "../../../foundation/ui/ScreenFrame.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { addWorkTypeRoute, changeWorkTypeRoute, workTypesRoute } from "../../contract/work-types.ts";
import { workTypesWords as words } from "./work-types-words.ru.ts";
import "./work-types.css";

type WorkType = Output<typeof workTypesRoute>["workTypes"][number];
const KEY = ["journal", "work-types"];

/** The school's dictionary of work types: what marks are given for, how much they weigh, by which term they are put. */
export function WorkTypesScreen({ title, mayChange }: { title: string; mayChange: boolean }) {
  const [open, setOpen] = useState<WorkType | "new" | null>(null);
  const list = useQuery({ queryKey: KEY, queryFn: () => call(workTypesRoute, {}) });
  return (
    <ScreenFrame
      title={title}
      heading={words.title}
      className="worktypes"
      tools={
        mayChange && (
          <button className="btn primary" type="button" onClick={() => setOpen("new")}>
            {words.add}
          </button>
        )
      }
    >
      <p className="soft">{words.text}</p>
      <Answered asked={list} opening={words.opening}>
        {({ workTypes }) => (
          <ScrollBox label={words.title}>
            <table className="table">
              <thead>
                <tr>
                  {words.columns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                  {mayChange && (
                    <th scope="col">
                      <span className="vh">{words.change}</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {workTypes.map((one) => (
                  <tr key={one.workType} className={one.closed ? "soft" : undefined}>
                    <th scope="row">
                      {one.name} {one.usual && <span className="badge">{words.usual}</span>}{" "}
                      {one.closed && <span className="badge t-cancel">{words.closed}</span>}
                    </th>
                    <td>{one.code}</td>
                    <td>
                      {one.weight} {one.weight > 1 && <span className="muted">{words.index(one.weight)}</span>}
                    </td>
                    <td>{words.form[one.form]}</td>
                    {mayChange && (
                      <td>
                        <button className="btn small" type="button" aria-label={words.changeOf(one.name)} onClick={() => setOpen(one)}>
                          {words.change}
                        </button>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Answered>
      {open !== null && <WorkTypeDialog of={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </ScreenFrame>
  );
}

/** Adds a work type or changes one over the version seen; a no leaves what was typed. */
function WorkTypeDialog({ of, onClose }: { of: WorkType | null; onClose: () => void }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState({
    name: of?.name ?? "",
    code: of?.code ?? "",
    weight: of?.weight ?? 1,
    form: of?.form ?? ("written" as const),
    closed: of?.closed ?? false,
  });
  const save = async () => {
    const { closed, ...said } = asked;
    try {
      if (of === null) await call(addWorkTypeRoute, { body: said });
      else await call(changeWorkTypeRoute, { params: { workType: of.workType }, body: { ...said, closed, expectedVersion: of.version } });
    } finally {
      await client.invalidateQueries({ queryKey: KEY });
    }
  };
  return (
    <FormDialog title={of === null ? words.adding : of.name} submit={words.save} cancel={words.leave} onSubmit={save} onClose={onClose}>
      <Field label={words.columns[0]}>
        {(field) => (
          <input className="input" {...field} maxLength={60} required value={asked.name} onChange={(e) => setAsked({ ...asked, name: e.target.value })} />
        )}
      </Field>
      <Field label={words.code}>
        {(field) => (
          <input className="input" {...field} maxLength={4} required value={asked.code} onChange={(e) => setAsked({ ...asked, code: e.target.value })} />
        )}
      </Field>
      <Field label={words.weight} hint={of !== null && asked.weight !== of.weight && words.weightHint}>
        {(field) => (
          <input
            className="input"
            {...field}
            type="number"
            min={1}
            max={9}
            required
            value={asked.weight}
            onChange={(e) => setAsked({ ...asked, weight: Math.trunc(Number(e.target.value)) })}
          />
        )}
      </Field>
      <Field label={words.columns[3]}>
        {(field) => (
          <select className="input" {...field} value={asked.form} onChange={(e) => setAsked({ ...asked, form: e.target.value as WorkType["form"] })}>
            {(["oral", "written", "control"] as const).map((form) => (
              <option key={form} value={form}>
                {words.form[form]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {of !== null && !of.usual && (
        <label className="check">
          <input type="checkbox" checked={asked.closed} onChange={(e) => setAsked({ ...asked, closed: e.target.checked })} /> {words.isClosed}
        </label>
      )}
    </FormDialog>
  );
}
