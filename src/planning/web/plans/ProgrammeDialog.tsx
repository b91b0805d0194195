import { useId, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { setProgrammeRoute } from "../../contract/plan/list-plans.ts";
import { Wrong } from "./Wrong.tsx";
import { planWords as words } from "./plans-words.ru.ts";
import { usePlanWork } from "./use-plans.ts";
import type { ListedPage } from "./use-plans.ts";

/** The work programme of a page, and whether its paper copy is kept in school. */
export function ProgrammeDialog({ page, onClose }: { page: ListedPage; onClose: () => void }) {
  const [programme, setProgramme] = useState(page.work.programme);
  const [paperCopy, setPaperCopy] = useState(page.work.paperCopy);
  const { run, wrong, busy } = usePlanWork();
  const [field, hint] = [useId(), useId()];
  const save = async () => {
    const body = { expectedVersion: page.work.version, programme, paperCopy };
    if (await run(() => call(setProgrammeRoute, { params: { pageId: page.pageId }, body }))) onClose();
  };
  return (
    <Dialog
      title={`${words.work.title}: ${words.plan.title(page.groupName, page.subject)}`}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="button" disabled={busy} onClick={() => void save()}>
            {words.save}
          </button>
        </>
      }
    >
      <div className="field">
        <label htmlFor={field}>{words.work.name}</label>
        <input id={field} className="input" maxLength={300} value={programme} aria-describedby={hint} onChange={(event) => setProgramme(event.target.value)} />
        <span className="hint" id={hint}>
          {words.work.nameHint}
        </span>
      </div>
      <label className="check">
        <input type="checkbox" checked={paperCopy} onChange={(event) => setPaperCopy(event.target.checked)} />
        {words.work.paper}
      </label>
      <Wrong text={wrong} />
    </Dialog>
  );
}
