const SHAPES = {
  day: ["M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"],
  journal: ["M4.5 4h15A1.5 1.5 0 0 1 21 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5v-13A1.5 1.5 0 0 1 4.5 4M3 9h18M9 4v16M14 9v11M3 14.500h18"],
  diary: ["M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6"],
  user: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.500 21a7.500 7.500 0 0 1 15 0"],
  class: [
    "M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M2.500 20a6.500 6.500 0 0 1 13 0M15.500 5.300a3.500 3.500 0 0 1 0 6.400M18 14.500a6.500 6.500 0 0 1 3.500 5.500",
  ],
  duties: ["M10 6h11M10 12h11M10 18h11M3 6l1.500 1.500L7 5M3 12l1.500 1.500L7 11M3.500 17h3v3h-3z"],
  more: ["M5 12h.01M12 12h.01M19 12h.01"],
  week: ["M4 5h16v15H4zM4 9.500h16M9.300 9.500V20M14.700 9.500V20M8 3v4M16 3v4"],
  work: ["M7 3h10v18H7zM10 8h4M10 12h4M10 16h2"],
  plan: ["M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11"],
  total: ["M4 20V10M10 20V4M16 20v-7M21 20H3"],
  setup: ["M4 7h10M18 7h2M4 17h2M10 17h10M16 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M8 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4"],
  control: ["M4 18a8 8 0 1 1 16 0M12 18l4-6M4 18h2M18 18h2M12 10v1"],
  rules: ["M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14.500h7M9 18h4"],
  book: ["M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v14"],
  down: ["m5 9 7 7 7-7"],
  right: ["m9.500 5 7 7-7 7"],
  left: ["m14.500 5-7 7 7 7"],
  swap: ["M8 4.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 20v-1.500a5 5 0 0 1 8-4M14 9h7M18.500 6 21.500 9l-3 3M21 17h-7M16.500 14l-3 3 3 3"],
  cancel: ["M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M6 6l12 12"],
  undo: ["M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3"],
  search: ["M11 4.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M16 16l5 5"],
  print: ["M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"],
  off: ["M6 18a4 4 0 0 1-.5-8A6 6 0 0 1 9 6.200M12 6a6 6 0 0 1 5.700 4.600A3.700 3.700 0 0 1 20 17M3 3l18 18"],
  ok: ["m5 12.500 4.500 4.500L19 7.500"],
  up: ["M12 19V6M6 11.500 12 5.500l6 6M5 21.500h14"],
  conflict: ["M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4"],
  x: ["m6 6 12 12M18 6 6 18"],
  clock: ["M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 7v5.500l3.500 2"],
  bad: ["M12 3 22 20.500H2zM12 9.500v5M12 17v.5"],
  theme: ["M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17"],
  lock: ["M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3"],
  out: ["M10 4H4v16h6M9 12h12M17 8l4 4-4 4"],
} as const;

export type IconName = keyof typeof SHAPES;

/** A line drawing of the size of the text. It never speaks: the words beside it do. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name].map((shape) => (
        <path key={shape} d={shape} />
      ))}
      {name === "theme" && <path d="M12 3.500v17a8.500 8.500 0 0 0 0-17z" fill="currentColor" />}
    </svg>
  );
}

/** The desk that is Parta's sign. */
export function Desk() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <path d="M3 11.500 14 7l11 4.500v3H3z" fill="currentColor" />
      <path d="M6 14.500V22M22 14.500V22M10 14.500v4h8v-4" fill="none" stroke="currentColor" strokeWidth="2.200" />
    </svg>
  );
}
