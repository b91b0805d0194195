import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Check } from "typebox/value";
import { Failure } from "../failure.ts";
import type { Route } from "../route.ts";

/** What is known of a file before it is read: its name, and its size in bytes as the caller told it (null when not told). */
export type Admission = { readonly name: string; readonly bytes: number | null };

const MEGABYTE = 1024 * 1024;

/** Lets files in as they are, where a route takes one. */
export function takeFiles(app: FastifyInstance): void {
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (request, body, done) => {
    if (request.routeOptions.config.isUpload) done(null, body);
    else done(new Failure("invalid", "foundation.body_not_json"));
  });
}

/** Refuses a file by its ending and by the size told, before anything of it is read; the rest of what is sent is not waited for. */
export function demandFile(route: Route, request: FastifyRequest, reply: FastifyReply): Admission {
  const { endings, most } = route.upload!;
  if (request.headers["content-type"] !== "application/octet-stream") throw new Failure("invalid", "foundation.body_not_json");
  for (const [schema, values] of [
    [route.params, request.params],
    [route.query, request.query],
  ]) {
    if (schema && !Check(schema as never, values)) throw new Failure("invalid", "foundation.request_not_understood", { part: "query", field: "" });
  }
  const { name = "" } = request.query as { name?: string };
  if (!hasEnding(name, endings)) throw new Failure("invalid", "foundation.file_ending", { endings });
  const told = request.headers["content-length"];
  const bytes = told === undefined ? null : Number(told);
  reply.header("connection", "close");
  demandSize(bytes, most);
  reply.removeHeader("connection");
  return { name, bytes };
}

/** Whether a file's name ends in one of the endings, whatever its letters' case. */
export const hasEnding = (name: string, endings: readonly string[]): boolean => endings.some((ending) => name.toLowerCase().endsWith(ending));

/** Refuses more bytes than the most; the sentence names whole megabytes. */
export function demandSize(bytes: number | null, most: number): void {
  if (bytes !== null && bytes > most) throw new Failure("too_large", "foundation.file_too_large", { megabytes: Math.floor(most / MEGABYTE) });
}
