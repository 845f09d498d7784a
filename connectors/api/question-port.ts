/** A system that processes may ask, as an administrator has named it. */
export interface QuestionTarget {
  /** How models call it: lower case, e.g. `melderegister`. */
  readonly name: string;
  /** https, or http on loopback. */
  readonly url: string;
  /** A header with a secret out of the environment; the file names the variable and never the value. */
  readonly secret: { readonly header: string; readonly value: string } | null;
  /** How long it may take to answer, in milliseconds. */
  readonly timeoutMilliseconds: number;
  /** Largest answer that is read, in bytes. */
  readonly largestAnswer: number;
}

/** What came of a question. The reasons are one line each and hold no secret. */
export type QuestionAnswer =
  | { readonly kind: 'answer'; readonly value: unknown }
  /** It said no, or answers in a way that no repetition will make readable. */
  | { readonly kind: 'refused'; readonly status: number | null; readonly reason: string }
  /** It is away, too slow or too busy: the question may be asked again. */
  | { readonly kind: 'later'; readonly reason: string };

/** The way to other systems that answer questions. */
export interface QuestionPort {
  /** @returns null for a target that nobody has named */
  find(name: string): QuestionTarget | null;
  /**
   * Asks once. Never throws for what the other side may do.
   *
   * @param onceId the same for every try of one question
   */
  ask(target: QuestionTarget, question: unknown, onceId: string): Promise<QuestionAnswer>;
}
