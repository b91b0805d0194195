import { Link } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { Desk, Icon } from "../../foundation/ui/Icon.tsx";
import { ThemeButton } from "../../foundation/ui/ThemeButton.tsx";
import { useEscape } from "../../foundation/ui/use-escape.ts";
import type { Me } from "../App.tsx";
import { entranceWords as words } from "../words.ru.ts";
import type { StaffSection } from "./sections/section.ts";
import "./rail.css";

/** How many sections stand on a phone's bar beside the button that opens the others. */
const ON_A_PHONE = 4;
/** With more sections than these the rail of a desk draws them closer together, so that a screen of 900 px shows all. */
const WITHOUT_HASTE = 14;

/** The sections of the staff: left on a wide screen; at the bottom on a phone, the first four and the others behind one button. */
export function Rail({ me, sections, onSignOut }: { me: Me; sections: readonly StaffSection[]; onSignOut: () => void }) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const rail = useRef<HTMLElement>(null);
  useEscape(rail, close);
  const many = sections.length > ON_A_PHONE + 1;
  return (
    <nav ref={rail} className={["rail", open && "open", sections.length > WITHOUT_HASTE && "dense"].filter(Boolean).join(" ")} aria-label={words.sections}>
      <Link className="brand" to="/" aria-label={words.home}>
        <Desk />
      </Link>
      {sections.map(({ Count, ...section }, i) => (
        <Link
          key={section.path}
          className={many && i >= ON_A_PHONE ? "to rest" : "to"}
          to={section.path}
          onClick={close}
          activeOptions={{ exact: section.exact ?? false }}
          activeProps={{ "aria-current": "page" }}
        >
          <Icon name={section.icon} />
          <span>{section.name(me)}</span>
          {Count && <Count me={me} />}
        </Link>
      ))}
      {many && (
        <button className="to rail-more" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="more" />
          <span>{words.more}</span>
        </button>
      )}
      <ThemeButton className="end" />
      <button className="btn quiet icon rail-out" type="button" aria-label={words.signOut} title={words.signOut} onClick={onSignOut}>
        <Icon name="out" />
      </button>
    </nav>
  );
}
