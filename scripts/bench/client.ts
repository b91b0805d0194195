import { connect } from "node:net";
import type { Socket } from "node:net";

/** One request, already in the bytes of HTTP/1.1 but for the address of the sender, which the line adds. */
export type Request = { method: string; path: string; cookie?: string; body?: string };
export type Answer = { status: number; head: string; body: string };

/**
 * One connection that is kept open and asks one thing after another. It reads answers with Content-Length only, so that
 * measuring costs the machine as little as it can: the measured processes live on the same cores.
 */
export class Line {
  readonly #socket: Socket;
  readonly #host: string;
  #waiting: { done: (answer: Answer) => void; fail: (error: Error) => void } | undefined;
  #parts: Buffer[] = [];
  #held = 0;
  #wanted = -1;

  static open(port: number): Promise<Line> {
    return new Promise((done, fail) => {
      const socket = connect({ host: "127.0.0.1", port, noDelay: true });
      socket.once("error", fail);
      socket.once("connect", () => done(new Line(socket, `127.0.0.1:${port}`)));
    });
  }

  constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    const end = (error?: Error) => this.#waiting?.fail(error ?? new Error("the server closed the connection"));
    socket.on("error", end);
    socket.on("close", () => end());
  }

  /** `from` is the address the proxy before the server would name: requests of a school come from many. */
  ask({ method, path, cookie, body }: Request, from: string): Promise<Answer> {
    let text = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nx-forwarded-for: ${from}\r\n`;
    if (cookie !== undefined) text += `cookie: ${cookie}\r\n`;
    text += body === undefined ? "\r\n" : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((done, fail) => {
      this.#waiting = { done, fail };
      this.#socket.write(text);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#held += chunk.length;
    if (this.#wanted < 0) {
      const all = Buffer.concat(this.#parts);
      this.#parts = [all];
      const end = all.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = /\r\ncontent-length: *(\d+)/i.exec(all.toString("latin1", 0, end + 2))?.[1];
      if (length === undefined) return this.#waiting?.fail(new Error(`an answer without length: ${all.toString("latin1", 0, end)}`));
      this.#wanted = end + 4 + Number(length);
    }
    if (this.#held < this.#wanted) return;
    const all = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    const split = all.indexOf("\r\n\r\n");
    const answer = { status: Number(all.toString("latin1", 9, 12)), head: all.toString("latin1", 0, split), body: all.toString("utf8", split + 4) };
    this.#parts = [];
    this.#held = 0;
    this.#wanted = -1;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.done(answer);
  }
}
