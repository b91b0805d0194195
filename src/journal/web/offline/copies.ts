import type { DeviceStore, Kept } from "../../../foundation/device/device-store.ts";
import { NoConnection, call } from "../../../foundation/http-client.ts";
import type { CallInput } from "../../../foundation/http-client.ts";
import { addressOf } from "../../../foundation/route.ts";
import type { Output, Route } from "../../../foundation/route.ts";

/** An answer of the server as it was at `at`. */
type Copy = Kept & { readonly form: 1; readonly answer: unknown };

/** An answer, and when it was given if it is a kept one (ms by the device's clock); null: given now. */
export type Asked<A> = { readonly answer: A; readonly asOf: number | null };

/** How long a copy lies on the device, days: over a weekend. */
const KEPT_DAYS = 4;
const KEPT = KEPT_DAYS * 86_400_000;

/** A line that is this slow is none for who stands before a class: the copy is shown, ms. */
const PATIENCE = 4000;

let shelf: { owner: string; store: DeviceStore } | null = null;

/** From now on answers are kept for this person. */
export function keepCopiesFor(owner: string, store: DeviceStore): void {
  shelf = { owner, store };
}

const idOf = (owner: string, route: Route, input: CallInput) => `${owner} ${addressOf(route, { ...input.params }, { ...input.query })}`;

/** Asks the server and keeps the answer. When the server is not reached, gives the copy; throws `NoConnection` when there is none. */
export async function askOrCopy<R extends Route>(route: R, input: CallInput = {}): Promise<Asked<Output<R>>> {
  const here = shelf;
  const asked = call(route, input).then((answer) => {
    if (here)
      void here.store
        .write("copies", [{ id: idOf(here.owner, route, input), owner: here.owner, at: Date.now(), form: 1, answer } as Copy])
        .catch(() => undefined);
    return { answer, asOf: null };
  });
  if (!here) return asked;
  const slow = new Promise<never>((_, no) => setTimeout(() => no(new NoConnection()), navigator.onLine ? PATIENCE : PATIENCE / 4));
  try {
    return await Promise.race([asked, slow]);
  } catch (error) {
    if (!(error instanceof NoConnection)) throw error;
    const copy = await here.store.get<Copy>("copies", idOf(here.owner, route, input)).catch(() => undefined);
    return copy && isFresh(copy) ? { answer: copy.answer as Output<R>, asOf: copy.at } : asked;
  }
}

const isFresh = (copy: Copy): boolean => copy.form === 1 && Date.now() - copy.at < KEPT;

/** The kept answer to a question, without asking the server. */
export async function copyOf<R extends Route>(route: R, input: CallInput = {}): Promise<Asked<Output<R>> | null> {
  const copy = shelf && (await shelf.store.get<Copy>("copies", idOf(shelf.owner, route, input)).catch(() => undefined));
  return copy && isFresh(copy) ? { answer: copy.answer as Output<R>, asOf: copy.at } : null;
}

/** All kept answers of the person. */
export async function allCopies(): Promise<unknown[]> {
  if (!shelf) return [];
  return (await shelf.store.list<Copy>("copies", shelf.owner)).filter(isFresh).map(({ answer }) => answer);
}

/** Takes away what is past its time. */
export async function forgetOldCopies(): Promise<void> {
  if (!shelf) return;
  const { owner, store } = shelf;
  const old = (await store.list<Copy>("copies", owner)).filter((copy) => Date.now() - copy.at >= KEPT);
  if (old.length > 0)
    await store.write(
      "copies",
      [],
      old.map(({ id }) => id),
    );
}
