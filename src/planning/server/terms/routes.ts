import { bind } from "../../../foundation/serve.ts";
import { attachAssessmentRoute, closeTermRoute, orderAttestationRoute, reopenTermRoute } from "../../contract/terms/close-term.ts";
import { attachAssessment } from "./attach-assessment.ts";
import { closeTerm } from "./close-term.ts";
import { orderAttestation } from "./order-attestation.ts";
import { reopenTerm } from "./reopen-term.ts";

export const TERM_ROUTES = [
  bind(closeTermRoute, closeTerm),
  bind(reopenTermRoute, reopenTerm),
  bind(orderAttestationRoute, orderAttestation),
  bind(attachAssessmentRoute, attachAssessment),
];
