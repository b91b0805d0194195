/** What is kept on the device for a person: JSON, with whose it is and when it was written (ms by the device's clock). */
export type Kept = { readonly id: string; readonly owner: string; readonly at: number };

/** `pending`: what the person wrote and the server has not. `copies`: what the server answered, for when it cannot be reached. */
export type Shelf = "pending" | "copies";

/**
 * The person's belongings on this device. Two kinds stand behind it: the browser's database, which outlives the tab and the browser,
 * and plain memory where there is none (a private window).
 */
export interface DeviceStore {
  /** Whether what is put here outlives the tab. */
  readonly lasting: boolean;
  get<T extends Kept>(shelf: Shelf, id: string): Promise<T | undefined>;
  list<T extends Kept>(shelf: Shelf, owner: string): Promise<T[]>;
  /** Puts and removes in one transaction: all or nothing. */
  write(shelf: Shelf, puts: readonly Kept[], removes?: readonly string[]): Promise<void>;
  /** Takes away everything of a person. */
  forget(owner: string): Promise<void>;
  /** Takes away the copies of everybody else; what others wrote stays for them. */
  forgetOthers(owner: string): Promise<void>;
}
