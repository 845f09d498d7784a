export interface EditorToken {
  readonly token: string;
  /** SHA-256 of it, which the server keeps: 64 hexadecimal digits. */
  readonly hash: string;
}

/**
 * A token of 256 random bits for the editor server. It is made here, so that neither our server nor any log of it ever holds
 * it. null where the page came without encryption from another machine: browsers do not hash there.
 */
export async function makeEditorToken(
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(32)),
  // Browsers leave it out on plain http, whatever the types say.
  subtle: SubtleCrypto | null = (crypto as Partial<Crypto>).subtle ?? null,
): Promise<EditorToken | null> {
  if (!subtle) return null;
  const text = btoa(String.fromCharCode(...random));
  const token = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(token)));
  return { token, hash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** What an editor tells the page that frames it; null for everything that is no message of WOPI. */
export function messageOf(data: unknown): string | null {
  try {
    const message: unknown = typeof data === 'string' ? JSON.parse(data) : data;
    const id = (message as { MessageId?: unknown } | null)?.MessageId;
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}
