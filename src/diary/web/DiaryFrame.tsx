import type { MouseEvent, ReactNode } from "react";
import { Desk, Icon, type IconName } from "../../foundation/ui/Icon.tsx";
import { ThemeButton } from "../../foundation/ui/ThemeButton.tsx";
import { placeOf, searchOf, type Place } from "./place.ts";
import { diaryWords as words } from "./words.ru.ts";

type Screen = Place["screen"];

/** A press without Ctrl, Shift or the middle button: ours to answer; the rest is the browser's. */
const isPlain = (event: MouseEvent) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** The family's frame: sections at the left on a wide screen, below on a phone. */
export function DiaryFrame({ screen, onScreen, children }: { screen: Screen; onScreen: (screen: Screen) => void; children: ReactNode }) {
  const section = (to: Screen, icon: IconName, name: string) => (
    <a
      className="to"
      href={searchOf({ ...placeOf(location.search), screen: to }) || location.pathname}
      aria-current={screen === to ? "page" : undefined}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        onScreen(to);
      }}
    >
      <Icon name={icon} />
      <span>{name}</span>
    </a>
  );
  return (
    <div className="app family">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <nav className="rail" aria-label={words.sections}>
        <span className="brand">
          <Desk />
        </span>
        {section("diary", "diary", words.diary)}
        {section("sessions", "user", words.sessions)}
        <ThemeButton className="end" />
      </nav>
      {children}
    </div>
  );
}
