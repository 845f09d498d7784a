/** One file that has been put into the folder. */
export interface FolderItem {
  /** Stable over crashes: the same file is offered again under the same key. */
  readonly sourceKey: string;
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Why a file was not taken. A temporary reason (full disk, database away) is tried again by itself. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly lasts: 'temporary' | 'permanent';
  readonly de: string;
  readonly en: string;
}

/** Where the connector hands its files over. It answers only when the bytes are stored for good. */
export interface IntakePort {
  receive(item: FolderItem): Promise<'received' | 'duplicate' | Refusal>;
}
