import { performance } from "node:perf_hooks";
import { Line } from "./client.ts";
import type { Answer, Request } from "./client.ts";

/** One of the two that are compared: which request a connection makes next and what it learns from the answer. */
export type Side = { port: number; next: (lane: number) => Request; took?: (lane: number, answer: Answer) => void };

export type Figures = { p50_ms: number; p99_ms: number; per_second: number };
export const FIGURES = ["p50_ms", "p99_ms", "per_second"] as const;

/** Length of a turn, ms: short, so that what else the machine does meets both sides alike. */
const TURN = 1_000;
const WARM_UP_TURNS = 2;

/** Measures two sides by turns (A, B, A, B, …) for so many seconds each, after a warm-up of both. */
export async function compare(a: Side, b: Side, connections: number, seconds: number): Promise<[Figures, Figures]> {
  const runs = await Promise.all([a, b].map((side) => Run.open(side, connections)));
  for (let turn = -WARM_UP_TURNS; turn < seconds; turn++) for (const run of runs) await run.turn(turn >= 0);
  for (const run of runs) run.close();
  return [runs[0]!.figures(), runs[1]!.figures()];
}

class Run {
  readonly #side: Side;
  readonly #lines: Line[];
  readonly #times: number[] = [];
  readonly #rates: number[] = [];
  #sent = 0;

  static async open(side: Side, connections: number): Promise<Run> {
    return new Run(side, await Promise.all(Array.from({ length: connections }, () => Line.open(side.port))));
  }

  constructor(side: Side, lines: Line[]) {
    this.#side = side;
    this.#lines = lines;
  }

  async turn(counts: boolean): Promise<void> {
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(this.#lines.map((line, lane) => this.#ask(line, lane, began + TURN, times)));
    if (!counts) return;
    this.#rates.push((times.length * 1000) / (performance.now() - began));
    for (const time of times) this.#times.push(time);
  }

  async #ask(line: Line, lane: number, until: number, times: number[]): Promise<void> {
    while (performance.now() < until) {
      const request = this.#side.next(lane);
      // the addresses of four thousand families, as a proxy names them
      const n = this.#sent++ % 4096;
      const began = performance.now();
      const answer = await line.ask(request, `10.1.${n >> 6}.${n & 63}`);
      times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`${request.method} ${request.path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
      this.#side.took?.(lane, answer);
    }
  }

  close(): void {
    for (const line of this.#lines) line.close();
  }

  /** Times over every request; the rate is the median of the turns, so one disturbed second does not move it. */
  figures(): Figures {
    const times = this.#times.toSorted((x, y) => x - y);
    const rates = this.#rates.toSorted((x, y) => x - y);
    return { p50_ms: at(times, 0.5), p99_ms: at(times, 0.99), per_second: at(rates, 0.5) };
  }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
