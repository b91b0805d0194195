import { createServer as createHttpServer } from "node:http";
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

/** The same server, which is given a new version of the program at a moment: the worker's file then reads otherwise. */
export async function aServerThatRenews(target: string): Promise<{ base: string; renew: () => void; close: () => Promise<void> }> {
  let renewed = false;
  const server = createHttpServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => !/^(host|connection|content-length|accept-encoding|origin|if-.*)$/.test(name)),
      );
      const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
      const answer = await fetch(target + request.url, {
        method: request.method!,
        headers: headers as Record<string, string>,
        ...(body && { body }),
        redirect: "manual",
      });
      const text = Buffer.from(await answer.arrayBuffer());
      const given = Object.fromEntries([...answer.headers].filter(([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name)));
      response.writeHead(answer.status, { ...given, "set-cookie": answer.headers.getSetCookie() });
      response.end(renewed && request.url === "/service-worker.js" ? Buffer.concat([text, Buffer.from("\n// a new version\n")]) : text);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    renew: () => {
      renewed = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
