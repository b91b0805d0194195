export { demandNorms } from "./demand-norms.ts";
export { normsBetween } from "./norms-between.ts";
export { presetNames, readPreset } from "./read-preset.ts";
export { setNorms } from "./set-norms.ts";
export type { NewNorm } from "./set-norms.ts";
