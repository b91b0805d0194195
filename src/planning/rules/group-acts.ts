import type { ActTable } from "../../access/rules/permit.ts";

/** Who may do what with groups made by hand and with the kinds of journal. The secretary enrols and takes out by order. */
export const GROUP_ACTS = {
  "planning.group.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
    { role: "secretary", reach: "school" },
  ],
  "planning.group.make": [
    { role: "deputy_studies", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "planning.group.enrol": [
    { role: "deputy_studies", reach: "school" },
    { role: "journal_admin", reach: "school" },
    { role: "secretary", reach: "school" },
  ],
  "planning.kind.set": [
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
} as const satisfies ActTable;
