import type { ActTable } from "../../access/rules/permit.ts";

/** Who may do what with terms. A deputy closes and opens them within own competence (002 П2 §2.16). */
export const TERM_ACTS = {
  "planning.term.close": [{ role: "deputy_studies", reach: "own_grade" }],
  "planning.term.reopen": [{ role: "deputy_studies", reach: "own_grade" }],
  "planning.attestation.order": [
    { role: "deputy_studies", reach: "own_grade" },
    { role: "director", reach: "school" },
  ],
  "planning.assessment.attach": [{ role: "director", reach: "school" }],
} as const satisfies ActTable;
