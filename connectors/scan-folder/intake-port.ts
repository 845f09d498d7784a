/** Where a connector hands over what arrived. Types only: a connector knows nothing of the server behind it. */
export interface IntakePort {
  /**
   * Takes one item in, whole or not at all. The same source key twice is one item, also at the same time and after a
   * crash. Only after the answer may the connector give the item away.
   *
   * @throws when it cannot be said whether the item was taken; the connector offers it again
   */
  receive(item: IntakeItem): Promise<'received' | 'duplicate' | IntakeRefusal>;
}

export interface IntakeItem {
  /** Stable for this item at its source, for ever. */
  readonly sourceKey: string;
  /** Name as it arrived; text from outside. */
  readonly name: string;
  /** Time of arrival at the channel, not of the import. */
  readonly receivedAt: Date;
  /** Opens the bytes from the start; may be called again. */
  open(): AsyncIterable<Uint8Array>;
}

/** A refusal of the server, as far as a connector has to know it. */
export interface IntakeRefusal {
  readonly code: string;
  /** HTTP meaning: from 500 on it is the server's trouble and worth another try, below that the item's. */
  readonly status: number;
  readonly message: { readonly de: string; readonly en: string };
  readonly remedy: { readonly de: string; readonly en: string };
}

/** How a connector is doing, for the health page. */
export interface ConnectorHealth {
  readonly state: 'ok' | 'degraded';
  readonly de: string;
  readonly en: string;
}
