export { GroupsScreen } from "./groups/GroupsScreen.tsx";
