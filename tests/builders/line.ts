import { createServer, connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** A line to a server that can be cut and mended: everything between a browser, its service worker too, and the server goes through it. */
export type CutLine = { base: string; cut: () => void; mend: () => void; close: () => Promise<void> };

/** Opens a line to the server at the address. Cut, it drops what is on its way and every new call at once, as a computer without network does. */
export async function aLine(target: string): Promise<CutLine> {
  const { port } = new URL(target);
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(Number(port), "127.0.0.1");
    for (const end of [near, far]) {
      ends.add(end);
      end.on("error", () => undefined);
      end.on("close", () => {
        ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const drop = () => ends.forEach((end) => end.destroy());
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      whole = false;
      drop();
    },
    mend: () => {
      whole = true;
    },
    close: async () => {
      drop();
      await new Promise((done) => server.close(done));
    },
  };
}
