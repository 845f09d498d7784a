import { reject, type Rejection, type RejectionCode } from '../contract/rejections.js';

/** One thing that keeps a line, or the whole manifest, from being taken over. */
export interface Fault {
  /** Line of manifest.csv; 1 is the line with the names of the columns. */
  readonly line: number;
  readonly field: string;
  readonly rejection: Rejection;
}

export function fault(
  line: number,
  field: string,
  code: RejectionCode,
  values: Readonly<Record<string, string | number>> = {},
): Fault {
  return { line, field, rejection: reject(code, values) };
}
