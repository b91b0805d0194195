/** What the entrance needs of the screens of control. */
export { DutiesCount } from "./duties/DutiesCount.tsx";
export { SchoolDutiesScreen } from "./duties/school/SchoolDutiesScreen.tsx";
export { DutiesScreen } from "./duties/DutiesScreen.tsx";
export { ControlScreen } from "./journal/ControlScreen.tsx";
/** The checklist of the beginning of the year. */
export const readinessScreens = () => import("./regulation/ReadinessScreen.tsx");
/** The regulation comes apart: it carries the register of norms. */
export const regulationScreens = () => import("./regulation/RegulationScreen.tsx");
/** The reports come apart: not every day asks for them. */
export const reportScreens = () => import("./figures/ReportsScreen.tsx");
export { PageRemarks } from "./remarks/PageRemarks.tsx";
export { RemarksCount } from "./remarks/RemarksCount.tsx";
export { RemarksScreen } from "./remarks/RemarksScreen.tsx";
export type { InspectionView, ShownInspections } from "./inspections/InspectionsScreen.tsx";
