export { demandNorms } from "./demand-norms.ts";
export { addEdition, addFirstEdition, claimEdition, dropEdition, editionsOf, standingNorms } from "./editions.ts";
export type { Edition, StandingNorm } from "./editions.ts";
export { datedNorms, normsBetween } from "./norms-between.ts";
export { readPreset } from "./read-preset.ts";
export { setNorms } from "./set-norms.ts";
