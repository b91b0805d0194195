/** The database that was given cannot hold Parta; the message is one sentence for the person who starts it. */
export class DatabaseFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "DatabaseFault";
  }
}
