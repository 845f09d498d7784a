import { StartupProblem } from '../startup-problem.js';

/** A bucket of an S3 server and the keys to it. */
export interface S3Place {
  /** Address of the server without the bucket, e.g. `https://s3.kreis.example:9000`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

/** One PUT of S3 carries at most 5 GB, and we never split: a whole object is there or it is not. */
export const LARGEST_S3_OBJECT_MEGABYTES = 5_000;

const NAMES = ['LAUFMAPPE_S3_URL', 'LAUFMAPPE_S3_ACCESS_KEY', 'LAUFMAPPE_S3_SECRET_KEY'] as const;

/**
 * Reads where the objects lie when it is not a folder.
 *
 * @param value the setting of a name, undefined when it is not set
 * @returns null when none of the variables is set
 * @throws StartupProblem naming the variable; never the secret key
 */
export function readS3Place(value: (name: string) => string | undefined): S3Place | null {
  const given = NAMES.find((name) => value(name) !== undefined);
  if (given === undefined) return null;
  const missing = NAMES.find((name) => value(name) === undefined);
  if (missing !== undefined) throw new StartupProblem('objectStoreIncomplete', { given, missing });
  const [address = '', accessKey = '', secretKey = ''] = NAMES.map(value);
  return { ...readAddress(address), accessKey, secretKey, region: value('LAUFMAPPE_S3_REGION') ?? 'us-east-1' };
}

function readAddress(text: string): Pick<S3Place, 'endpoint' | 'bucket'> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bucket = /^\/([a-z0-9][a-z0-9-]{1,61}[a-z0-9])\/?$/.exec(url?.pathname ?? '')?.[1];
  const plain = url !== undefined && url.username + url.password + url.search + url.hash === '';
  if (bucket !== undefined && plain && /^https?:$/.test(url.protocol)) return { endpoint: url.origin, bucket };
  throw new StartupProblem('configurationInvalid', {
    variable: 'LAUFMAPPE_S3_URL',
    // Keys belong in their own variables; who put them here must not read them in a log.
    value: text.replace(/\/\/[^/]*@/, '//…@'),
    expectedDe: 'eine Adresse mit Bucket wie https://s3.kreis.example:9000/laufmappe',
    expectedEn: 'an address with bucket like https://s3.kreis.example:9000/laufmappe',
  });
}
