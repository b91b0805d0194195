import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { NoConnection, ProblemError, call } from "../../../foundation/http-client.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { setPupilNoteRoute } from "../../contract/set-pupil-note.ts";
import type { Page } from "../grid/page-model.ts";
import { answer, choose, collide, isReady, lose, refresh, refuse, savedSlot, send, want } from "../grid/pending/slot.ts";
import type { Slot } from "../grid/pending/slot.ts";

export type PupilNote = { readonly homework: string | null; readonly comment: string | null };

const same = (a: PupilNote, b: PupilNote) => a.homework === b.homework && a.comment === b.comment;
const NONE = { homework: null, comment: null, version: 0 };

/** The note of one pupil in one lesson: saves by itself over the version seen, keeps what was not sent, asks when another wrote meanwhile. */
export function usePupilNote(page: Page, lessonId: number, pupilId: number) {
  const client = useQueryClient();
  const { pageId } = page.page;
  const { homework, comment, version } = page.pupilNotes.find((one) => one.lesson === lessonId && one.pupil === pupilId) ?? NONE;
  const [slot, setSlot] = useState<Slot<PupilNote>>(() => savedSlot({ homework, comment }, version, false));
  const [sentence, setSentence] = useState<string | null>(null);
  const now = useRef(slot);

  const become = useCallback((next: Slot<PupilNote>) => {
    now.current = next;
    setSlot(next);
  }, []);

  useEffect(() => become(refresh(now.current, { homework, comment }, version, false, same)), [become, homework, comment, version]);

  const carry = useCallback(async () => {
    while (isReady(now.current, same)) {
      const { wanted, version: expectedVersion } = now.current;
      become(send(now.current));
      try {
        const saved = await call(setPupilNoteRoute, { params: { pageId, lessonId, pupilId }, body: { ...wanted, expectedVersion } });
        become(answer(now.current, { homework: saved.homework, comment: saved.comment }, saved.version, false));
        setSentence(null);
        void client.invalidateQueries({ queryKey: ["journal", "page", pageId] });
        void client.invalidateQueries({ queryKey: ["journal", "history"] });
      } catch (error) {
        if (error instanceof ProblemError && error.status === 409) {
          const facts = error.facts as { homework: string | null; comment: string | null; version: number };
          become(collide(now.current, { value: { homework: facts.homework, comment: facts.comment }, version: facts.version, by: "", at: "" }, same));
        } else if (error instanceof NoConnection || (error instanceof ProblemError && error.status >= 500)) {
          become(lose(now.current));
          setSentence(null);
          return;
        } else {
          become(refuse(now.current));
          setSentence(sentenceOfError(error));
        }
      }
    }
  }, [become, client, pageId, lessonId, pupilId]);

  useEffect(() => {
    const again = () => void carry();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [carry]);

  const write = useCallback(
    (part: Partial<PupilNote>) => {
      become(want(now.current, { ...now.current.wanted, ...part }, same));
      void carry();
    },
    [become, carry],
  );
  const settle = useCallback(
    (choice: "mine" | "theirs") => {
      const { wanted, other } = now.current;
      become(choose(now.current, choice === "mine" || other === null ? wanted : other.value));
      void carry();
    },
    [become, carry],
  );
  return { slot, sentence, write, settle };
}
