import { useId, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { approveCurriculumRoute, setTarifficationRoute } from "../../contract/curriculum/curriculum.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { usePlanWork } from "../plans/use-plans.ts";
import type { Curriculum } from "../plans/use-plans.ts";

const words = planWords.curriculum;

/** The director's order: it approves the curriculum, or it is the one on tariffication. */
export function OrderDialog({ data, what, onClose }: { data: Curriculum; what: "approve" | "tariffication"; onClose: () => void }) {
  const approves = what === "approve";
  const [text, setText] = useState(approves ? "" : (data.tariffication.orderNo ?? ""));
  const [on, setOn] = useState(approves ? data.today : (data.tariffication.orderOn ?? data.today));
  const { run, wrong, busy } = usePlanWork();
  const [order, day] = [useId(), useId()];
  const params = { year: data.year };
  const save = async () => {
    const done = await run(() =>
      approves
        ? call(approveCurriculumRoute, { params, body: { expectedVersion: data.version, approvedOn: on, orderRef: text.trim() } })
        : call(setTarifficationRoute, { params, body: { expectedVersion: data.tariffication.version, orderOn: on, orderNo: text.trim() } }),
    );
    if (done) onClose();
  };
  return (
    <Dialog
      title={approves ? words.approveTitle : words.tariffication}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {planWords.cancel}
          </button>
          <button className="btn primary" type="button" disabled={busy || text.trim() === "" || on === ""} onClick={() => void save()}>
            {approves ? words.approve : words.record}
          </button>
        </>
      }
    >
      <div className="field">
        <label htmlFor={order}>{approves ? words.orderRef : words.orderNo}</label>
        <input id={order} className="input" maxLength={approves ? 120 : 60} value={text} onChange={(event) => setText(event.target.value)} />
        {approves && <span className="hint">{words.orderHint}</span>}
      </div>
      <div className="field">
        <label htmlFor={day}>{words.approvedOn}</label>
        <input id={day} className="input short" type="date" max={data.today} value={on} onChange={(event) => setOn(event.target.value)} />
      </div>
      <Wrong text={wrong} />
    </Dialog>
  );
}
