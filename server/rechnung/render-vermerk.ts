import { composePdf } from '../platform/pdf/compose-pdf.js';
import { A4, type DrawnPage } from '../platform/pdf/drawing.js';
import { germanInstant } from './format-german.js';
import { placeBlocks, type Block } from '../platform/pdf/page-blocks.js';
import { rechnungBlock } from './vermerk/rechnung-block.js';
import { footer, headBlock, signaturePlace } from './vermerk/frame.js';
import { zeichnungBlocks } from './vermerk/zeichnung-blocks.js';

/** The invoice as the process carries it; `quelle` says whether it was read from data or typed. */
export interface VermerkRechnung {
  readonly kreditor: string;
  readonly nummer: string;
  readonly datum: string | null;
  readonly betragCent: number;
  readonly waehrung: string;
  readonly iban: string | null;
  readonly leitwegKennung: string | null;
  readonly quelle?: string;
}

export interface VermerkZeichnung {
  readonly art: 'sachlich' | 'mitzeichnung' | 'schlusszeichnung';
  readonly person: string;
  readonly unit: string;
  readonly at: Date;
  /** As the form gave it, e.g. „richtig“, „mitzeichnen“, „ablehnen“. */
  readonly decision: string;
  readonly bemerkung: string;
  /** Version of the Dokument that was in front of the person, where one was. */
  readonly versionNummer?: number | null;
}

export interface Freigabevermerk {
  readonly aktenzeichen: string;
  readonly betreff: string;
  readonly mandant: string;
  readonly rechnung: VermerkRechnung;
  readonly zeichnungen: readonly VermerkZeichnung[];
  readonly createdAt: Date;
}

// The Schlusszeichnung with its caption, above the footer.
const ROOM_TO_SIGN = 196;

/** Where the visible Schlusszeichnung stands: bottom right of the first page, free of everything else. */
export const VERMERK_SIGNATURE_BOX = { page: 1, box: { x: 332.5, y: 96, width: 206, height: 58 } } as const;

/**
 * Draws the Freigabevermerk: what is to be paid, who stated what and when, and the place for the Schlusszeichnung. One
 * A4 page; many or long remarks go on to further ones, nothing is cut. Equal data give equal bytes.
 *
 * @returns a PDF with embedded letters, title, language and structure
 */
export function renderFreigabevermerk(data: Freigabevermerk): Uint8Array {
  const blocks: Block[] = [headBlock(data), rechnungBlock(data.rechnung), ...zeichnungBlocks(data.zeichnungen)];
  const placed = placeBlocks(blocks, ROOM_TO_SIGN);
  const stand = `Erstellt am ${germanInstant(data.createdAt)}`;
  const pages = placed.map((items, index): DrawnPage => ({
    ...A4,
    items: [
      ...items,
      ...(index === 0 ? signaturePlace(VERMERK_SIGNATURE_BOX.box) : []),
      ...footer(data, stand, index + 1, placed.length),
    ],
  }));
  const title = `Freigabevermerk ${data.aktenzeichen}`;
  return composePdf({ title, author: data.mandant, language: 'de-DE', createdAt: data.createdAt }, pages);
}
