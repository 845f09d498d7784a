import { ACCENT, QUIET, RULE, TEXT } from '../platform/pdf/colours.js';
import { composePdf } from '../platform/pdf/compose-pdf.js';
import { A4, type Drawn, type DrawnPage } from '../platform/pdf/drawing.js';
import { LEFT, placeBlocks, RIGHT, WIDTH, type Block } from '../platform/pdf/page-blocks.js';
import { text } from '../platform/pdf/text-items.js';
import { textLines, textWidth } from '../platform/pdf/text-lines.js';
import type { DestroyedObject, DestroyedVorgang, Loeschnachweis } from './loeschnachweis.js';
import { germanDay } from '../contract/german-day.js';

const instant = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});

/** Draws the Loeschnachweis for people: heading, who and why, each Vorgang with the hashes of its files. */
export function renderLoeschnachweis(proof: Loeschnachweis): Uint8Array {
  const blocks: Block[] = [
    heading(proof),
    ...facts(proof).map(factBlock),
    sectionBlock(`Vernichtete Vorgänge: ${proof.vorgaenge.length}`),
    ...proof.vorgaenge.flatMap(vorgangBlocks),
    ...(proof.excluded.length === 0 ? [] : [sectionBlock(`Ausgenommen: ${proof.excluded.length}`)]),
    ...proof.excluded.map(({ aktenzeichen, reason }) => factBlock([aktenzeichen, reason])),
  ];
  const placed = placeBlocks(blocks);
  const pages = placed.map((items, index): DrawnPage => ({
    ...A4,
    items: [...items, ...footer(proof, index + 1, placed.length)],
  }));
  const title = `Löschnachweis ${proof.vernichtungId}`;
  const createdAt = new Date(proof.completedAt);
  return composePdf({ title, author: proof.mandant.name, language: 'de-DE', createdAt }, pages);
}

function heading({ mandant, vernichtungId }: Loeschnachweis): Block {
  return {
    height: 92,
    draw: (top) => [
      { kind: 'box', x: 0, y: A4.height - 8, width: A4.width, height: 8, colour: ACCENT },
      text('P', mandant.name, LEFT, top - 10, 10, 'Bold', ACCENT),
      text('H1', 'Löschnachweis', LEFT, top - 52, 24, 'Bold', TEXT),
      text('P', `Vernichtung ${vernichtungId}`, LEFT, top - 72, 10, 'Regular', QUIET),
    ],
  };
}

function facts(proof: Loeschnachweis): [string, string][] {
  const objects = proof.vorgaenge.flatMap((vorgang) => vorgang.objects);
  const counted = (outcome: DestroyedObject['outcome']) => objects.filter((each) => each.outcome === outcome).length;
  return [
    ['Grundlage', proof.basis],
    ['Grund', proof.reason],
    ['Beantragt', `${proof.requested.by}, ${instant.format(new Date(proof.requested.at))}`],
    ['Freigegeben', `${proof.released.by}, ${instant.format(new Date(proof.released.at))}`],
    ['Vollzogen', instant.format(new Date(proof.completedAt))],
    [
      'Dateien',
      `${objects.length}, davon gelöscht: ${counted('removed')}, nur der Verweis gelöscht, weil andere Akten dieselbe Datei enthalten: ${counted('shared')}, im Speicher noch gesperrt: ${counted('locked')}`,
    ],
    ['Aufzubewahren bis', germanDay(proof.keepUntil)],
  ];
}

const VALUE_LEFT = LEFT + 112;

function factBlock([label, value]: readonly [string, string]): Block {
  const lines = textLines(value, RIGHT - VALUE_LEFT, 10);
  const labelLines = textLines(label, VALUE_LEFT - LEFT - 8, 9);
  const rows = Math.max(lines.length, labelLines.length);
  return {
    height: rows * 14 + 4,
    draw: (top) => [
      ...labelLines.map((line, index) => text('P', line, LEFT, top - 12 - index * 14, 9, 'Regular', QUIET)),
      ...lines.map((line, index) => text('P', line, VALUE_LEFT, top - 12 - index * 14, 10, 'Regular', TEXT)),
    ],
  };
}

function sectionBlock(title: string): Block {
  return { height: 34, draw: (top) => [text('H2', title, LEFT, top - 24, 13, 'Bold', TEXT)] };
}

function vorgangBlocks(vorgang: DestroyedVorgang): Block[] {
  const { aktenzeichen, kennzeichen, zdaDate, aufbewahrungsende, dokumente, objects } = vorgang;
  const days = `z. d. A. ${germanDay(zdaDate)}, Frist bis ${germanDay(aufbewahrungsende)}`;
  const line = `Position ${kennzeichen} · ${days} · Dokumente: ${dokumente}`;
  return [
    {
      height: 36,
      draw: (top) => [
        { kind: 'box', x: LEFT, y: top - 4, width: WIDTH, height: 0.5, colour: RULE },
        text('P', aktenzeichen, LEFT, top - 18, 10, 'Bold', TEXT),
        text('P', line, LEFT, top - 31, 9, 'Regular', QUIET),
      ],
    },
    ...objects.map(objectBlock),
  ];
}

function objectBlock(object: DestroyedObject): Block {
  const outcome = OUTCOMES[object.outcome];
  const until = object.lockedUntil ? ` bis ${instant.format(new Date(object.lockedUntil))}` : '';
  return {
    height: 24,
    draw: (top) => [
      text('P', `SHA-256 ${object.sha256}`, LEFT, top - 9, 7.5, 'Regular', TEXT),
      text(
        'P',
        `${KINDS[object.kind]} ${object.id}, Nr. ${object.nummer}, ${object.size} Byte: ${outcome}${until}`,
        LEFT,
        top - 19,
        7.5,
        'Regular',
        QUIET,
      ),
    ],
  };
}

const KINDS = { version: 'Dokument', eingang: 'Eingang', part: 'Teil von Eingang' } as const;
const OUTCOMES = { removed: 'gelöscht', shared: 'Verweis gelöscht', locked: 'im Speicher gesperrt' } as const;

function footer({ mandant, vernichtungId }: Loeschnachweis, page: number, pages: number): Drawn[] {
  const count = `Seite ${page} von ${pages}`;
  return [
    { kind: 'box', x: LEFT, y: 62, width: WIDTH, height: 0.5, colour: RULE },
    text('P', `${mandant.name} · Löschnachweis ${vernichtungId}`, LEFT, 48, 8, 'Regular', QUIET),
    text('P', count, RIGHT - textWidth(count, 8), 48, 8, 'Regular', QUIET),
  ];
}
