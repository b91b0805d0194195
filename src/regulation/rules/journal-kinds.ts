/** The kinds of journal a school keeps (002 Пр §3, 000 §3). */
export const JOURNAL_KINDS = [
  "class",
  "subgroup",
  "elective",
  "optional_course",
  "club",
  "section",
  "extended_day",
  "additional_education",
  "home_study",
  "family_education",
  "extracurricular",
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** `electronic_only`: without a paper variant; `electronic`: printed when a paper is asked for; `electronic_then_print`: printed at the end of the year (000 §3, 002 П2 §3.1). */
export const PAPER_MODES = ["electronic_only", "electronic", "electronic_then_print"] as const;
export type PaperMode = (typeof PAPER_MODES)[number];

/** What a page of a kind is made of. */
export type Uses = { readonly marks: boolean; readonly attendance: boolean; readonly homework: boolean; readonly topics: boolean };
/** The value of the norm of a kind. */
export type KindNorm = Uses & { readonly paper: PaperMode };

/** What the norm of a kind is called. */
export const kindNorm = (kind: JournalKind) => `journal.kind.${kind}` as const;
