import type { Report } from '../../findings/report.js';
import type { XmlNode } from '../read/xml-node.js';
import type { RecordScope } from './record-scope.js';

/** One file in the container. */
export interface PackageEntry {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
}

/** What lies around the message. The entries include the message itself. */
export interface Container {
  /** File name of the container, where it is known. */
  readonly name?: string;
  readonly messageName: string;
  readonly entries: readonly PackageEntry[];
}

export interface ValidationOptions {
  /** Time of the check; only parameters bring time into this library. */
  readonly now: Date;
  /** Levels of records that the archive accepts; more than 5 only by agreement. */
  readonly maxDepth: number;
  /** DIN 91379 is binding from 4.0.0 on; an archive may tolerate other characters before. */
  readonly outsideDin91379: 'refuse' | 'warn';
}

/** What a caller gives: the time always, the rest where it differs from the standard. */
export type GivenOptions = Pick<ValidationOptions, 'now'> & Partial<Omit<ValidationOptions, 'now'>>;

export interface RuleContext {
  readonly report: Report;
  readonly container: Container;
  readonly options: ValidationOptions;
}

/**
 * A rule looks at elements of certain types when they are complete, at records when they are complete, and at the whole
 * when the message has been read. One file per rule; the list of files is the rule book.
 */
export interface Rule {
  readonly on?: Readonly<Record<string, (node: XmlNode, record: RecordScope | undefined) => void>>;
  readonly record?: (record: RecordScope) => void;
  readonly end?: () => void;
}

export type RuleFactory = (context: RuleContext) => Rule;
