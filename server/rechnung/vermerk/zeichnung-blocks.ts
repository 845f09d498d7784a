import { textLines } from '../../platform/pdf/text-lines.js';
import { germanInstant } from '../format-german.js';
import type { VermerkZeichnung } from '../render-vermerk.js';
import { LEFT, RIGHT, WIDTH, type Block } from '../../platform/pdf/page-blocks.js';
import { QUIET, RULE, TEXT } from '../../platform/pdf/colours.js';
import { run, text } from '../../platform/pdf/text-items.js';

const PERSON_LEFT = LEFT + 130;
const TIME_LEFT = RIGHT - 128;

/** Who stated what, oldest first: statement, person with unit, time; a remark runs below in full. */
export function zeichnungBlocks(zeichnungen: readonly VermerkZeichnung[]): Block[] {
  const heading: Block = {
    height: 24,
    draw: (top) => [text('H2', 'Feststellungen und Mitzeichnungen', LEFT, top - 12, 13, 'Bold', TEXT)],
  };
  return zeichnungen.length === 0 ? [heading, nobody] : [heading, ...zeichnungen.map(zeichnungBlock)];
}

const nobody: Block = {
  height: 24,
  draw: (top) => [text('P', 'Noch keine.', LEFT, top - 12, 10, 'Regular', QUIET)],
};

function zeichnungBlock(zeichnung: VermerkZeichnung): Block {
  const { person, unit, at, bemerkung, versionNummer } = zeichnung;
  const who = textLines(unit ? `${person}, ${unit}` : person, TIME_LEFT - PERSON_LEFT - 10, 10);
  const version = versionNummer == null ? '' : `Fassung ${versionNummer}. `;
  const remark =
    bemerkung.trim() || version ? textLines(`${version}${bemerkung.trim()}`, RIGHT - PERSON_LEFT, 9.5) : [];
  const height = 14 + who.length * 13 + remark.length * 12.5;
  return {
    height,
    draw: (top) => [
      { kind: 'box', x: LEFT, y: top - 1, width: WIDTH, height: 0.5, colour: RULE },
      {
        kind: 'text',
        role: 'P',
        runs: [
          run(statement(zeichnung), LEFT, top - 17, 10, 'Bold', TEXT),
          ...who.map((line, index) => run(line, PERSON_LEFT, top - 17 - index * 13, 10, 'Regular', TEXT)),
          run(germanInstant(at), TIME_LEFT, top - 17, 9.5, 'Regular', QUIET),
          ...remark.map((line, index) =>
            run(line, PERSON_LEFT, top - 17 - who.length * 13 - index * 12.5, 9.5, 'Regular', QUIET),
          ),
        ],
      },
    ],
  };
}

function statement({ art, decision }: VermerkZeichnung): string {
  if (decision === 'ablehnen' || decision === 'zurueckweisen') return 'abgelehnt';
  return { sachlich: 'sachlich richtig', mitzeichnung: 'mitgezeichnet', schlusszeichnung: 'schlussgezeichnet' }[art];
}
