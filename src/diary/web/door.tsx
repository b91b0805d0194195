import { lazy, Suspense, useState } from "react";
import type { Static } from "typebox";
import { signOutRoute } from "../../access/contract/sign-in.ts";
import { day } from "../../foundation/day.ts";
import { call } from "../../foundation/http-client.ts";
import type { Me } from "../../people/contract/me.ts";
import { ChildSwitch } from "./ChildSwitch.tsx";
import { DiaryFrame } from "./DiaryFrame.tsx";
import { DiaryPage } from "./DiaryPage.tsx";
import { usePlace } from "./use-place.ts";
import { diaryWords as words } from "./words.ru.ts";
import "./diary.css";

const SessionsScreen = lazy(() => import("../../access/web/door.tsx").then((door) => ({ default: door.SessionsScreen })));

/** A whole new page afterwards: nothing of this family stays in memory. */
const signOut = () => void call(signOutRoute).finally(() => location.assign("/"));

/**
 * The family's whole application: the diary of each child and the family's own sign-ins.
 * `inside` the frame of the staff (a teacher who is a parent) it is the diary alone.
 */
export function DiaryScreen({ me, inside = false }: { me: Static<typeof Me>; inside?: boolean }) {
  const { place, go } = usePlace();
  const [startedOn] = useState(() => day(me.today));
  const child = me.children.find((c) => c.pupilId === place.pupilId) ?? me.children[0];

  const diary = (
    <main className="page" id="main" tabIndex={-1}>
      {child ? (
        <DiaryPage
          me={me}
          pupilId={child.pupilId}
          asked={place.day}
          startedOn={startedOn}
          onDay={(to, how) => go({ day: to }, how)}
          childSwitch={<ChildSwitch family={me.children} chosen={child.pupilId} onChoose={(pupilId) => go({ pupilId }, "push")} />}
        />
      ) : (
        <NoChildren />
      )}
    </main>
  );
  if (inside) return <div className="family">{diary}</div>;
  return (
    <DiaryFrame screen={place.screen} onScreen={(screen) => go({ screen }, "push")}>
      {place.screen === "diary" ? (
        diary
      ) : (
        <Suspense fallback={<main className="page" id="main" />}>
          <SessionsScreen timezone={me.school.timezone} onSignOut={signOut} />
        </Suspense>
      )}
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
