import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** How long requests under way may take once the server stops, ms; then their connections are cut. */
const PATIENCE = 5_000;
const LOOK_EVERY = 50;

/**
 * Watches the connections of the server from its beginning and answers how to close it: no new requests, those under way
 * finish, each connection is closed as soon as nothing is asked over it. Browsers also open connections in advance,
 * which Node counts as busy; over those nothing was asked.
 */
export function closingGently(app: FastifyInstance): () => Promise<void> {
  const { server } = app;
  const unasked = new Set<Socket>();
  server.on("connection", (socket) => {
    unasked.add(socket);
    socket.once("close", () => unasked.delete(socket));
  });
  server.on("request", ({ socket }) => unasked.delete(socket));
  return async () => {
    const looking = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of unasked) socket.destroy();
    }, LOOK_EVERY);
    const cutting = setTimeout(() => server.closeAllConnections(), PATIENCE);
    await app.close();
    clearInterval(looking);
    clearTimeout(cutting);
  };
}
