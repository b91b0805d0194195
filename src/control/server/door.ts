export type { Bringing } from "./duties/bring-said.ts";
export { bringSaid } from "./duties/bring-said.ts";
