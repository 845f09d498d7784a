import type { Finding } from '../../findings/finding.js';

/**
 * Ends a reading from inside a callback of the parser, and is caught in readXml: the parser itself cannot be stopped,
 * and would work through the rest of its slice (measured: 90 s for a megabyte of open tags, where each looks up its
 * namespace through all others).
 */
export class ReadingEnded extends Error {
  readonly finding: Finding | undefined;

  constructor(found?: Finding) {
    super(found?.en ?? 'The listener has seen enough');
    this.finding = found;
  }
}
