import { useEffect, useState } from "react";
import { call } from "../../foundation/http-client.ts";
import type { Output } from "../../foundation/route.ts";
import { Desk } from "../../foundation/ui/Icon.tsx";
import { demoSignInsRoute } from "../contract/sign-in.ts";
import { DemoSignIns } from "./DemoSignIns.tsx";
import { SignInForm } from "./SignInForm.tsx";
import type { SignedIn } from "./SignInForm.tsx";
import { accessWords as words } from "./words.ru.ts";
import "./sign-in.css";

/** The first page of Parta; beside the form a demo school offers its people. */
export default function SignInPage({ onSignedIn }: { onSignedIn: SignedIn }) {
  const [demo, setDemo] = useState<Output<typeof demoSignInsRoute> | null>(null);
  useEffect(() => {
    document.title = words.title;
    call(demoSignInsRoute).then(setDemo, () => setDemo(null));
  }, []);
  const offered = demo !== null && demo.signIns.length > 0;
  return (
    <div className="signin">
      <main className={offered ? "signin-box" : "signin-box alone"}>
        <div className="ruler" aria-hidden="true" />
        <div className="signin-own">
          <div className="logo">
            <Desk />
            <span>{words.brand}</span>
          </div>
          <div>
            <h1>{words.heading}</h1>
            {demo?.schoolName && <p className="soft">{demo.schoolName}</p>}
          </div>
          <SignInForm onSignedIn={onSignedIn} />
        </div>
        {offered && <DemoSignIns signIns={demo.signIns} onSignedIn={onSignedIn} />}
      </main>
    </div>
  );
}
