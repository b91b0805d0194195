/** The embedded database cannot serve; the message is one sentence for the person who starts Parta. */
export class ClusterFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ClusterFault";
  }
}
