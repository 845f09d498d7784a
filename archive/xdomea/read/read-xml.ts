import { SaxesParser, type SaxesTagNS } from 'saxes';
import { finding, type Finding, type FindingCode, type Values } from '../../findings/finding.js';
import { forbiddenInXml } from '../characters.js';
import { codePointName } from '../din-91379.js';
import { judgeProlog } from './prolog.js';
import { ReadingEnded } from './reading-ended.js';
import { decoded, type XmlSource } from './source.js';

/** A start tag with its namespace and the line it stands in. */
export interface XmlTag {
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly line: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
}

/** Receives the document in order. `open` may end the reading. */
export interface XmlListener {
  readonly open: (tag: XmlTag) => 'continue' | 'stop';
  readonly text: (text: string) => void;
  readonly close: () => void;
}

// A 0503 of 100,000 Dokumente measures about 150 MB.
const DEFAULT_LIMIT = 256 * 1024 * 1024;
// Five levels of records with all their elements stay below 40; a million open tags would only cost memory.
const DEEPEST = 200;

/**
 * Reads XML strictly and in one pass, with memory for one element path only.
 * @param limit most bytes accepted.
 * @returns the one finding that ended the reading, or undefined if the document was read to its end or stopped by the listener.
 */
export async function readXml(
  source: XmlSource,
  listener: XmlListener,
  limit = DEFAULT_LIMIT,
): Promise<Finding | undefined> {
  const reading = createReading(listener);
  try {
    let bytes = 0;
    for await (const piece of decoded(source)) {
      bytes += piece.bytes;
      if (bytes > limit) return finding('xml.tooLarge', { path: '/' }, { limit });
      reading.write(piece.text);
    }
    reading.end();
    return undefined;
  } catch (error) {
    if (error instanceof ReadingEnded) return error.finding;
    throw error;
  }
}

function createReading(listener: XmlListener) {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  let slice = '';
  let prolog: string | undefined = '';
  const refuse = (code: FindingCode, values: Values = {}) => {
    throw new ReadingEnded(finding(code, { path: '/', line: parser.line }, values));
  };

  parser.on('error', (error) => refuse(...syntaxFault(error.message, slice)));
  parser.on('xmldecl', (declaration) => {
    const encoding = declaration.encoding ?? 'UTF-8';
    if (!/^utf-?8$/i.test(encoding)) refuse('xml.encoding', { found: encoding });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) refuse('xml.notWellFormed', { reason: `elements nested deeper than ${DEEPEST}` });
    if (listener.open(toTag(tag, parser.line)) === 'stop') throw new ReadingEnded();
  });
  parser.on('text', listener.text);
  parser.on('cdata', listener.text);
  parser.on('closetag', () => {
    depth -= 1;
    listener.close();
  });

  const feed = (text: string) => {
    slice = text;
    parser.write(text);
  };
  return {
    write: (text: string) => {
      if (prolog === undefined) return feed(text);
      prolog += text;
      const verdict = judgeProlog(prolog);
      if (verdict === 'incomplete') return;
      if (verdict === 'doctype') refuse('xml.doctype');
      if (verdict === 'endless') refuse('xml.notWellFormed', { reason: 'no root element' });
      const whole = prolog;
      prolog = undefined;
      feed(whole);
    },
    end: () => {
      if (prolog !== undefined) feed(prolog);
      parser.close();
    },
  };
}

function toTag(tag: SaxesTagNS, line: number): XmlTag {
  const attributes = Object.values(tag.attributes).map(({ name, uri, value }) => ({ name, uri, value }));
  return { local: tag.local, prefix: tag.prefix, uri: tag.uri, attributes, line };
}

/** saxes names its errors in English with the position in front: `3:17: disallowed character.` */
function syntaxFault(message: string, slice: string): [FindingCode, Values] {
  const reason = message.replace(/^\d+:\d+: /, '');
  const forbidden = forbiddenInXml(slice);
  return reason.startsWith('disallowed character') && forbidden !== undefined
    ? ['xml.forbiddenCharacter', { character: codePointName(forbidden) }]
    : ['xml.notWellFormed', { reason }];
}
