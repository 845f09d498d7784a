import type { Finding } from '../findings/finding.js';

/** A file of a container: its name and its size in bytes. */
export interface NamedFile {
  readonly name: string;
  readonly size: number;
}

declare const checked: unique symbol;

/** A message that was judged together with its files and has no blocking finding. Only compose functions make one. */
export interface CheckedMessage {
  readonly [checked]: true;
  readonly kind: 'checked';
  readonly containerName: string;
  readonly messageName: string;
  /** The bytes of the message, in pieces. */
  readonly xml: readonly Uint8Array[];
  readonly files: readonly NamedFile[];
  /** What a person should see and what blocks nothing. */
  readonly warnings: readonly Finding[];
}

/** A message that may not leave, with every reason. */
export interface Refused {
  readonly kind: 'refused';
  readonly findings: readonly Finding[];
}

/** Marks a message as judged. For compose functions only: the mark is what keeps an unjudged message from being packed. */
export function checkedMessage(message: Omit<CheckedMessage, typeof checked | 'kind'>): CheckedMessage {
  return { kind: 'checked', ...message } as CheckedMessage;
}
