import type { Sentence } from './rejections.js';
import type { Id, Instant } from './views.js';

/** `GET /api/akten/:id/protokoll?person=&act=&from=&to=&before=`: newest first, at most 50 rows. */
export interface AkteProtokoll {
  akte: { id: Id; aktenzeichen: string; betreff: string };
  items: ProtokollRowView[];
  /** The next page begins `before` this number; null on the last one. */
  next: number | null;
  /** The newest checkpoint: rows up to its size can be proved to somebody outside. Null before the first one. */
  checkpoint: { size: number; at: Instant } | null;
}

export interface ProtokollRowView {
  /** Number of the row in the Protokoll of the Mandant. */
  sequence: number;
  at: Instant;
  /** Id of a person, or name of the part of the system that did it. */
  actor: string;
  actorName: string;
  act: string;
  label: Sentence;
  /** What happened, where the row says more than the name of its act. */
  text: Sentence | null;
  object: { kind: 'akte' | 'vorgang' | 'dokument' | 'aufgabe' | 'eingang'; id: Id; name: string };
  /** The content was erased; that the row stands here is still proved. */
  erased: boolean;
}

/** `GET /api/akten/:id/protokoll/filters`: what occurs in this Akte. */
export interface ProtokollFilters {
  actors: { id: string; name: string }[];
  acts: ({ name: string } & Sentence)[];
}

/** `GET /api/protokoll?before=`: keys and checkpoints of the Mandant, newest first, 20 at a time. */
export interface ProtokollOverview {
  /** Rows of the Protokoll now. */
  size: number;
  keys: ProtokollKeyView[];
  checkpoints: CheckpointView[];
  /** The next page begins `before` this size; null on the last one. */
  next: number | null;
}

export interface ProtokollKeyView {
  keyHash: string;
  /** Public key as one line, for `protokoll:verify --key`. */
  verifierKey: string;
  createdAt: Instant;
  retiredAt: Instant | null;
}

export interface CheckpointView {
  size: number;
  at: Instant;
  /** Hashes of the keys that signed it; empty for an old one. */
  signedBy: string[];
  /** The signed note itself. */
  note: string;
}

/** `GET /api/protokoll/consistency?first=&second=`: proof that one checkpoint continues another (RFC 9162). */
export interface ConsistencyProof {
  format: 'laufmappe/consistency/1';
  first: string;
  second: string;
  /** Hashes in base64. */
  proof: string[];
}
