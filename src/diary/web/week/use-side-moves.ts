import { useEffect, useRef, type TouchEvent } from "react";

const FAR_ENOUGH = 56;
const WIDE = "(min-width: 1000px)";

type Step = 1 | -1;

/** How far a finger went to the side, as a step; null when it went up or down, or hardly moved. */
export function swipeStep(dx: number, dy: number): Step | null {
  if (Math.abs(dx) < FAR_ENOUGH || Math.abs(dx) < Math.abs(dy) * 1.5) return null;
  return dx < 0 ? 1 : -1;
}

const isWriting = (target: EventTarget | null) => target instanceof Element && target.closest("input, select, textarea, [contenteditable], dialog") !== null;

/** Steps to the side: a swipe over the day, the arrow keys anywhere. A phone goes by days, a wide screen by weeks. */
export function useSideMoves(on: { onDay: (step: Step) => void; onWeek: (step: Step) => void }) {
  const latest = useRef(on);
  const from = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    latest.current = on;
  });

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isWriting(event.target)) return;
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      const step = event.key === "ArrowRight" ? 1 : -1;
      if (matchMedia(WIDE).matches) return latest.current.onWeek(step);
      latest.current.onDay(step);
      if (event.target instanceof Element && event.target.closest(".days")) focusFrontDay();
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, []);

  return {
    onTouchStart: (event: TouchEvent) => {
      const finger = event.touches[0];
      from.current = event.touches.length === 1 && finger ? { x: finger.clientX, y: finger.clientY } : null;
    },
    onTouchEnd: (event: TouchEvent) => {
      const finger = event.changedTouches[0];
      if (!from.current || !finger || matchMedia(WIDE).matches) return;
      const step = swipeStep(finger.clientX - from.current.x, finger.clientY - from.current.y);
      from.current = null;
      if (step !== null) latest.current.onDay(step);
    },
    onTouchCancel: () => {
      from.current = null;
    },
  };
}

/** After an arrow the focus goes along with the chosen day. */
function focusFrontDay() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.days [aria-pressed="true"]')?.focus());
}
