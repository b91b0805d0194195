import type { ReactNode, Ref } from "react";

type Props = { label: string; children: ReactNode; className?: string; ref?: Ref<HTMLDivElement> };

/** A box whose content may be wider or taller than it is: a named place that takes the focus, so that arrows scroll it as a finger does. */
export function ScrollBox({ label, children, className = "", ref }: Props) {
  return (
    // It does nothing itself, yet without a stop of Tab what lies outside the box could be seen by pointer only.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={className === "" ? "scrollbox" : `scrollbox ${className}`} role="region" aria-label={label} tabIndex={0} ref={ref}>
      {children}
    </div>
  );
}
