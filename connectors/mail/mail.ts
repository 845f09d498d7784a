import type { MailWarning } from './mail-warnings.js';

/** A mail taken apart. Everything is text or bytes in a file; nothing of it is ever rendered. */
export interface Mail {
  readonly kind: 'mail';
  readonly fromName: string;
  readonly fromAddress: string;
  readonly to: string;
  /** One line, without control characters. */
  readonly subject: string;
  /** The sender's statement, ISO 8601 with Z; null where missing, unreadable or implausible. */
  readonly date: string | null;
  readonly messageId: string | null;
  /** Plain text; of a mail with HTML only, the text of that HTML. */
  readonly bodyText: string;
  /** Parts in the order of the mail, those of a forwarded mail right after it. */
  readonly attachments: readonly MailAttachment[];
  readonly warnings: readonly MailWarning[];
}

export interface MailAttachment extends StoredPart {
  readonly name: string;
  /** The sender's name for it where that had to be changed, otherwise null. */
  readonly originalName: string | null;
  readonly declaredType: string;
  /** Index of the forwarded mail that it came in, or null. */
  readonly parent: number | null;
  readonly completeness: 'complete' | 'cutOff';
}

export interface StoredPart {
  readonly path: string;
  readonly size: number;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** Writes the bytes of one part somewhere and says where. */
export type StorePart = (content: AsyncIterable<Uint8Array>) => Promise<StoredPart>;

/** The mail cannot be taken apart; its bytes are as they were. */
export interface MailRefusal {
  readonly kind: 'refused';
  readonly code: 'mail.tooManyParts' | 'mail.headTooLarge' | 'mail.tooLarge' | 'mail.unreadable';
}

export interface MailLimits {
  /** Parts of all levels together. */
  readonly parts: number;
  /** Forwarded mails inside forwarded mails. */
  readonly depth: number;
  /** Bytes of all parts together. */
  readonly totalSize: number;
}

// 1,000 parts and five levels (acceptance criterion MAIL-2); 250 MB are five times what mail servers let through.
export const MAIL_LIMITS: MailLimits = { parts: 1_000, depth: 5, totalSize: 250_000_000 };
