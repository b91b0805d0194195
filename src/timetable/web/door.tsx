export { SubstitutionsScreen } from "./SubstitutionsScreen.tsx";
export type { Shown } from "./SubstitutionsScreen.tsx";
