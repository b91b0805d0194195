/** How long a window that paints nothing is waited for, ms. */
const UNSEEN = 100;

/** Runs when the next frame is painted: who presses a key sees it first. Where nothing is painted (a hidden tab, a program without a window) it runs soon all the same. */
export function afterPaint(run: () => void): void {
  if (typeof requestAnimationFrame !== "function") return void setTimeout(run, 0);
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    run();
  };
  requestAnimationFrame(() => setTimeout(once, 0));
  setTimeout(once, UNSEEN);
}
