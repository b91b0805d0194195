import { useEffect } from "react";
import type { RefObject } from "react";

/** Esc anywhere inside the box closes it, and goes no further. */
export function useEscape(box: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const element = box.current;
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    element?.addEventListener("keydown", close);
    return () => element?.removeEventListener("keydown", close);
  }, [box, onClose]);
}
