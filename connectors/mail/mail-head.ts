/** What has to be known about a mail before a parser sees it, read from the raw header lines. */
export interface MailHead {
  /** Bytes up to and including the empty line. */
  readonly length: number;
  /** Boundary of a multipart mail, or null. */
  readonly boundary: string | null;
  readonly charset: string | null;
}

/** Header block larger than this is no letter (RFC 5322 lines of 998 bytes, and still a thousand of them). */
export const LARGEST_HEAD = 1_000_000;

const USUAL_HEADERS =
  /^(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|content-type):/im;

/** Reads the head; null while the empty line that ends it has not come. */
export function readMailHead(bytes: Buffer): MailHead | null {
  const length = headLength(bytes);
  if (length === null) return null;
  const unfolded = bytes.toString('latin1', 0, length).replace(/\r?\n[ \t]+/g, ' ');
  const contentType = /^content-type:(.*)$/im.exec(unfolded)?.[1] ?? '';
  const isMultipart = /^\s*multipart\//i.test(contentType);
  return {
    length,
    boundary: isMultipart ? parameter(contentType, 'boundary') : null,
    charset: parameter(contentType, 'charset'),
  };
}

/** Whether bytes begin like a mail: only header lines, and among them one that every mail has. */
export function looksLikeMail(start: Buffer): boolean {
  const text = start.toString('latin1', 0, Math.min(start.length, 16_384));
  const lines = text.split(/\r?\n/);
  // mbox exports put one "From " line in front.
  const first = lines[0]?.startsWith('From ') ? 1 : 0;
  const end = lines.indexOf('', first);
  // Without the empty line the last line may be cut anywhere.
  const head = end === -1 ? lines.slice(first, -1) : lines.slice(first, end);
  const wellFormed = head.every((line) => /^[\x21-\x39\x3b-\x7e]+:|^[ \t]/.test(line));
  return head.length > 0 && wellFormed && USUAL_HEADERS.test(head.join('\n'));
}

function headLength(bytes: Buffer): number | null {
  const unix = bytes.indexOf('\n\n', 0, 'latin1');
  const internet = bytes.indexOf('\r\n\r\n', 0, 'latin1');
  if (unix === -1 && internet === -1) return null;
  if (internet === -1 || (unix !== -1 && unix < internet)) return unix + 2;
  return internet + 4;
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}
