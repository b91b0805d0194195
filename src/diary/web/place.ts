import { parseDay, type LocalDate } from "../../foundation/day.ts";

/** Where the family is: the address keeps it, so the browser's own «back» works. Numbers and days only. */
export type Place = { readonly screen: "diary" | "sessions"; readonly pupilId: number | null; readonly day: LocalDate | null };

export function placeOf(search: string): Place {
  const q = new URLSearchParams(search);
  const child = q.get("child") ?? "";
  return {
    screen: q.has("sessions") ? "sessions" : "diary",
    pupilId: /^[1-9]\d{0,8}$/.test(child) ? Number(child) : null,
    day: parseDay(q.get("day") ?? ""),
  };
}

/** The query of a place, `?child=12&day=2026-12-11`; empty for the start. */
export function searchOf(place: Place): string {
  const parts: string[] = [];
  if (place.screen === "sessions") parts.push("sessions");
  if (place.pupilId !== null) parts.push(`child=${place.pupilId}`);
  if (place.day !== null) parts.push(`day=${place.day}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
