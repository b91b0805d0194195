import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { approveCurriculumRoute, setTarifficationRoute } from "../../contract/curriculum/curriculum.ts";
import { planWords } from "../plans/plans-words.ru.ts";
import { usePlanForm } from "../plans/use-plans.ts";
import type { Curriculum } from "../plans/use-plans.ts";

const words = planWords.curriculum;

/** The director's order: it approves the curriculum, or it is the one on tariffication. */
export function OrderDialog({ data, what, onClose }: { data: Curriculum; what: "approve" | "tariffication"; onClose: () => void }) {
  const approves = what === "approve";
  const [text, setText] = useState(approves ? "" : (data.tariffication.orderNo ?? ""));
  const [on, setOn] = useState(approves ? data.today : (data.tariffication.orderOn ?? data.today));
  const send = usePlanForm();
  const params = { year: data.year };
  const save = () =>
    send(() =>
      approves
        ? call(approveCurriculumRoute, { params, body: { expectedVersion: data.version, approvedOn: on, orderRef: text.trim() } })
        : call(setTarifficationRoute, { params, body: { expectedVersion: data.tariffication.version, orderOn: on, orderNo: text.trim() } }),
    );
  return (
    <FormDialog
      title={approves ? words.approveTitle : words.tariffication}
      submit={approves ? words.approve : words.record}
      cancel={planWords.cancel}
      ready={text.trim() !== "" && on !== ""}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={approves ? words.orderRef : words.orderNo} hint={approves && words.orderHint}>
        {(field) => <input className="input" {...field} maxLength={approves ? 120 : 60} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Field label={words.approvedOn}>
        {(field) => <input className="input short" {...field} type="date" max={data.today} value={on} onChange={(event) => setOn(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
