type Ring = { shift: number; slot: number; starts: string; ends: string };

/** Rings of a shift: from a time, lessons of so many minutes with the breaks between them. */
function shift(number: number, first: string, minutes: number, breaks: readonly number[]): Ring[] {
  const clock = (m: number) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
  let at = Number(first.slice(0, 2)) * 60 + Number(first.slice(3));
  return [0, ...breaks].map((pause, i) => {
    at += pause;
    const ring = { shift: number, slot: i + 1, starts: clock(at), ends: clock(at + minutes) };
    at += minutes;
    return ring;
  });
}

/** Hours of clubs and groups after lessons; the same on a short day. */
const AFTER = [
  { shift: 0, slot: 8, starts: "15:30", ends: "16:30" },
  { shift: 0, slot: 20, starts: "14:40", ends: "18:00" },
];

/** The bells of made schools. The second shift's first lesson rings with the first shift's seventh, see SHIFT_OFFSET. */
export const RINGS = {
  usual: [...shift(1, "08:00", 45, [10, 15, 20, 10, 10, 10]), ...shift(2, "13:50", 45, [10, 20, 10, 10, 5, 5]), ...AFTER],
  short: [...shift(1, "08:00", 30, [10, 10, 15, 10, 5, 5]), ...shift(2, "12:25", 30, [5, 15, 10, 5, 5, 5]), ...AFTER],
};
