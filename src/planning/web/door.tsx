export { GroupsScreen } from "./groups/GroupsScreen.tsx";
export { PlanScreen } from "./plan-editor/PlanScreen.tsx";
export { PlansScreen } from "./plans/PlansScreen.tsx";
