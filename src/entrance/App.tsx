import { Suspense, lazy, useCallback, useEffect, useState } from "react";
import type { Static } from "typebox";
import { Me, meRoute } from "../access/contract/sign-in.ts";
import { ProblemError, call, onSessionEnd } from "../foundation/http-client.ts";
import { sentenceOfError } from "../foundation/ui/sentence.ts";
import { entranceWords as words } from "./words.ru.ts";

type Me = Static<typeof Me>;
type Who = { is: "asking" } | { is: "nobody" } | { is: "unreachable"; sentence: string } | { is: "person"; me: Me; ended: boolean };

const SignInPage = lazy(() => import("../access/web/SignInPage.tsx"));
const SignInDialog = lazy(() => import("../access/web/SignInDialog.tsx"));
const StaffApp = lazy(() => import("./staff/StaffApp.tsx"));
const DiaryScreen = lazy(() => import("../diary/web/door.tsx").then((door) => ({ default: door.DiaryScreen })));

const FAMILY = new Set(["guardian", "pupil"]);

/** Asks who is here and gives them their place: the sign-in page, the staff's screens, or the family's diary. */
export function App() {
  const [who, setWho] = useState<Who>({ is: "asking" });

  const ask = useCallback(() => {
    setWho({ is: "asking" });
    call(meRoute).then(
      (me) => setWho({ is: "person", me, ended: false }),
      (error: unknown) => setWho(error instanceof ProblemError && error.status === 401 ? { is: "nobody" } : { is: "unreachable", sentence: sentenceOfError(error) }),
    );
  }, []);

  useEffect(ask, [ask]);
  useEffect(() => onSessionEnd(() => setWho((now) => (now.is === "person" ? { ...now, ended: true } : now))), []);

  const signedIn = (me: Me) => {
    // Another person at the same screen must not see, nor send, what the first one left.
    if (who.is === "person" && who.me.personId !== me.personId) location.assign("/");
    else setWho({ is: "person", me, ended: false });
  };

  if (who.is === "asking") return <Opening />;
  if (who.is === "unreachable") return <NotOpened sentence={who.sentence} onAgain={ask} />;
  if (who.is === "nobody") {
    return (
      <Suspense fallback={<Opening />}>
        <SignInPage onSignedIn={signedIn} />
      </Suspense>
    );
  }
  const family = who.me.roles.every((role) => FAMILY.has(role));
  return (
    <Suspense fallback={<Opening />}>
      {family ? <DiaryScreen me={who.me} /> : <StaffApp me={who.me} />}
      {who.ended && (
        <Suspense fallback={null}>
          <SignInDialog onSignedIn={signedIn} />
        </Suspense>
      )}
    </Suspense>
  );
}

function Opening() {
  return (
    <p className="vh" role="status">
      {words.opening}
    </p>
  );
}

function NotOpened({ sentence, onAgain }: { sentence: string; onAgain: () => void }) {
  return (
    <main className="page">
      <div className="empty" role="alert">
        <h1>{words.notOpened}</h1>
        <p>{sentence}</p>
        <button className="btn primary" type="button" onClick={onAgain}>
          {words.again}
        </button>
      </div>
    </main>
  );
}
