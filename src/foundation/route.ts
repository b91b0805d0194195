import type { Static, TSchema } from "typebox";

/** What a route says of itself; read by the server, by the browser and by /openapi.json. */
export type Route<Act extends string = string> = {
  readonly operationId: string;
  readonly summary: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** The act of the rights table that the route performs. */
  readonly act: Act;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly response: TSchema;
  /** Codes of the failures a caller should expect. */
  readonly failures: readonly string[];
  /** Requests a minute from one address, where fewer are taken than of other routes. */
  readonly perMinute?: number;
  /** `events` answers text/event-stream, `file` a file to be kept. */
  readonly kind?: "events" | "file";
  /** The body is a file as it is; its name stands in the query as `name`. */
  readonly upload?: FileLimits;
};

/** What a file may be before any rule of the school is asked: the endings of its name, small letters with the dot, and the bytes this program holds in memory. */
export type FileLimits = { readonly endings: readonly string[]; readonly most: number };

/** Makes the route definer of an area: its acts are the only ones that compile. */
export function routesOf<Act extends string>() {
  return <const R extends Route<Act>>(route: R): R => route;
}

type Part<R, K extends string> = R extends { readonly [P in K]: infer S extends TSchema } ? Static<S> : undefined;

/** What a caller of the route gives: params, query and body, as their schemas say. */
export type Input<R extends Route> = {
  params: Part<R, "params">;
  query: Part<R, "query">;
  body: R extends { readonly upload: FileLimits } ? Uint8Array : Part<R, "body">;
};

/** What the route answers. */
export type Output<R extends Route> = Static<R["response"]>;

/** The address of a route with its `:names` filled in. */
export function addressOf(route: Route, params: Record<string, string | number> = {}, query: Record<string, string | number | undefined> = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]])));
  return search.size > 0 ? `${path}?${search}` : path;
}
