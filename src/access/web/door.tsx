/** What other screens need of signing in and out. */
export { SessionsScreen } from "./SessionsScreen.tsx";
