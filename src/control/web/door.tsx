/** What the entrance needs of the screens of control. */
export { DutiesScreen } from "./DutiesScreen.tsx";
export { DutiesCount } from "./DutiesCount.tsx";
