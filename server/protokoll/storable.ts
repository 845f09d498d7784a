/**
 * The payload as PostgreSQL gives it back: what is committed to and what is stored must be one and the same value, or
 * the chain would report honest rows as changed. Traps found: a Date is text after the way through JSON, jsonb refuses
 * NUL and lone surrogates (both occur in the subjects of hostile mails), and `-0` comes back as `0`.
 */
export function storable(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return cleaned(JSON.parse(JSON.stringify(payload))) as Record<string, unknown>;
}

/** Replaces what a PostgreSQL text cannot hold by U+FFFD, so that a reader sees that something stood there. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(loneSurrogate, '\uFFFD');
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [storableText(name), cleaned(member)]));
}
