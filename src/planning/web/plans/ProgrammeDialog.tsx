import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { setProgrammeRoute } from "../../contract/plan/list-plans.ts";
import { planWords as words } from "./plans-words.ru.ts";
import { usePlanForm } from "./use-plans.ts";
import type { ListedPage } from "./use-plans.ts";

/** The work programme of a page, and whether its paper copy is kept in school. */
export function ProgrammeDialog({ page, onClose }: { page: ListedPage; onClose: () => void }) {
  const [programme, setProgramme] = useState(page.work.programme);
  const [paperCopy, setPaperCopy] = useState(page.work.paperCopy);
  const send = usePlanForm();
  const save = () => {
    const body = { expectedVersion: page.work.version, programme, paperCopy };
    return send(() => call(setProgrammeRoute, { params: { pageId: page.pageId }, body }));
  };
  return (
    <FormDialog
      title={`${words.work.title}: ${words.plan.title(page.groupName, page.subject)}`}
      submit={words.save}
      cancel={words.cancel}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={words.work.name} hint={words.work.nameHint}>
        {(field) => <input className="input" {...field} maxLength={300} value={programme} onChange={(event) => setProgramme(event.target.value)} />}
      </Field>
      <label className="check">
        <input type="checkbox" checked={paperCopy} onChange={(event) => setPaperCopy(event.target.checked)} />
        {words.work.paper}
      </label>
    </FormDialog>
  );
}
