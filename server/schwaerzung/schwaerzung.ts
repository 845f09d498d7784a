import { reject, type Rejection } from '../contract/rejections.js';
import { paragraphOf, REASONS, type Mark, type ReasonCode } from '../contract/schwaerzung-views.js';

export type SchwaerzungState = 'entwurf' | 'erstellt' | 'verworfen';

/** Codes of the list of reasons, for the schema of inputs. */
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];

/** Everything that stands against making the redacted Dokument from these marks. */
export function markObstacles(marks: readonly Mark[]): Rejection[] {
  if (marks.length === 0) return [reject('schwaerzung.nothingMarked')];
  const without = marks.filter((mark) => paragraphOf(mark) === '').length;
  return without === 0 ? [] : [reject('schwaerzung.noParagraph', { count: without })];
}

/** How often each reason was given: what the Protokoll says instead of the words. */
export function countReasons(marks: readonly Mark[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const mark of marks) {
    const paragraph = paragraphOf(mark);
    counts[paragraph] = (counts[paragraph] ?? 0) + 1;
  }
  return counts;
}

/** Shorter words are in every title. */
const TELLING = 4;

/** A title must not say what its pages hide. */
export function refuseTellingBetreff(betreff: string, removedWords: readonly string[]): Rejection | null {
  const title = betreff.toLowerCase();
  const tells = removedWords
    .map((word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .some((word) => word.length >= TELLING && title.includes(word));
  return tells ? reject('schwaerzung.betreffTells') : null;
}
