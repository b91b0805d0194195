import { bind } from "../../foundation/serve.ts";
import { meRoute } from "../contract/me.ts";
import { me } from "./me.ts";

export const PEOPLE_ROUTES = [bind(meRoute, me)];
