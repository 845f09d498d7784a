import type { Examination } from '../contract/examination.js';
import type { DuplicateReason } from '../contract/eingang-views.js';

/** A value that an Eingang is found by; see `eingang_mark`. */
export interface Mark {
  readonly kind: 'message' | 'number' | `text${0 | 1 | 2}`;
  readonly value: string;
}

/** What an examination says, as far as it tells two Eingaenge apart. */
export type Facts = Pick<
  Examination,
  'sender' | 'letterDate' | 'amountCent' | 'rechnung' | 'textExcerpt' | 'mail' | 'outcome'
>;

// Below this many groups of words two greetings are the same letter.
const FEWEST_SHINGLES = 40;
// A word that is read differently changes three groups: five such words among 600 leave 0.95, thirty leave 0.74.
const NEARLY_EQUAL = 0.85;
const [BANDS, ROWS] = [[0, 1, 2] as const, 4];

/** Everything that this Eingang can be found by. What is in quarantine was not read, and is found by nothing. */
export function marksOf(facts: Facts): Mark[] {
  if (facts.outcome === 'quarantaene') return [];
  const exact: Mark[] = [
    { kind: 'message', value: messageOf(facts) },
    { kind: 'number', value: numberOf(facts) },
  ];
  return [...exact.filter(({ value }) => value !== ''), ...textMarks(facts.textExcerpt)];
}

/** Why these two may be one and the same; null where nothing says so, or where a fact speaks against it. */
export function duplicateReason(one: Facts, other: Facts): Exclude<DuplicateReason, 'bytes'> | null {
  if (messageOf(one) !== '' && messageOf(one) === messageOf(other)) return 'message';
  if (numberOf(one) !== '' && numberOf(one) === numberOf(other)) return 'number';
  // Two invoices of one sender differ by little but their number; the facts say that they are two.
  const contradicts =
    differ(senderKey(one.sender), senderKey(other.sender)) ||
    differ(one.rechnung?.nummer ?? '', other.rechnung?.nummer ?? '') ||
    differ(one.letterDate, other.letterDate) ||
    differ(one.amountCent, other.amountCent);
  return !contradicts && likeness(one.textExcerpt, other.textExcerpt) >= NEARLY_EQUAL ? 'text' : null;
}

/** A sender, however it is written. */
export function senderKey(sender: string): string {
  return sender.normalize('NFC').trim().toLowerCase();
}

/** Share of the groups of three words that two texts have in common; 0 where one of them is too short to say so. */
export function likeness(one: string, other: string): number {
  const [mine, theirs] = [new Set(shingles(one)), new Set(shingles(other))];
  if (Math.min(mine.size, theirs.size) < FEWEST_SHINGLES) return 0;
  const common = [...mine].filter((shingle) => theirs.has(shingle)).length;
  return common / (mine.size + theirs.size - common);
}

function messageOf({ mail }: Facts): string {
  return (mail?.messageId ?? '').trim().toLowerCase();
}

/** Sender and number of the invoice; the same number of another sender is another invoice. */
function numberOf({ rechnung, sender }: Facts): string {
  const nummer = (rechnung?.nummer ?? '').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const from = senderKey(rechnung?.kreditor ?? '') || senderKey(sender);
  return nummer === '' || from === '' ? '' : `${nummer} ${from}`;
}

function differ(one: string | number | null, other: string | number | null): boolean {
  const known = (value: string | number | null) => value !== null && value !== '';
  return known(one) && known(other) && one !== other;
}

/**
 * MinHash in three bands of four rows: texts with 0.95 of their shingles in common share a band in 99 of 100 cases, with
 * 0.5 in 18 (the comparison of the whole then says no). Three short rows for each Eingang, looked up by equality.
 */
function textMarks(text: string): Mark[] {
  const found = [...new Set(shingles(text))];
  if (found.length < FEWEST_SHINGLES) return [];
  const hashes = found.map(hashOf);
  return BANDS.map((band) => {
    const rows = Array.from({ length: ROWS }, (_, row) => smallest(hashes, band * ROWS + row + 1));
    return { kind: `text${band}`, value: rows.map((value) => value.toString(36)).join('-') };
  });
}

function shingles(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

/** The smallest of all hashes, each mixed with the number of the row (finaliser of MurmurHash3). */
function smallest(hashes: readonly number[], row: number): number {
  let least = 0xffffffff;
  for (const hash of hashes) {
    let mixed = hash ^ Math.imul(row, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    least = Math.min(least, (mixed ^ (mixed >>> 16)) >>> 0);
  }
  return least;
}

/** FNV-1a with 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
