/** The screens of results, loaded when they are opened first. */
export { PeriodsScreen } from "./PeriodsScreen.tsx";
export { PupilCard } from "./PupilCard.tsx";
export { ResultsScreen } from "./ResultsScreen.tsx";
