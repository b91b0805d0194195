/** Wrong passwords in a row that cost nothing: a person mistypes. */
const FREE = 4;
/** The longest wait, seconds: a guesser gets some hundred tries a day, a person is never shut out for long. */
const LONGEST = 15 * 60;

/** Seconds a login waits after so many wrong passwords in a row: 0, then 2, 4, 8 … up to a quarter of an hour. */
export function waitSeconds(failures: number): number {
  return failures <= FREE ? 0 : Math.min(LONGEST, 2 ** (failures - FREE));
}

/** Seconds still to wait at `now`, rounded up; 0 when the login may be tried. */
export function secondsLeft(failures: number, lastAt: Date, now: Date): number {
  const wait = waitSeconds(failures);
  // a clock that was set back makes nobody wait longer than the wait itself
  return Math.min(wait, Math.max(0, Math.ceil(wait - (now.getTime() - lastAt.getTime()) / 1000)));
}
