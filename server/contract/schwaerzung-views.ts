import type { Sentence } from './rejections.js';
import type { Day, Id, Instant } from './views.js';

/** Left, bottom, right, top on the page as the PDF counts it, in points. */
export type MarkBox = [number, number, number, number];

/** What is to become black, and why. */
export interface Mark {
  /** Given by the page that made it. */
  id: Id;
  /** From 1. */
  page: number;
  boxes: MarkBox[];
  reason: ReasonCode;
  /** A paragraph of one's own, such as one of the Land; empty: that of the reason. */
  paragraph: string;
}

/**
 * What the new file will not have, or what to look out for: a signature, a form, attachments, comments of readers, a page
 * without text (a picture: its words must be found by eye).
 */
export type SourceNote = 'signed' | 'form' | 'attachments' | 'comments' | 'pageWithoutText';

/** `GET /api/dokumente/:id/versionen/:nummer/woerter` */
export interface PageWords {
  pages: { words: WordView[] }[];
  notes: SourceNote[];
}

export interface WordView {
  text: string;
  box: MarkBox;
  /** Words of one number stand in one line. */
  line: number;
}

/** `GET /api/dokumente/:id/schwaerzung` */
export interface SchwaerzungView {
  dokumentId: Id;
  vorgangId: Id;
  betreff: string;
  vorgangState: 'offen' | 'zdA' | 'abgegeben';
  /** Newest version. */
  nummer: number;
  /** Where the pages lie that are marked; for a picture a PDF of it. Null: this kind of file is not redacted. */
  pagesUrl: string | null;
  /** Work that is not finished. */
  draft: { id: Id; version: number; nummer: number; marks: Mark[]; changedAt: Instant; changedBy: string } | null;
  /** What came of earlier work. */
  made: { id: Id; dokumentId: Id; vorgangId: Id; betreff: string; nummer: number; date: Day; marks: number }[];
}

export type ReasonCode = keyof typeof REASONS;

/** One ground for keeping something back. */
export interface Reason {
  /** What stands on the box. */
  readonly paragraph: string;
  readonly meaning: Sentence;
}

/**
 * Grounds on which parts of a file are kept back, as data. Federal law; where the law of a Land applies (its information
 * freedom act, its administrative procedure act), the mark names that paragraph. § 9 IFG of the Federation is no ground: it
 * says how a refusal is announced.
 */
export const REASONS = {
  lebensbereich: {
    paragraph: '§ 30 VwVfG',
    meaning: { de: 'Geheimnis des persönlichen Lebensbereichs', en: 'Secret of private life' },
  },
  geschaeft: {
    paragraph: '§ 30 VwVfG',
    meaning: { de: 'Betriebs- oder Geschäftsgeheimnis', en: 'Trade or business secret' },
  },
  dritte: {
    paragraph: '§ 29 Abs. 2 VwVfG',
    meaning: {
      de: 'Berechtigtes Interesse Beteiligter oder Dritter',
      en: 'Legitimate interest of parties or third persons',
    },
  },
  aufgaben: {
    paragraph: '§ 29 Abs. 2 VwVfG',
    meaning: { de: 'Ordnungsgemäße Erfüllung der Aufgaben', en: 'Proper performance of the authority’s duties' },
  },
  entwurf: {
    paragraph: '§ 29 Abs. 1 VwVfG',
    meaning: {
      de: 'Entwurf oder unmittelbare Vorbereitung einer Entscheidung',
      en: 'Draft or direct preparation of a decision',
    },
  },
  ifgPerson: {
    paragraph: '§ 5 IFG',
    meaning: { de: 'Personenbezogene Daten', en: 'Personal data' },
  },
  ifgGeschaeft: {
    paragraph: '§ 6 IFG',
    meaning: {
      de: 'Geistiges Eigentum, Betriebs- oder Geschäftsgeheimnis',
      en: 'Intellectual property, trade or business secret',
    },
  },
  ifgEntscheidung: {
    paragraph: '§ 4 IFG',
    meaning: { de: 'Behördlicher Entscheidungsprozess', en: 'Decision-making of the authority' },
  },
  ifgBelange: {
    paragraph: '§ 3 IFG',
    meaning: { de: 'Besonderer öffentlicher Belang', en: 'Special public interest' },
  },
  uigBelange: {
    paragraph: '§ 8 UIG',
    meaning: { de: 'Öffentlicher Belang (Umweltinformationen)', en: 'Public interest (environmental information)' },
  },
  uigPerson: {
    paragraph: '§ 9 UIG',
    meaning: {
      de: 'Personenbezogene Daten, Geschäftsgeheimnis (Umweltinformationen)',
      en: 'Personal data, business secret (environmental information)',
    },
  },
  sozial: {
    paragraph: '§ 35 SGB I',
    meaning: { de: 'Sozialgeheimnis', en: 'Confidentiality of social data' },
  },
  steuer: {
    paragraph: '§ 30 AO',
    meaning: { de: 'Steuergeheimnis', en: 'Tax secrecy' },
  },
  auskunft: {
    paragraph: 'Art. 15 Abs. 4 DSGVO',
    meaning: {
      de: 'Rechte und Freiheiten anderer Personen (Datenauskunft)',
      en: 'Rights and freedoms of others (access to personal data)',
    },
  },
  anderes: {
    paragraph: '',
    meaning: { de: 'Anderes Recht, mit Paragraph', en: 'Other law, with its paragraph' },
  },
} as const satisfies Record<string, Reason>;

/** What stands on the box of a mark. */
export function paragraphOf({ reason, paragraph }: Pick<Mark, 'reason' | 'paragraph'>): string {
  return paragraph === '' ? REASONS[reason].paragraph : paragraph;
}
