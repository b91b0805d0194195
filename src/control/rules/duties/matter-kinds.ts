import type { Role } from "../../../access/rules/roles.ts";
import type { DutyKind } from "./duty-kind.ts";

/** A thing of the day that starts a term. */
type MatterKind = {
  /** Who may write it into the register. */
  readonly opens: readonly Role[] | "everyone";
  /** A person of the staff is named who owes it. */
  readonly named: boolean;
  /** Its term is counted from an hour, not from a day. */
  readonly byHour: boolean;
  /** Who writes it in has thereby done what is owed: whether in time is judged by the moment. */
  readonly doneByWriting: boolean;
};

const OFFICE: readonly Role[] = ["secretary", "journal_admin", "deputy_studies", "director"];
const usual = { named: false, byHour: false, doneByWriting: false } as const;

/** The register of things that start a term. */
export const MATTER_KINDS = {
  /** A request for access to the diary (002 П3 §2.9). */
  diary_request: { opens: OFFICE, ...usual },
  /** Data given to somebody to be brought into the diary (002 П3 §3.14). */
  data_given: { opens: OFFICE, ...usual, named: true },
  /** The state attestation of the graduating grades ended and its results came (002 П2 §3.3). */
  attestation_results: { opens: OFFICE, ...usual },
  /** Somebody's access details became known to another (002 П2 §4.3). */
  breach: { opens: "everyone", ...usual, doneByWriting: true },
  /** A written enquiry (002 П3 §2.18). */
  enquiry: { opens: OFFICE, ...usual },
  /** A leak of personal data. */
  leak: { opens: ["journal_admin", "director"], ...usual, byHour: true },
  /** An application for a transfer to another school. */
  transfer: { opens: OFFICE, ...usual },
} as const satisfies Record<string, MatterKind>;

export type MatterCode = keyof typeof MATTER_KINDS;

const started = (from: MatterCode) => ({ about: "matter", from, closes: "word", place: null }) as const;

/** What is owed about them. */
export const MATTER_DUTIES = {
  diary_access: {
    row: "DL-35",
    ...started("diary_request"),
    owner: ["deputy_studies", "journal_admin"],
    controller: "director",
    norm: "service.access_term",
  },
  data_entered: { row: "DL-36", ...started("data_given"), owner: "own", controller: "deputy_studies", norm: "service.update_outer_limit" },
  final_archive: { row: "DL-40", ...started("attestation_results"), owner: ["journal_admin"], controller: "deputy_studies", norm: "archive.graduates_final" },
  breach_report: { row: "DL-44", ...started("breach"), owner: "own", controller: "director", norm: "security.compromise_report" },
  enquiry_answer: { row: "DL-48", ...started("enquiry"), owner: ["secretary", "director"], controller: "director", norm: "service.written_answer" },
  leak_notice: { row: "DL-55", ...started("leak"), owner: ["director"], controller: "director", norm: "security.leak_notice" },
  leak_inquiry: { row: "DL-55", ...started("leak"), owner: ["director"], controller: "director", norm: "security.leak_inquiry" },
  dismissal_act: { row: "DL-56", ...started("transfer"), owner: ["secretary", "director"], controller: "director", norm: "contingent.dismissal_act" },
} as const satisfies Record<string, DutyKind>;
