import { useEffect } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords as words } from "../plans/plans-words.ru.ts";
import { usePlan } from "../plans/use-plans.ts";
import { PlanEditor } from "./PlanEditor.tsx";
import "../plans/plans.css";

type Props = { pageId: number; school: string; titleOf: (page: string) => string; onBack: () => void; onDirty: (dirty: boolean) => void };

/** The lesson plan of one page, to write or to read. */
export function PlanScreen({ pageId, school, titleOf, onBack, onDirty }: Props) {
  const asked = usePlan(pageId);
  const name = asked.data && words.plan.title(asked.data.groupName, asked.data.subject);
  useEffect(() => {
    document.title = titleOf(name ?? words.title);
  }, [titleOf, name]);
  return (
    <main className="page plans" id="main">
      <button className="btn quiet back noprint" type="button" onClick={onBack}>
        <Icon name="left" />
        {words.plan.back}
      </button>
      {asked.data ? (
        <PlanEditor key={`${pageId} ${asked.dataUpdatedAt}`} plan={asked.data} school={school} onDirty={onDirty} onReload={() => void asked.refetch()} />
      ) : (
        <>
          <h1>{words.title}</h1>
          {asked.isError ? <Wrong text={sentenceOfError(asked.error)} /> : <Waiting text={words.opening} />}
        </>
      )}
    </main>
  );
}
