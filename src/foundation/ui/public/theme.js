// Runs before the first paint, so that a chosen dark page never flashes white.
try {
  const chosen = localStorage.getItem("parta-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is forbidden: the theme of the system stays.
}
