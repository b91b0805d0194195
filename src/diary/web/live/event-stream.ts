/** What the server tells an open diary. */
export type StreamEars = {
  /** Something of this day changed. */
  readonly changed: (day: string) => void;
  /** The thread was lost or has come back: read again, whatever was shown may be old. */
  readonly again: () => void;
  /** The server listens from now on; what was read before this moment may lack the last change. */
  readonly here: () => void;
};

export type Stream = { readonly close: () => void; readonly reopen: () => void };

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/**
 * Listens to the events of one diary. A broken line is mended by the browser with Last-Event-ID;
 * where the browser gives up (an answer that is no stream), it is opened anew after a growing wait, from the last event seen.
 */
export function openStream(addressAfter: (last: string | null) => string, ears: StreamEars): Stream {
  let source: EventSource | null = null;
  let last: string | null = null;
  let wait = FIRST_WAIT;
  let timer = 0;
  let broken = false;
  /** The server ends a stream from time to time to ask the rights anew; it is resumed without a gap, so nothing has to be read again. */
  let ended = false;

  const remember = (event: MessageEvent) => {
    if (event.lastEventId !== "") last = event.lastEventId;
  };

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(addressAfter(last));
    source.addEventListener("open", () => {
      wait = FIRST_WAIT;
      if (broken) ears.again();
      broken = ended = false;
    });
    source.addEventListener("changed", (event) => {
      remember(event);
      ears.changed(dayOf(event.data));
    });
    source.addEventListener("here", (event) => {
      remember(event);
      ears.here();
    });
    source.addEventListener("reset", (event) => {
      remember(event);
      ears.again();
    });
    source.addEventListener("later", () => void (ended = true));
    source.addEventListener("error", () => {
      broken ||= !ended;
      if (source?.readyState !== EventSource.CLOSED) return;
      ears.again();
      timer = window.setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  }

  open();
  return {
    close() {
      clearTimeout(timer);
      source?.close();
    },
    reopen: open,
  };
}

/** The day of an event's data, `{"day":"2026-12-11"}`; empty where it says none. */
export function dayOf(data: unknown): string {
  try {
    const said = JSON.parse(String(data)) as { day?: unknown } | null;
    return typeof said?.day === "string" ? said.day : "";
  } catch {
    return "";
  }
}
