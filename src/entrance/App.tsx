import { Suspense, lazy, useCallback, useEffect, useState } from "react";
import type { Static } from "typebox";
import { meRoute } from "../people/contract/me.ts";
import type { Me as MeSchema } from "../people/contract/me.ts";
import { signOutRoute } from "../access/contract/sign-in.ts";
import { NoConnection, ProblemError, call, onSession } from "../foundation/http-client.ts";
import { sentenceOfError } from "../foundation/ui/sentence.ts";
import { hasLeft, lastPerson, noteLeaving, rememberPerson } from "./last-person.ts";
import { entranceWords as words } from "./words.ru.ts";

export type Me = Static<typeof MeSchema>;
type Who = { is: "asking" } | { is: "nobody" } | { is: "unreachable"; sentence: string } | { is: "person"; me: Me; ended: boolean };

const SignInPage = lazy(() => import("../access/web/SignInPage.tsx"));
const SignInDialog = lazy(() => import("../access/web/SignInDialog.tsx"));
const StaffApp = lazy(() => import("./staff/StaffApp.tsx"));
const DiaryScreen = lazy(() => import("../diary/web/door.tsx").then((door) => ({ default: door.DiaryScreen })));

const PublicSchedule = lazy(() => import("../planning/web/control-works/PublicSchedule.tsx").then((page) => ({ default: page.PublicSchedule })));

/** The school whose open schedule of control works an address asks for: it needs no sign-in. */
const openSchedule = (path: string): number | null => Number(/^\/open\/control-works\/(\d{1,9})\/?$/.exec(path)?.[1] ?? 0) || null;

const FAMILY = new Set(["guardian", "pupil"]);

const isFamily = (me: Me): boolean => me.roles.every((role) => FAMILY.has(role));

/** How long a line may take to say who is here before it counts as none, ms. Who has nothing on this device waits on. */
const PATIENCE = 4000;

/** Gives the line up for the person who worked here last; should its late answer name somebody else, the page is theirs. */
async function tooSlow(asked: Promise<Me>): Promise<Me> {
  await new Promise((done) => setTimeout(done, PATIENCE));
  const last = await lastPerson().catch(() => null);
  if (!last) return asked;
  asked.then(
    (me) => me.personId !== last.personId && location.assign("/"),
    () => undefined,
  );
  return last;
}

/** Who is signed in; without network the member of staff who worked here last, with what lies on the device. A family's diary is never shown old. */
async function whoIsHere(): Promise<Me> {
  try {
    if (hasLeft()) {
      await call(signOutRoute).catch((error: unknown) => {
        if (error instanceof NoConnection) throw error;
      });
      noteLeaving(true);
    }
    const asked = call(meRoute);
    asked.then(async (me) => isFamily(me) || (await rememberPerson(me))).catch(() => undefined);
    return await Promise.race([asked, tooSlow(asked)]);
  } catch (error) {
    const last = error instanceof NoConnection ? await lastPerson().catch(() => null) : null;
    if (last) return last;
    throw error;
  }
}

/** What everybody may read, else the place of the person who is here. */
export function App() {
  const [schoolId] = useState(() => openSchedule(location.pathname));
  if (schoolId === null) return <SignedIn />;
  return (
    <Suspense fallback={<Opening />}>
      <PublicSchedule schoolId={schoolId} />
    </Suspense>
  );
}

/** Asks who is here and gives them their place: the sign-in page, the staff's screens, or the family's diary. */
function SignedIn() {
  const [who, setWho] = useState<Who>({ is: "asking" });

  const ask = useCallback((before?: Me) => {
    whoIsHere().then(
      (me) => {
        // Another person at the same screen must not see, nor send, what the first one left.
        if (before && (before.personId !== me.personId || before.school.schoolId !== me.school.schoolId)) location.assign("/");
        else setWho({ is: "person", me, ended: false });
      },
      (error: unknown) =>
        setWho(error instanceof ProblemError && error.status === 401 ? { is: "nobody" } : { is: "unreachable", sentence: sentenceOfError(error) }),
    );
  }, []);

  useEffect(() => ask(), [ask]);
  useEffect(() => onSession((open) => !open && setWho((now) => (now.is === "person" ? { ...now, ended: true } : now))), []);

  const again = () => {
    setWho({ is: "asking" });
    ask();
  };

  if (who.is === "asking") return <Opening />;
  if (who.is === "unreachable") return <NotOpened sentence={who.sentence} onAgain={again} />;
  if (who.is === "nobody") {
    return (
      <Suspense fallback={<Opening />}>
        <SignInPage onSignedIn={again} />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<Opening />}>
      {isFamily(who.me) ? <DiaryScreen me={who.me} /> : <StaffApp me={who.me} />}
      {who.ended && (
        <Suspense fallback={null}>
          <SignInDialog onSignedIn={() => ask(who.me)} />
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
