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

/** A final act is neither sent later nor by itself: whoever does it wants to be there. Pressed again it keeps its key. */
export const NOT_KEPT: Refusal = {
  kind: 'rejection',
  code: 'client.notKept',
  status: 0,
  message: {
    de: 'Der Server antwortet nicht. Dieser Schritt ist endgültig und wird nicht vorgemerkt.',
    en: 'The server does not answer. This step is final and is not kept for later.',
  },
  remedy: {
    de: 'Ihre Eingaben bleiben stehen. Bitte wiederholen Sie ihn, sobald oben „Verbunden“ steht; er geschieht auch dann nur einmal, wenn er schon angekommen ist.',
    en: 'Your input stays. Please repeat it as soon as “Connected” shows at the top; it happens only once, even if it has arrived already.',
  },
  reasons: [],
};

/** What waited for the line belonged to somebody who is no longer signed in here. */
export const NOT_SENT: Refusal = {
  kind: 'rejection',
  code: 'client.notSent',
  status: 0,
  message: {
    de: 'Der Schritt wurde nicht gesendet: Die Anmeldung, zu der er gehörte, ist beendet.',
    en: 'The step was not sent: the sign-in it belonged to has ended.',
  },
  remedy: { de: 'Bitte melden Sie sich an und wiederholen Sie ihn.', en: 'Please sign in and repeat it.' },
  reasons: [],
};

/** Not reached, or a server, proxy or database that is just starting: the same request may well get an answer in a moment. */
export function isPassing({ status }: Refusal): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

/** The server was not reached, or could reach nothing itself: no word about the act, unlike a part of it that is away. */
export function isLineBroken(refusal: Refusal): boolean {
  const { code } = refusal;
  if (code === 'client.unexpectedAnswer') return isPassing(refusal);
  return code === 'client.unreachable' || code === 'platform.unavailable';
}

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
