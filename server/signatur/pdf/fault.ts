export type PdfFaultCode =
  /** No PDF header at the start. */
  | 'notPdf'
  /** The structure contradicts ISO 32000 in a place we have to rely on. */
  | 'damaged'
  /** Built to cost time or memory. */
  | 'tooComplex'
  | 'encrypted';

/**
 * What stops the reading of a PDF. It is thrown only inside this slice, where a recursive reader needs one way out;
 * signPdf and checkPdf turn it into a value.
 */
export class PdfFault extends Error {
  readonly code: PdfFaultCode;

  constructor(code: PdfFaultCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Runs a piece of reading; a PdfFault becomes the value that `otherwise` makes of it, bugs pass through. */
export function orFault<T, U>(read: () => T, otherwise: (fault: PdfFault) => U): T | U {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof PdfFault) return otherwise(problem);
    throw problem;
  }
}
