import { useEffect } from "react";
import type { ReactNode } from "react";

type Props = {
  /** Of the window of the browser. */
  title: string;
  heading: string;
  className?: string;
  /** Stands right after the heading: a count, a choice of views. */
  beside?: ReactNode;
  /** Stands at the end of the line: choices of days, the deed of the screen. */
  tools?: ReactNode;
  children: ReactNode;
};

/** The frame of a screen: its main place with the heading and the tools above what it shows. */
export function ScreenFrame({ title, heading, className = "", beside, tools, children }: Props) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={`page ${className}`.trim()} id="main">
      <div className="pagehead">
        <h1>{heading}</h1>
        {beside}
        {tools !== undefined && <span className="grow" />}
        {tools}
      </div>
      {children}
    </main>
  );
}
