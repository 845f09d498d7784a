import type { Sentence } from './rejections.js';
import type { Id } from './views.js';

/** What a Dokument made from a template can be. */
export type VorlageArt = 'ausgang' | 'vermerk';

/** What a key user says of a template. */
export interface DokumentvorlageFacts {
  name: string;
  art: VorlageArt;
  /** Betreff of a new Dokument; may have places. */
  betreff: string;
  /** Offered at these positions of the Aktenplan and below; none: everywhere. */
  einheitIds: Id[];
}

/** A position where a template is offered. */
export interface VorlagePosition {
  id: Id;
  kennzeichen: string;
  titel: string;
}

/** Row of `GET /api/vorlagen/dokumente?q=…&vorgang=…&after=…`: { items, next }, by name. */
export interface DokumentvorlageRow {
  id: Id;
  name: string;
  art: VorlageArt;
  active: boolean;
  /** Of its newest Fassung. */
  nummer: number;
  format: string;
}

export interface DokumentvorlagePage {
  items: DokumentvorlageRow[];
  /** Give it as `after` for the next page; null on the last one. */
  next: string | null;
}

/** `GET /api/vorlagen/dokumente/:id` */
export interface DokumentvorlageView extends DokumentvorlageRow {
  betreff: string;
  version: number;
  positions: VorlagePosition[];
  /** Newest first. */
  fassungen: { nummer: number; fileName: string; size: number; at: string; by: string; places: string[] }[];
}

/** `POST /api/vorlagen/vorschau`: what will stand at each place of the letter. */
export interface SchreibenPreview {
  betreff: string;
  nummer: number;
  art: VorlageArt;
  places: {
    place: string;
    name: string;
    value: string | null;
    from: 'record' | 'typed';
    /** What is wrong with it; null where nothing is. */
    fault: Sentence | null;
  }[];
}

/** What an Aktenvorlage makes: an Akte with all that lies in it, or a Vorgang. */
export type AktenvorlageKind = 'akte' | 'vorgang';

/** One thing that is made below the new record, in the order in which it is made. */
export interface AktenvorlagePart {
  /** `vorgang` below a Vorgang is a Teilvorgang. */
  kind: 'teilakte' | 'vorgang' | 'dokument';
  /** May have places. */
  betreff: string;
  /** Index of the part that it lies in, which comes before it; null: in the new record itself. */
  above: number | null;
  /** What a Dokument is written from. */
  dokumentvorlageId: Id | null;
}

export interface AktenvorlageFacts {
  name: string;
  /** Offered at these positions of the Aktenplan and below; none: everywhere. */
  einheitIds: Id[];
  parts: AktenvorlagePart[];
}

/** Row of `GET /api/vorlagen/akten?q=…&kind=…&einheit=…&akte=…&after=…`: { items, next }, by name. */
export interface AktenvorlageRow {
  id: Id;
  name: string;
  kind: AktenvorlageKind;
  active: boolean;
  version: number;
}

export interface AktenvorlagePage {
  items: AktenvorlageRow[];
  next: string | null;
}

/** `GET /api/vorlagen/akten/:id` */
export interface AktenvorlageView extends AktenvorlageRow {
  positions: VorlagePosition[];
  parts: (AktenvorlagePart & { dokumentvorlage: string | null })[];
  /** Names of the places that nobody but the person who opens can fill. */
  asked: string[];
}

/** Who a serial letter goes to: those who take part in the Vorgang, entries of the register, or the rows of a CSV file. */
export type SerienbriefRecipients =
  | { kind: 'beteiligte'; beteiligungIds: Id[] }
  | { kind: 'kontakte'; kontaktIds: Id[] }
  | { kind: 'liste'; csv: string };

export interface SerienbriefWish {
  vorgangId: Id;
  dokumentvorlageId: Id;
  /** Fassung that the dry run showed. */
  nummer: number;
  /** May have places. */
  betreff: string;
  recipients: SerienbriefRecipients;
  /** What is typed once for all, by the name of the place. */
  typed: Record<string, string>;
}

/** `POST /api/vorlagen/serienbriefe/probe`: what would become of each, without writing anything. */
export interface SerienbriefProbe {
  ready: number;
  refused: number;
  recipients: { label: string; faults: Sentence[] }[];
}

export type SerienbriefState = 'laeuft' | 'angehalten' | 'fertig';

/** Row of `GET /api/vorgaenge/:id/serienbriefe`: { items }, newest first. */
export interface SerienbriefRow {
  id: Id;
  betreff: string;
  vorlage: string;
  by: string;
  at: string;
  state: SerienbriefState;
  /** Why it stands still although nobody has stopped it. */
  obstacle: Sentence | null;
  version: number;
  waiting: number;
  written: number;
  refused: number;
}

/** `GET /api/serienbriefe/:id?state=abgewiesen&after=…` */
export interface SerienbriefView extends SerienbriefRow {
  recipients: {
    position: number;
    label: string;
    state: 'wartet' | 'geschrieben' | 'abgewiesen';
    dokumentId: Id | null;
    faults: Sentence[];
  }[];
  /** Give it as `after` for the next page; null on the last one. */
  next: number | null;
}
