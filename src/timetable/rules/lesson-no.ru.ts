import { ordinalRu } from "../../foundation/count.ru.ts";
import { AFTER_LESSONS } from "./after-lessons.ts";

/** Which lesson of the day, in words and on one line: «3‑й урок»; what is held once a day after the lessons has no number. */
export const lessonNoRu = (slot: number): string => (slot === AFTER_LESSONS ? "после уроков" : `${ordinalRu(slot)}\u00a0урок`);
export const lessonNoShortRu = (slot: number): string => (slot === AFTER_LESSONS ? "ГПД" : `${slot} ур.`);
