import { createContext } from "react";
import type { ComponentType } from "react";

/** Where the person stands on a page. */
export type PlaceOnPage = {
  readonly pageId: number;
  readonly lesson: { readonly lessonId: number; readonly day: string; readonly slot: number } | null;
  readonly pupil: { readonly pupilId: number; readonly name: string } | null;
};

export type BesideProps = {
  pageId: number;
  /** The lesson of the chosen column; null on a column of a term. */
  lessonId: number | null;
  /** The whole place, asked when it is needed: it changes with every key. */
  placeNow: () => PlaceOnPage;
  timezone: string;
  /** Says which lessons bear a sign in the head of the grid, and what it tells. */
  onSigns: (signs: ReadonlyMap<number, string>) => void;
};

/** What a later area shows above the grid; the entrance gives it. */
export type Beside = ComponentType<BesideProps>;

/** Signs of lessons by their number. */
export const LessonSigns = createContext<ReadonlyMap<number, string>>(new Map());
