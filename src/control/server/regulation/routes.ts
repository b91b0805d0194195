import { bind } from "../../../foundation/serve.ts";
import { enactEditionRoute, previewEditionRoute, regulationRoute, withdrawEditionRoute } from "../../contract/regulation/regulation.ts";
import { readinessRoute } from "../../contract/regulation/readiness.ts";
import { enactEdition, withdrawEdition } from "./enact-edition.ts";
import { previewEdition } from "./preview-edition.ts";
import { readiness } from "./readiness.ts";
import { regulation } from "./regulation.ts";

export const REGULATION_ROUTES = [
  bind(regulationRoute, regulation),
  bind(enactEditionRoute, enactEdition),
  bind(withdrawEditionRoute, withdrawEdition),
  bind(previewEditionRoute, previewEdition),
  bind(readinessRoute, readiness),
];
