import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { setStateExamRoute } from "../../contract/periods/class-summary.ts";
import type { Summary } from "./ClassSheet.tsx";
import { periodWords as words } from "./period-words.ru.ts";

const RESULTS = ["5", "4", "3", "2"];
const FORMS_OF: Record<number, readonly ("oge" | "ege" | "gve")[]> = { 9: ["oge", "gve"], 11: ["ege", "gve"] };

/** What a pupil got at the state final attestation in one subject. */
export function ExamDialog({ data, pupilId, onClose }: { data: Summary; pupilId: number; onClose: () => void }) {
  const client = useQueryClient();
  const forms = FORMS_OF[data.class.gradeLevel] ?? ["gve"];
  const standingOf = (page: number) => data.exams.find((one) => one.pupilId === pupilId && one.pageId === page);
  const [pageId, setPage] = useState(data.pages[0]?.pageId ?? 0);
  const [form, setForm] = useState<"oge" | "ege" | "gve">(forms[0] ?? "gve");
  const [heldOn, setHeldOn] = useState(data.today);
  const [score, setScore] = useState("");
  const [mark, setMark] = useState("");
  const choose = (page: number) => {
    setPage(page);
    const standing = standingOf(page);
    if (!standing) return;
    setForm(standing.form);
    setHeldOn(standing.heldOn);
    setScore(standing.score === null ? "" : String(standing.score));
    setMark(standing.mark ?? "");
  };
  const save = async () => {
    const body = {
      form,
      heldOn,
      score: score === "" ? null : Number(score),
      mark: mark === "" ? null : mark,
      expectedVersion: standingOf(pageId)?.version ?? 0,
    };
    await call(setStateExamRoute, { params: { pageId, pupilId }, body });
    await client.invalidateQueries({ queryKey: ["journal", "summary", data.class.classId] });
  };
  const name = data.pupils.find((pupil) => pupil.pupilId === pupilId)?.name ?? "";
  return (
    <FormDialog title={words.exam.heading(name)} submit={words.exam.save} cancel={words.exam.cancel} onSubmit={save} onClose={onClose}>
      <Field label={words.exam.subject}>
        {(field) => (
          <select className="input" {...field} value={pageId} onChange={(event) => choose(Number(event.target.value))}>
            {data.pages.map((page) => (
              <option key={page.pageId} value={page.pageId}>
                {page.subject}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="two">
        <Field label={words.exam.form}>
          {(field) => (
            <select className="input" {...field} value={form} onChange={(event) => setForm(forms.find((one) => one === event.target.value) ?? "gve")}>
              {forms.map((one) => (
                <option key={one} value={one}>
                  {words.sheet.forms[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.exam.on}>
          {(field) => <input className="input" {...field} type="date" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />}
        </Field>
        <Field label={words.exam.score}>
          {(field) => <input className="input" {...field} type="number" min={0} max={100} value={score} onChange={(event) => setScore(event.target.value)} />}
        </Field>
        <Field label={words.exam.mark}>
          {(field) => (
            <select className="input" {...field} value={mark} onChange={(event) => setMark(event.target.value)}>
              <option value="">{words.exam.noMark}</option>
              {RESULTS.map((token) => (
                <option key={token}>{token}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </FormDialog>
  );
}
