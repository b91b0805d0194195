export { MyClassScreen } from "./MyClassScreen.tsx";
