import { useId, useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";

/** A modal window of the browser's own: it holds the focus, closes by Esc, and gives the focus back where it came from. */
export function Dialog({
  title,
  children,
  footer,
  onClose,
  className = "",
}: {
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  onClose?: () => void;
  className?: string;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed while it still stands in the page: only then the browser gives the focus back, and at once, so the next key has its place.
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={`dialog ${className}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
      </header>
      <div className="in">{children}</div>
      {footer && <footer>{footer}</footer>}
    </dialog>
  );
}
