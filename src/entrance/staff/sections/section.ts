import type { AnyRoute } from "@tanstack/react-router";
import type { ComponentType } from "react";
import type { IconName } from "../../../foundation/ui/Icon.tsx";
import type { Me } from "../../App.tsx";

/** A section of the staff's screens: a line of the rail and the addresses behind it. */
export type StaffSection = {
  /** Where its line leads. */
  path: string;
  icon: IconName;
  name: (me: Me) => string;
  shown: (me: Me) => boolean;
  /** The line is the current one at this very address only, not at those below it. */
  exact?: boolean;
  /** Draws how much waits in the section, beside its line. */
  Count?: ComponentType<{ me: Me }>;
  /** Its addresses; `leave` signs the person out. */
  routes: (root: AnyRoute, me: Me, leave: () => void) => AnyRoute[];
};

/** Whether the table of rights gives an act to one of the person's roles. */
export function mayAct(me: Me, lines: readonly { readonly role: string }[]): boolean {
  return lines.some((line) => me.roles.includes(line.role));
}
