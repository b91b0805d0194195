/** What went wrong by the meaning of HTTP; `refused` is the honest word for «the regulation says no». */
export type FailureKind = "invalid" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "too_large" | "refused" | "too_many";

export const STATUS: Record<FailureKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  refused: 422,
  too_many: 429,
};

/** Plain values the sentence needs: days, numbers, the value that stands. Never text for the screen, never another person's data. */
export type Facts = Readonly<Record<string, unknown>>;

/** What a rule answers when it says no. The verb turns it into a `Failure`. */
export type Refusal<Code extends string = string> = { readonly code: Code; readonly facts: Facts };

/** An expected no. Everything else that is thrown is our own fault and answers 500. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly facts: Facts;

  constructor(kind: FailureKind, code: string, facts: Facts = {}) {
    super(code);
    this.name = "Failure";
    this.kind = kind;
    this.code = code;
    this.facts = facts;
  }
}

/** A sentence for every code, in the language of the file that holds it. */
export type FailureWords = Readonly<Record<string, (facts: never) => string>>;

/** The sentence for a code; the code itself when nobody wrote one, which `tests/words.test.ts` does not let happen. */
export function sentenceOf(words: FailureWords, code: string, facts: Facts): string {
  const say = words[code] as ((facts: Facts) => string) | undefined;
  return say ? say(facts) : code;
}
