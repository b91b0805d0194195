import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Failure, sentenceOf, STATUS } from "../failure.ts";
import type { FailureWords } from "../failure.ts";

/** What Fastify itself refuses, as our failures: the request never reached a verb, so nothing was written. */
function ofFramework(error: FastifyError): Failure | null {
  if (error.validation) {
    const [first] = error.validation;
    const field =
      (first?.instancePath ?? "").split("/").filter(Boolean).join(".") ||
      String((first?.params as { missingProperty?: string } | undefined)?.missingProperty ?? "");
    return new Failure("invalid", "foundation.request_not_understood", { part: error.validationContext ?? "body", field });
  }
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return new Failure("too_large", "foundation.body_too_large");
  if (error.statusCode === 429) return new Failure("too_many", "foundation.too_many_requests");
  if (error.statusCode === 415 || error.statusCode === 400) return new Failure("invalid", "foundation.body_not_json");
  return null;
}

/**
 * PostgreSQL is stopped, restarting or full, the line to it broke, or it gave the request up (too long, a deadlock): all was rolled back,
 * and it is not for ever. Codes are SQLSTATE by class, or the system's own name of a broken line (`EPIPE`).
 */
const AWAY = /^(08...|53...|57P0.|57014|25P03|40P01|40001|55P03|ECONN\w+|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)$/;
/** What the driver says of a line that is gone, without a code. */
const GONE = /Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed|the transaction was rolled back/;

const isAway = (error: { code?: string; message?: string }) => AWAY.test(error.code ?? "") || GONE.test(error.message ?? "");

type Send = (request: FastifyRequest, reply: FastifyReply, status: number, code: string, facts: Failure["facts"]) => FastifyReply;

const sender =
  (words: FailureWords): Send =>
  (request, reply, status, code, facts) => {
    const detail = sentenceOf(words, code, { requestId: request.id, ...facts });
    return reply
      .code(status)
      .type("application/problem+json; charset=utf-8")
      .header("cache-control", "no-store")
      .serializer(String)
      .send(JSON.stringify({ type: "about:blank", title: code, status, detail, code, facts, requestId: request.id }));
  };

/** Answers an address that cannot be read (`/%zz`) as one that nobody has. No hook has run, so the headings of safety come from here. */
export function answerUnreadable(words: FailureWords) {
  const send = sender(words);
  return (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    reply.headers({ "content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff" });
    void send(request, reply, 404, "foundation.no_such_address", {});
  };
}

/** Answers every failure as application/problem+json with its sentence; what is not a `Failure` is ours: logged whole, answered 500 (503 when the database is away). */
export function answerProblems(app: FastifyInstance, words: FailureWords): void {
  const send = sender(words);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const failure = error instanceof Failure ? error : ofFramework(error);
    if (failure) {
      request.log.info({ code: failure.code, status: STATUS[failure.kind] }, "refused");
      return send(request, reply, STATUS[failure.kind], failure.code, failure.facts);
    }
    if (isAway(error)) {
      request.log.warn({ code: error.code }, "database away");
      return send(request, reply.header("retry-after", "1"), 503, "foundation.database_away", {});
    }
    request.log.error({ err: { type: error.name, code: error.code, message: error.message, stack: error.stack } }, "fault");
    return send(request, reply, 500, "foundation.our_fault", {});
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, 404, "foundation.no_such_address", {}));
}
