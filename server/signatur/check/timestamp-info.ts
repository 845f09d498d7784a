import { readDigest, type DigestName } from '../cms/algorithms.js';
import { isOctetString, isSequence, readTime } from '../der/asn1-values.js';
import { readAsn1 } from '../der/read-asn1.js';

/** What a time stamp says (RFC 3161, 2.4.2). */
export interface TimestampInfo {
  /** Null when the table of algorithms does not hold it. */
  readonly digest: DigestName | null;
  readonly hash: Uint8Array;
  readonly time: Date;
}

export function readTimestampInfo(bytes: Uint8Array): TimestampInfo | null {
  const [, , imprint, , generalizedTime] = readAsn1(bytes)?.children ?? [];
  const time = readTime(generalizedTime);
  const hash = imprint?.children[1];
  if (!isSequence(imprint) || !isOctetString(hash) || time === null) return null;
  return { digest: readDigest(imprint.children[0]), hash: hash.content, time };
}
