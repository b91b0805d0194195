import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { once } from "node:events";

/** Below the range from which systems lend ports to outgoing connections, so a remembered port tends to stay free. */
const RANGE = { from: 20_000, to: 32_000 } as const;

/** The remembered port when it is free, else another free one on the loopback address. */
export async function freePort(remembered: number | null): Promise<number> {
  if (remembered !== null && (await isFree(remembered))) return remembered;
  for (;;) {
    const port = randomInt(RANGE.from, RANGE.to);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, "127.0.0.1");
    await once(probe, "listening");
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
