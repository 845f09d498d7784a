import type { KeyObject } from 'node:crypto';

/** What an editor server says about itself: what it edits, and how it signs its requests. */
export interface EditorDiscovery {
  /** Address of the editor by extension, in lower case: `odt`, `docx`. */
  readonly editors: ReadonlyMap<string, string>;
  /** Keys that sign its requests, the newest first; empty where it does not sign them. */
  readonly proofKeys: ProofKeys | null;
}

export interface ProofKeys {
  readonly current: KeyObject;
  /** The key before; what was signed right before a change still has to be believed. */
  readonly old: KeyObject | null;
}

/** A server such as Collabora Online or OnlyOffice that edits Dokumente in the browser and speaks WOPI with us. */
export interface EditorServer {
  /** The one origin that our page may frame and send a token to. */
  readonly origin: string;
  /**
   * Asks what it can do. The answer is kept for hours.
   *
   * @param freshness `renewed` asks again, though at most once a minute: after a key that we do not know
   * @returns null while it is away or answers in a way that nobody can read
   */
  discover(freshness?: 'kept' | 'renewed'): Promise<EditorDiscovery | null>;
}
