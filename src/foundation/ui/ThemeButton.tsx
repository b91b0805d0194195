import { Icon } from "./Icon.tsx";
import { toggleTheme } from "./theme.ts";
import { uiWords } from "./ui.ru.ts";

/** One press turns light into dark and back. */
export function ThemeButton({ className = "" }: { className?: string }) {
  return (
    <button className={`btn quiet icon ${className}`} type="button" aria-label={uiWords.theme} title={uiWords.theme} onClick={toggleTheme}>
      <Icon name="theme" />
    </button>
  );
}
