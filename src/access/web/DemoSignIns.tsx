import { useState } from "react";
import { call } from "../../foundation/http-client.ts";
import type { Output } from "../../foundation/route.ts";
import { Icon } from "../../foundation/ui/Icon.tsx";
import type { IconName } from "../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { ThemeButton } from "../../foundation/ui/ThemeButton.tsx";
import { signInRoute } from "../contract/sign-in.ts";
import type { demoSignInsRoute } from "../contract/sign-in.ts";
import type { SignedIn } from "./SignInForm.tsx";
import { accessWords as words } from "./words.ru.ts";

type SignIns = Output<typeof demoSignInsRoute>["signIns"];

const ICON_OF_ROLE: Record<string, IconName> = {
  subject_teacher: "journal",
  homeroom_teacher: "book",
  deputy_studies: "control",
  director: "rules",
  journal_admin: "setup",
  secretary: "setup",
  guardian: "diary",
  pupil: "user",
};

/** The people of the demo school as buttons: one press and you are in. */
export function DemoSignIns({ signIns, onSignedIn }: { signIns: SignIns; onSignedIn: SignedIn }) {
  const [sentence, setSentence] = useState<string | null>(null);
  const enter = (login: string, password: string) => {
    setSentence(null);
    call(signInRoute, { body: { login, password } }).then(
      () => onSignedIn(),
      (error: unknown) => setSentence(sentenceOfError(error)),
    );
  };
  return (
    <section className="demo" aria-labelledby="demo-heading">
      <div className="demo-head">
        <h2 id="demo-heading">{words.demo.heading}</h2>
        <span className="grow" />
        <ThemeButton />
      </div>
      <p className="soft small">{words.demo.text}</p>
      <ul>
        {signIns.map((one) => (
          <li key={one.login}>
            <button className="demo-person" type="button" onClick={() => enter(one.login, one.password)}>
              <Icon name={ICON_OF_ROLE[one.role] ?? "user"} />
              <span>
                <b>{one.label}</b>
                <small>{one.detail}</small>
              </span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      {sentence && (
        <p className="err" role="alert">
          <Icon name="bad" />
          <span>{sentence}</span>
        </p>
      )}
    </section>
  );
}
