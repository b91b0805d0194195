import { bind } from "../../../foundation/serve.ts";
import { closeTermRoute, orderAttestationRoute, reopenTermRoute } from "../../contract/terms/close-term.ts";
import { closeTerm } from "./close-term.ts";
import { orderAttestation } from "./order-attestation.ts";
import { reopenTerm } from "./reopen-term.ts";

export const TERM_ROUTES = [bind(closeTermRoute, closeTerm), bind(reopenTermRoute, reopenTerm), bind(orderAttestationRoute, orderAttestation)];
