const KEY = "parta-theme";

/** Turns light into dark and back, and remembers it in this browser. */
export function toggleTheme(): void {
  const root = document.documentElement;
  const now = root.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset["theme"] = now === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, root.dataset["theme"]);
  } catch {
    // Storage is forbidden: the choice lives until the page is closed.
  }
}
