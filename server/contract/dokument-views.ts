import type { RechnungFacts } from './examination.js';
import type { Sentence } from './rejections.js';
import type { Day, FileView, Id, Instant } from './views.js';

export type DokumentArt = 'eingang' | 'anlage' | 'vermerk' | 'ausgang';

/** `gueltig` is final: no further version, no other details. */
export type DokumentState = 'entwurf' | 'gueltig' | 'verworfen';

/** One Dokument in the register of its Vorgang. */
export interface DokumentView {
  id: Id;
  /** Of the row, for acts that must not overwrite what somebody else has just changed. */
  version: number;
  nummer: number;
  betreff: string;
  art: DokumentArt;
  state: DokumentState;
  date: Day | null;
  createdAt: Instant;
  createdBy: string;
  parentId: Id | null;
  versions: VersionView[];
  checkout: CheckoutView | null;
  /** What its XML says, where it is a structured invoice; shown in its place. */
  rechnung: RechnungFacts | null;
}

export interface VersionView {
  nummer: number;
  createdAt: Instant;
  createdBy: string;
  /** Why it was made; empty for what the system made. */
  comment: string;
  file: FileView;
  sha256: string;
  /** One sentence per signature found in this version. */
  signatures: Sentence[];
}

/** Who has the Dokument; nobody else brings its next version. */
export interface CheckoutView {
  personId: Id;
  person: string;
  since: Instant;
  /** Open in the browser, where others may join. */
  inEditor: boolean;
}

/** Answer of `POST /api/dokumente/uploads`, row of `GET /api/dokumente/eigene`: bytes of a person that are no version yet. */
export interface UploadView {
  id: Id;
  file: FileView;
  sha256: string;
  uploadedAt: Instant;
  /** Proposals for the details. */
  betreff: string;
  date: Day | null;
  /** What the examination wants to be known. */
  notes: Sentence[];
}

/** `GET /api/dokumente/eigene`: what the person has checked out, what was taken from them, and files that wait. */
export interface OwnDokumente {
  checkedOut: OwnCheckout[];
  taken: (OwnCheckout & { checkoutId: Id; by: string; at: Instant; reason: string })[];
  uploads: UploadView[];
}

export interface OwnCheckout {
  dokumentId: Id;
  betreff: string;
  vorgangId: Id;
  aktenzeichen: string;
  since: Instant;
}

/** `GET /api/dokumente?place=unlinked|bin&after=…`: Dokumente that lie in no register; `next` asks for the following page. */
export interface OutsideDokumente {
  items: OutsideDokument[];
  next: string | null;
}

export interface OutsideDokument {
  id: Id;
  version: number;
  nummer: number;
  betreff: string;
  state: DokumentState;
  placedAt: Instant;
  placedBy: string;
  reason: string;
  /** The Vorgang that it was taken out of. */
  vorgangId: Id;
  aktenzeichen: string;
  vorgangState: 'offen' | 'zdA' | 'abgegeben';
  anlagen: number;
}

/** `GET /api/dokumente/:id`: where it lies now. */
export interface DokumentPlaceView {
  id: Id;
  place: 'register' | 'unlinked' | 'bin';
  vorgangId: Id;
}
