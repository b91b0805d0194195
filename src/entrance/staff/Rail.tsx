import { Link } from "@tanstack/react-router";
import { Desk, Icon } from "../../foundation/ui/Icon.tsx";
import type { IconName } from "../../foundation/ui/Icon.tsx";
import { ThemeButton } from "../../foundation/ui/ThemeButton.tsx";
import type { Me } from "../App.tsx";
import { entranceWords as words } from "../words.ru.ts";
import "./rail.css";

/** The sections of the staff: left on a wide screen, at the bottom on a phone. */
export function Rail({
  me,
  journal,
  timetable,
  classes,
  onSignOut,
}: {
  me: Me;
  journal: boolean;
  timetable: boolean;
  classes: string | null;
  onSignOut: () => void;
}) {
  return (
    <nav className="rail" aria-label={words.sections}>
      <Link className="brand" to="/" aria-label={words.home}>
        <Desk />
      </Link>
      {journal && <Section to="/" icon="day" name={words.myDay} exact />}
      {journal && <Section to="/journal" icon="journal" name={words.journal} />}
      {classes !== null && <Section to="/my-class" icon="class" name={classes} />}
      {timetable && <Section to="/substitutions" icon="swap" name={words.substitutions} />}
      {me.children.length > 0 && <Section to="/diary" icon="diary" name={words.diary} />}
      <Section to="/sessions" icon="user" name={words.sessions} />
      <ThemeButton className="end" />
      <button className="btn quiet icon rail-out" type="button" aria-label={words.signOut} title={words.signOut} onClick={onSignOut}>
        <Icon name="out" />
      </button>
    </nav>
  );
}

function Section({ to, icon, name, exact = false }: { to: string; icon: IconName; name: string; exact?: boolean }) {
  return (
    <Link className="to" to={to} activeOptions={{ exact }} activeProps={{ "aria-current": "page" }}>
      <Icon name={icon} />
      <span>{name}</span>
    </Link>
  );
}
