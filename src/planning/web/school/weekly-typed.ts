const MOST = 40;

/** Hours a week as typed, `2` or `1,5`, in quarters of an hour; null when they are none. */
export function weeklyTyped(text: string): number | null {
  if (!/^\d{1,2}([.,]\d{1,2})?$/.test(text.trim())) return null;
  const hours = Number(text.trim().replace(",", "."));
  return hours > 0 && hours <= MOST && Number.isInteger(hours * 4) ? hours : null;
}
