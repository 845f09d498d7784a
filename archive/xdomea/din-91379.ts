import { CHARACTERS, SEQUENCES } from './din-91379-characters.js';

/** The first character outside DIN 91379, e.g. `–`, or undefined if there is none. Text must be in NFC, as the norm demands. */
export function outsideDin91379(text: string): string | undefined {
  // Nearly every text consists of single characters of the norm: one pass without the slower sequences decides it.
  if (SINGLE.test(text)) return undefined;
  const accepted = WITH_SEQUENCES.exec(text)?.[0].length ?? 0;
  return accepted === text.length ? undefined : String.fromCodePoint(text.codePointAt(accepted) ?? 0);
}

/** `U+2013` and the like, for sentences. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const characterClass = `[${CHARACTERS.trim().split(/\s+/).map(range).join('')}]`;
const sequences = SEQUENCES.flatMap(([combining, letters]) => letters.split(' ').map((each) => `${each} ${combining}`))
  // Longest first: L with ring and macron must win over L with ring.
  .sort((left, right) => right.length - left.length)
  .map((sequence) => sequence.split(' ').map(escaped).join(''));

const SINGLE = new RegExp(`^${characterClass}*$`, 'u');
const WITH_SEQUENCES = new RegExp(`^(?:${sequences.join('|')}|${characterClass})*`, 'u');

function range(part: string): string {
  return part.split('-').map(escaped).join('-');
}

function escaped(codePoint: string): string {
  return `\\u${codePoint}`;
}
