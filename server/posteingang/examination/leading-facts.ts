import type { EingangKind, Place, RechnungFacts } from '../../contract/examination.js';
import type { Day } from '../../contract/views.js';
import { isValidIban } from '../../rechnung/iban.js';
import type { Piece } from './piece.js';
import { findTextFacts, type TextFacts } from './text/find-facts.js';
import { kindOf } from './text/kind-of.js';
import { senderOf, subjectOf } from './text/letter-head.js';
import { boxOf } from './text/text-line.js';

/** What the pieces together say about the letter. */
export interface LeadingFacts {
  readonly kind: EingangKind;
  readonly confidence: 'sicher' | 'pruefen' | 'unklar';
  readonly rechnung: RechnungFacts | null;
  readonly letterDate: Day | null;
  readonly amountCent: number | null;
  readonly aktenzeichen: readonly string[];
  readonly sender: string;
  readonly subject: string;
  readonly places: readonly Place[];
  /** The piece that a person sees first. */
  readonly leading: Piece | null;
}

/**
 * Structured invoice data lead, then the first PDF with text, then whatever text there is.
 *
 * @param mailSubject subject of the mail, or empty
 */
export function leadingFacts(pieces: readonly Piece[], mailSubject: string): LeadingFacts {
  const usable = pieces.filter(({ report }) => report.outcome !== 'quarantaene');
  const structured = usable.find(({ report }) => report.rechnung)?.report.rechnung ?? null;
  const leading = firstPdf(usable) ?? usable.find(({ report }) => report.lines.length > 0) ?? null;
  const lines = leading?.report.lines ?? [];
  const text = findTextFacts(lines, leading?.position ?? null);
  const subject = subjectOf(lines);
  const words = usable.flatMap(({ report }) => report.lines.map((line) => line.text)).join('\n');
  const kind = structured ? 'rechnung' : kindOf(`${subject} ${mailSubject}`, words);
  const letterhead = leading?.report.pages ? senderOf(lines) : null;
  const rechnung = structured ?? (kind === 'rechnung' ? rechnungFromText(text, letterhead?.text ?? '') : null);
  const senderPlace = letterhead ? placeOfSender(letterhead, leading?.position ?? null) : null;
  return {
    kind: kind ?? 'schreiben',
    confidence: structured ? 'sicher' : kind ? 'pruefen' : 'unklar',
    rechnung,
    letterDate: structured?.datum ?? text.letterDate,
    amountCent: structured ? structured.betragCent : text.amountCent,
    aktenzeichen: text.aktenzeichen,
    sender: structured?.kreditor || letterhead?.text.trim() || '',
    subject,
    places: senderPlace ? [senderPlace, ...text.places] : text.places,
    leading,
  };
}

function firstPdf(pieces: readonly Piece[]): Piece | null {
  return pieces.find(({ report }) => report.fileType === 'pdf') ?? null;
}

/** An invoice on paper or as plain PDF: its facts were read from the page and wait for a person's eyes. */
function rechnungFromText(text: TextFacts, kreditor: string): RechnungFacts {
  return {
    source: 'text',
    art: 'rechnung',
    kreditor: kreditor.trim(),
    nummer: text.nummer ?? '',
    datum: text.letterDate,
    betragCent: text.amountCent,
    waehrung: 'EUR',
    iban: text.iban,
    ibanValid: text.iban === null ? null : isValidIban(text.iban),
    leitwegKennung: text.leitwegKennung,
    bestellnummer: null,
    faelligAm: text.faelligAm,
    skonto: [],
    umsatzsteuerKennung: null,
    profile: null,
  };
}

function placeOfSender(line: NonNullable<ReturnType<typeof senderOf>>, part: number | null): Place | null {
  const box = boxOf(line, 0, line.text.length);
  return box && line.page !== null ? { field: 'sender', text: line.text, part, page: line.page, box } : null;
}
