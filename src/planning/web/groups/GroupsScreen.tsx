import { useEffect } from "react";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { GroupList } from "./GroupList.tsx";
import { GroupView } from "./GroupView.tsx";
import { KindsTable } from "./KindsTable.tsx";
import { groupWords as words } from "./groups-words.ru.ts";
import { useDeeds, useGroups } from "./use-groups.ts";
import "./groups.css";

export type ShownGroups = { readonly group?: number; readonly view?: "kinds" };

/** Groups made by hand and the kinds of journal: a list, one group, or the table of kinds. */
export function GroupsScreen({ title, shown, onShow }: { title: string; shown: ShownGroups; onShow: (next: ShownGroups) => void }) {
  const found = useGroups();
  const deeds = useDeeds();
  useEffect(() => {
    document.title = title;
  }, [title]);
  const { group } = shown;
  return (
    <main className="page groups" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        <div className="seg" role="group" aria-label={words.heading}>
          <button type="button" aria-pressed={shown.view !== "kinds"} onClick={() => onShow({})}>
            {words.tabs.groups}
          </button>
          <button type="button" aria-pressed={shown.view === "kinds"} onClick={() => onShow({ view: "kinds" })}>
            {words.tabs.kinds}
          </button>
        </div>
      </div>
      <p role={deeds.told?.isNo ? "alert" : "status"} className={`told ${deeds.told?.isNo ? "err" : "soft"}`}>
        {deeds.told?.text}
      </p>
      {!found.data ? (
        <Unanswered asked={found} opening={words.opening} />
      ) : shown.view === "kinds" ? (
        <KindsTable deeds={deeds} mayMake={found.data.mayMake} />
      ) : group !== undefined ? (
        <GroupView key={group} groupId={group} all={found.data} deeds={deeds} onBack={() => onShow({})} />
      ) : (
        <GroupList all={found.data} deeds={deeds} onOpen={(groupId) => onShow({ group: groupId })} />
      )}
    </main>
  );
}
