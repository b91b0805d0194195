import type { Kept } from "../foundation/device/device-store.ts";
import { deviceStore } from "../foundation/device/open-store.ts";
import type { Me } from "./App.tsx";

/** Who worked on this device last, for opening it without network. */
type Last = Kept & { readonly form: 1; readonly me: Me };

const ID = "last-person";
const LEFT = "parta-left";

/** After this long without a word of the server the device opens nothing by itself: over a weekend it does, ms. */
const KEPT = 72 * 3_600_000;

export const ownerOfMe = (me: Me): string => `${me.school.schoolId}:${me.personId}`;

/** Remembers who is here, as the server has just said it; copies made for anybody else are taken away. */
export async function rememberPerson(me: Me): Promise<void> {
  const store = await deviceStore();
  const owner = ownerOfMe(me);
  await store.forgetOthers(owner);
  await store.write("copies", [{ id: ID, owner, at: Date.now(), form: 1, me } as Last]);
}

/** Who was here last, when that is not long ago and they have not left. */
export async function lastPerson(): Promise<Me | null> {
  if (hasLeft()) return null;
  const last = await (await deviceStore()).get<Last>("copies", ID);
  return last?.form === 1 && Date.now() - last.at < KEPT ? last.me : null;
}

/** A person who left without network is still signed in at the server: the next one to open the program must not be them. */
export function noteLeaving(heard: boolean): void {
  try {
    if (heard) localStorage.removeItem(LEFT);
    else localStorage.setItem(LEFT, "1");
  } catch {
    // no storage in this browser: then nothing was kept either
  }
}

export function hasLeft(): boolean {
  try {
    return localStorage.getItem(LEFT) !== null;
  } catch {
    return false;
  }
}
