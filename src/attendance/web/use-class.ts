import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../foundation/http-client.ts";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import type { Undo } from "./give-reason.ts";
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

export type Doing = {
  /** What was done last, for the voice and the line under the heading; or why not. */
  readonly told: { readonly text: string; readonly isNo: boolean } | null;
  readonly busy: boolean;
  /** Does a deed, says what came out, and reads the class anew. Answers whether it was done. */
  readonly run: (deed: () => Promise<string | Done>) => Promise<boolean>;
  /** Like `run`, but a no goes on to who asked: a form shows it itself. */
  readonly attempt: (deed: () => Promise<string | Done>) => Promise<void>;
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
  const attempt = async (deed: () => Promise<string | Done>) => {
    setBusy(true);
    setUndo(null);
    try {
      const done = await deed();
      setTold({ text: typeof done === "string" ? done : done.text, isNo: false });
      if (typeof done !== "string") setUndo(() => done.undo);
    } finally {
      await client.invalidateQueries({ queryKey: ["attendance", "class"] });
      setBusy(false);
    }
  };
  const run = (deed: () => Promise<string | Done>) =>
    attempt(deed).then(
      () => true,
      (error: unknown) => {
        setTold({ text: sentenceOfError(error), isNo: true });
        return false;
      },
    );
  const takeBack = (last: Undo) => () => void run(() => last().then(() => schoolWords.undone));
  return { told, busy, run, attempt, undo: undo && takeBack(undo), tell: (text) => setTold({ text, isNo: false }) };
}
