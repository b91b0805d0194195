// What a request costs at the least: bare `node:http` before bare `pg`. A read is one named statement that gives the same
// JSON text; a save is one row into a plain table, committed by itself. No session, no rights, no school, no audit.
import { createServer } from "node:http";
import pg from "pg";

type Task = { port: number; url: string; connections: number; statements: Record<string, string> };

const { port, url, connections, statements } = JSON.parse(process.env["YARDSTICK"] ?? "{}") as Task;
const pool = new pg.Pool({
  connectionString: url,
  max: connections,
  onConnect: async (client: pg.ClientBase) => {
    await client.query("set plan_cache_mode = force_generic_plan");
  },
});
const INSERT = "insert into bench.plain (page_id, lesson_id, pupil_id, value, at) values ($1, $2, $3, $4, now())";

createServer((request, response) => {
  const [, name = "", ...values] = (request.url ?? "").split("/");
  const answer = (text: string) => {
    response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(text) });
    response.end(text);
  };
  const fail = (error: Error) => {
    response.writeHead(500, { "content-length": Buffer.byteLength(error.message) });
    response.end(error.message);
  };
  if (name === "ready") return answer("{}");
  if (request.method === "GET") {
    pool.query({ name, text: statements[name] ?? "", values, rowMode: "array" }).then((r) => answer((r.rows as unknown as string[][])[0]![0]!), fail);
    return;
  }
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => (body += chunk));
  request.on("end", () => {
    const { mark } = JSON.parse(body) as { mark: string };
    pool.query({ name: "insert", text: INSERT, values: [...values, mark] }).then(() => answer('{"ok":true}'), fail);
  });
}).listen(port, "127.0.0.1");

process.on("SIGTERM", () => process.exit(0));
