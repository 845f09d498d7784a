import type { RejectionLink, Sentence } from '../../server/contract/rejections.js';

/**
 * A refusal as the client shows it: a Rejection of the server, or the client's own word that the server was not
 * reached. Same shape, so that a screen needs one way to show both.
 */
export interface Refusal {
  readonly kind: 'rejection';
  readonly code: string;
  readonly status: number;
  readonly message: Sentence;
  readonly remedy: Sentence;
  readonly reasons: readonly Refusal[];
  /** What has to be dealt with: a field of a form, for example. */
  readonly link?: RejectionLink;
}

export type Answer<Value> = Value | Refusal;

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'rejection';
}

export const UNREACHABLE: Refusal = {
  kind: 'rejection',
  code: 'client.unreachable',
  status: 0,
  message: {
    de: 'Der Server antwortet nicht.',
    en: 'The server does not answer.',
  },
  remedy: {
    de: 'Ihre Eingaben bleiben stehen. Bitte versuchen Sie es noch einmal, sobald oben „Verbunden“ steht.',
    en: 'Your input stays. Please try again as soon as “Connected” shows at the top.',
  },
  reasons: [],
};

/** An answer that is neither the expected value nor a Rejection: a proxy's error page, for example. */
export function unexpectedAnswer(status: number): Refusal {
  return {
    kind: 'rejection',
    code: 'client.unexpectedAnswer',
    status,
    message: {
      de: `Der Server hat unerwartet geantwortet (HTTP ${status}).`,
      en: `The server gave an unexpected answer (HTTP ${status}).`,
    },
    remedy: {
      de: 'Bitte versuchen Sie es noch einmal. Bleibt es dabei, geben Sie der Administration diese Meldung.',
      en: 'Please try again. If it happens again, give this message to the administration.',
    },
    reasons: [],
  };
}
