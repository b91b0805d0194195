import { Dialog } from "../../foundation/ui/Dialog.tsx";
import { SignInForm } from "./SignInForm.tsx";
import type { SignedIn } from "./SignInForm.tsx";
import { accessWords as words } from "./words.ru.ts";
import "./sign-in.css";

/** Stands over the screen when the session has ended: the screen below keeps everything that was not sent. */
export default function SignInDialog({ onSignedIn }: { onSignedIn: SignedIn }) {
  return (
    <Dialog title={words.ended.heading}>
      <p className="soft">{words.ended.text}</p>
      <SignInForm onSignedIn={onSignedIn} />
    </Dialog>
  );
}
