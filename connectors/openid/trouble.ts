/** Codes of openid-client, jose and fetch that mean: nobody answers, or not in time. */
const AWAY = /^(OAUTH_TIMEOUT|ERR_JWKS_TIMEOUT|E[A-Z]+|UND_ERR_.*)$/;

/**
 * What an error of the libraries says about the provider. The reason is its code and never its text: texts may repeat what
 * was sent.
 */
export function troubleOf(error: unknown): { readonly kind: 'refused' | 'away'; readonly reason: string } {
  const chain = causesOf(error);
  const codes = chain.map(({ code }) => code).filter((code) => typeof code === 'string');
  const statuses = chain.map(({ status }) => status).filter((status) => typeof status === 'number');
  const named = chain.map(({ error: name }) => name).find((name) => typeof name === 'string');
  const away =
    codes.some((code) => AWAY.test(code) && !code.startsWith('ERR_J')) ||
    codes.includes('ERR_JWKS_TIMEOUT') ||
    statuses.some((status) => status >= 500) ||
    chain.some(({ name }) => name === 'TimeoutError' || name === 'AbortError');
  return { kind: away ? 'away' : 'refused', reason: named ?? codes.join(' ') };
}

interface Trouble {
  readonly name?: string;
  readonly code?: string;
  readonly status?: number;
  /** Code of OAuth, such as `invalid_grant`. */
  readonly error?: string;
  readonly cause?: unknown;
}

function causesOf(error: unknown, depth = 0): readonly Trouble[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const trouble = error as Trouble;
  return [trouble, ...causesOf(trouble.cause, depth + 1)];
}
