import type { Sentence } from './rejections.js';
import type { ReasonCode } from './schwaerzung-views.js';
import type { Day, Id, Instant } from './views.js';

/** What of a Dokument is given: all of it, its redacted Dokument, or nothing. */
export type Share = 'whole' | 'redacted' | 'leftOut';

/** On what law somebody asks to see a file. */
export const GROUNDS = {
  verwaltungsverfahren: {
    paragraph: '§ 29 VwVfG',
    meaning: { de: 'Beteiligte eines Verwaltungsverfahrens', en: 'Party to an administrative procedure' },
  },
  sozialverfahren: {
    paragraph: '§ 25 SGB X',
    meaning: { de: 'Beteiligte eines Sozialverwaltungsverfahrens', en: 'Party to a social procedure' },
  },
  informationsfreiheit: { paragraph: '§ 1 IFG', meaning: { de: 'Informationsfreiheit', en: 'Freedom of information' } },
  umweltinformation: { paragraph: '§ 3 UIG', meaning: { de: 'Umweltinformation', en: 'Environmental information' } },
  datenauskunft: {
    paragraph: 'Art. 15 DSGVO',
    meaning: { de: 'Auskunft über eigene Daten', en: 'Access to one’s own data' },
  },
  anderes: { paragraph: '', meaning: { de: 'Anderes Recht, mit Paragraph', en: 'Other law, with its paragraph' } },
} as const satisfies Record<string, { readonly paragraph: string; readonly meaning: Sentence }>;

export type GroundCode = keyof typeof GROUNDS;

/** What is decided about one Dokument. */
export interface ShareChoice {
  dokumentId: Id;
  share: Share;
  /** Why it is left out; null where it is given. */
  reason: ReasonCode | null;
  /** A paragraph of one's own; empty: that of the reason. */
  paragraph: string;
}

export type AkteneinsichtState = 'wartet' | 'laeuft' | 'fertig' | 'gescheitert' | 'abgebrochen';

/** `GET /api/vorgaenge/:id/akteneinsicht`, `GET /api/akten/:id/akteneinsicht` */
export interface AkteneinsichtChoice {
  scope: { kind: 'vorgang' | 'akte'; id: Id; aktenzeichen: string; betreff: string };
  dokumente: ShareableDokument[];
  /** Who takes part, to choose the applicant from. */
  beteiligte: { kontaktId: Id; label: string }[];
  made: AkteneinsichtRow[];
}

export interface ShareableDokument {
  id: Id;
  vorgang: string;
  nummer: number;
  betreff: string;
  date: Day | null;
  mime: string;
  /** Newest redacted Dokument that was made of it. */
  redactedId: Id | null;
}

export interface AkteneinsichtRow {
  id: Id;
  state: AkteneinsichtState;
  /** Dokumente that have been read, of all. */
  done: number;
  total: number;
  applicant: string;
  ground: string;
  createdAt: Instant;
  createdBy: string;
  expiresOn: Day;
  /** null: not finished, or expired. */
  file: { url: string; sha256: string; size: number; pages: number } | null;
  problem: string | null;
}

/** `GET /api/akteneinsichten/:id/pruefsummen`: the list of hashes that goes with the package. */
export interface AkteneinsichtHashes {
  package: { sha256: string; size: number; pages: number };
  dokumente: {
    nummer: string;
    share: Share;
    reason: string;
    sha256: string | null;
    firstPage: number;
    pages: number;
  }[];
}
