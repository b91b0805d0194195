import { useEffect, useState } from "react";
import type { Static } from "typebox";
import type { Me } from "../../people/contract/me.ts";
import { day } from "../../foundation/day.ts";
import { ChildSwitch } from "./ChildSwitch.tsx";
import { DiaryFrame } from "./DiaryFrame.tsx";
import { DiaryPage } from "./DiaryPage.tsx";
import { FamilySessions } from "./FamilySessions.tsx";
import { usePlace } from "./use-place.ts";
import { diaryWords as words } from "./words.ru.ts";
import "./diary.css";

/** The family's whole application: the diary of each child and the family's own sign-ins. */
export function DiaryScreen({ me }: { me: Static<typeof Me> }) {
  const { place, go } = usePlace();
  const [startedOn] = useState(() => day(me.today));
  const child = me.children.find((c) => c.pupilId === place.pupilId) ?? me.children[0];

  useEffect(() => {
    if (place.screen === "sessions") document.title = words.title(words.sessions);
  }, [place.screen]);

  const content = () => {
    if (place.screen === "sessions") return <FamilySessions timezone={me.school.timezone} />;
    if (!child) return <NoChildren />;
    return (
      <DiaryPage
        me={me}
        pupilId={child.pupilId}
        asked={place.day}
        startedOn={startedOn}
        onDay={(to, how) => go({ day: to }, how)}
        childSwitch={<ChildSwitch family={me.children} chosen={child.pupilId} onChoose={(pupilId) => go({ pupilId }, "push")} />}
      />
    );
  };

  return (
    <DiaryFrame screen={place.screen} onScreen={(screen) => go({ screen }, "push")}>
      {content()}
    </DiaryFrame>
  );
}

function NoChildren() {
  return (
    <div className="empty">
      <h1>{words.noChildren}</h1>
      <p>{words.noChildrenText}</p>
    </div>
  );
}
