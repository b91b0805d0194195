import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemError, call } from "../../foundation/http-client.ts";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import type { Undo, Why } from "./give-reason.ts";
import { schoolWords } from "./school/school-words.ru.ts";
import { classAttendanceRoute, classesRoute } from "../contract/class-attendance.ts";

/** The classes whose attendance is open to the person. */
export const useClasses = () => useQuery({ queryKey: ["attendance", "classes"], queryFn: () => call(classesRoute) });

/** Attendance of a class in the days. */
export const useClass = (classId: number | undefined, from: string, to: string) =>
  useQuery({
    queryKey: ["attendance", "class", classId, from],
    queryFn: () => call(classAttendanceRoute, { params: { classId: classId ?? 0 }, query: { from, to } }),
    enabled: classId !== undefined,
    placeholderData: (before, query) => (query?.queryKey[2] === classId ? before : undefined),
  });

/** What was done in words, and how to take it back. */
export type Done = { readonly text: string; readonly undo: Undo };

/** A deed; `why` is the reason of a change after its term, asked for when the server wants it. */
export type Deed = (why: Why) => Promise<string | Done>;

export type Doing = {
  /** What was done last, for the voice and the line under the heading; or why not. */
  readonly told: { readonly text: string; readonly isNo: boolean } | null;
  readonly busy: boolean;
  /** Does a deed, says what came out, and reads the class anew. Answers whether it was done. */
  readonly run: (deed: Deed) => Promise<boolean>;
  /** Like `run`, but a no goes on to who asked: a form shows it itself. */
  readonly attempt: (deed: Deed) => Promise<void>;
  /** A deed that comes after its term waits for its reason: gives it, or leaves all as it was. */
  readonly explain: ((why: Why) => void) | null;
  /** Takes the last deed back, where it can be. */
  readonly undo: (() => void) | null;
  readonly tell: (text: string) => void;
};

/** Deeds on the class's page: one at a time, each followed by a fresh reading. */
export function useDoing(): Doing {
  const client = useQueryClient();
  const [told, setTold] = useState<Doing["told"]>(null);
  const [busy, setBusy] = useState(false);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [waiting, setWaiting] = useState<Deed | null>(null);
  const attempt = async (deed: Deed, why: Why = null) => {
    setBusy(true);
    setUndo(null);
    setWaiting(null);
    try {
      const done = await deed(why);
      setTold({ text: typeof done === "string" ? done : done.text, isNo: false });
      if (typeof done !== "string") setUndo(() => done.undo);
    } finally {
      await client.invalidateQueries({ queryKey: ["attendance", "class"] });
      setBusy(false);
    }
  };
  const run = (deed: Deed, why: Why = null) =>
    attempt(deed, why).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ProblemError && error.code === "planning.correction_needs_reason") setWaiting(() => deed);
        setTold({ text: sentenceOfError(error), isNo: true });
        return false;
      },
    );
  const takeBack = (last: Undo) => () => void run((why) => last(why).then(() => schoolWords.undone));
  const explain = (deed: Deed) => (why: Why) => {
    if (why !== null) void run(deed, why);
    else {
      setWaiting(null);
      setTold(null);
    }
  };
  return {
    told,
    busy,
    run: (deed) => run(deed),
    attempt: (deed) => attempt(deed),
    explain: waiting && explain(waiting),
    undo: undo && takeBack(undo),
    tell: (text) => setTold({ text, isNo: false }),
  };
}
