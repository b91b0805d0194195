import { useId, useRef, useState } from "react";
import type { SubmitEvent } from "react";
import { call } from "../../foundation/http-client.ts";
import { Icon } from "../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { signInRoute } from "../contract/sign-in.ts";
import { accessWords as words } from "./words.ru.ts";

export type SignedIn = () => void;

type Wrong = { field: "login" | "password"; sentence: string };

/** Login and password, with the sentence under them when they do not fit. */
export function SignInForm({ onSignedIn }: { onSignedIn: SignedIn }) {
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const ids = { login: useId(), password: useId(), wrong: useId() };

  const refuse = (problem: Wrong) => {
    setWrong(problem);
    (problem.field === "login" ? login : password).current?.focus();
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = { login: login.current?.value.trim() ?? "", password: password.current?.value ?? "" };
    if (given.login === "") return refuse({ field: "login", sentence: words.noLogin });
    if (given.password === "") return refuse({ field: "password", sentence: words.noPassword });
    setBusy(true);
    try {
      await call(signInRoute, { body: given });
      onSignedIn();
    } catch (error) {
      refuse({ field: "password", sentence: sentenceOfError(error) });
    } finally {
      setBusy(false);
    }
  };

  const told = (field: Wrong["field"]) => (wrong?.field === field ? { "aria-invalid": true, "aria-describedby": ids.wrong } : {});

  return (
    <form className="signin-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={ids.login}>{words.login}</label>
        <input ref={login} className="input" id={ids.login} autoComplete="username" autoCapitalize="none" spellCheck={false} {...told("login")} />
      </div>
      <div className="field">
        <label htmlFor={ids.password}>{words.password}</label>
        <div className="pw">
          <input ref={password} className="input" id={ids.password} type={shown ? "text" : "password"} autoComplete="current-password" {...told("password")} />
          <button className="btn quiet small" type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </button>
        </div>
      </div>
      {wrong && (
        <p className="err" id={ids.wrong} role="alert">
          <Icon name="bad" />
          <span>{wrong.sentence}</span>
        </p>
      )}
      <button className="btn primary" type="submit" aria-disabled={busy}>
        {words.enter}
      </button>
      <p className="small soft">{words.forgotten}</p>
    </form>
  );
}
