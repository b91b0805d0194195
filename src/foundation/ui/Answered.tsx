import type { ReactNode } from "react";
import { ProblemError } from "../http-client.ts";
import { sentenceOfError } from "./sentence.ts";
import { uiWords } from "./ui.ru.ts";
import { Waiting } from "./Waiting.tsx";

const REFUSALS = 500;

/** A question to the server, as a query of the screen has it. */
export type Asked<Answer> = {
  readonly data: Answer | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
};

/** While there is no answer: words of waiting, or why it did not come, with a way to ask again where that may help. */
export function Unanswered({ asked, opening }: { asked: Asked<unknown>; opening: string }) {
  const { error, isFetching, refetch } = asked;
  if (!error) return <Waiting text={opening} />;
  // what the server refused it refuses again
  const helps = !(error instanceof ProblemError) || error.status >= REFUSALS;
  return (
    <div className="unanswered" role="alert">
      <p className="err">{sentenceOfError(error)}</p>
      {helps && (
        <button className="btn" type="button" aria-disabled={isFetching} onClick={() => void refetch()}>
          {uiWords.again}
        </button>
      )}
    </div>
  );
}

type Props<Answer> = {
  asked: Asked<Answer>;
  opening: string;
  /** Words for an answer in which there is nothing to show. */
  empty?: string | false;
  children: (answer: Answer) => ReactNode;
};

/** The body of a screen that shows one answer. What was read before stays on the screen while asking anew fails, under the sentence that says so. */
export function Answered<Answer>({ asked, opening, empty = false, children }: Props<Answer>) {
  const { data, error } = asked;
  return (
    <>
      {(data === undefined || Boolean(error)) && <Unanswered asked={asked} opening={opening} />}
      {data !== undefined && (empty === false ? children(data) : <p className="empty">{empty}</p>)}
    </>
  );
}
