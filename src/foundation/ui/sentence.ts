import { NoConnection, ProblemError } from "../http-client.ts";
import { uiWords } from "./ui.ru.ts";

/** What to tell a person about something thrown by `call`: the server's own sentence where there is one. */
export function sentenceOfError(error: unknown): string {
  if (error instanceof NoConnection) return uiWords.noConnection;
  if (error instanceof ProblemError && error.detail !== "" && error.status < 500) return error.detail;
  return uiWords.ourFault(error instanceof ProblemError ? error.requestId : "");
}
