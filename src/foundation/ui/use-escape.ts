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
    // what had the focus may have gone while it was saved: then the key comes to nobody, and is still meant for the open window
    const closeForNobody = (event: KeyboardEvent) => {
      if (document.activeElement === document.body) close(event);
    };
    element?.addEventListener("keydown", close);
    document.addEventListener("keydown", closeForNobody);
    return () => {
      element?.removeEventListener("keydown", close);
      document.removeEventListener("keydown", closeForNobody);
    };
  }, [box, onClose]);
}
