import { createHash } from 'node:crypto';
import type { SignatureFinding, SignatureReport } from '../contract/examination.js';
import type { Sentence } from '../contract/rejections.js';
import { readCovered, type Covered } from './check/byte-range.js';
import { checkCms, type CmsOutcome } from './check/check-cms.js';
import { describeAlgorithm, describeSerial } from './check/describe.js';
import { FAULTS, type FaultCode } from './check/faults.js';
import { readPdfDate } from './check/pdf-date.js';
import { readCms } from './check/read-cms.js';
import { PROBLEMS, tell, type ProblemCode } from './check/sentences.js';
import { hasTrace, strayTraces } from './check/traces.js';
import { visibleText } from './check/visible-text.js';
import { openPdf, type PdfDocument } from './pdf/document.js';
import { orFault } from './pdf/fault.js';
import { isKind, nameValue } from '../platform/pdf/objects.js';
import { readFormFields, type SignatureField } from './pdf/signature-fields.js';

/** What is found about the signatures of a PDF, in the order of the form. */
export interface CheckedPdf extends SignatureReport {
  readonly signatures: readonly CheckedSignature[];
  /** Observations about the file as a whole. */
  readonly problems: readonly FileObservation[];
}

export interface CheckedSignature extends SignatureFinding {
  readonly kind: 'signature' | 'timestamp';
  readonly fieldName: string;
  /** Why it is not intact. */
  readonly fault: FaultCode | null;
  /** Length of the signed version in bytes; the file up to there is what was signed. Null where it cannot be told. */
  readonly signedLength: number | null;
}

export interface FileObservation {
  readonly code: ProblemCode;
  readonly sentence: Sentence;
}

// 51 signatures must be checked in 10 s (VAL-P); sums of covered bytes beyond 2 GB would take longer than 5 s to hash.
const MOST_SIGNATURES = 100;
const MOST_COVERED_BYTES = 2 * 1024 ** 3;

/**
 * Checks the signatures of a PDF as far as that goes without trust lists: structure, covered bytes, signature value.
 * "intact" with "wholeFile" is said only when every byte of the file but the signature value itself was signed.
 * Never throws for bad input; the same bytes give the same report.
 */
export function checkPdf(bytes: Uint8Array): CheckedPdf {
  return orFault(
    () => checkFields(bytes, openPdf(bytes)),
    ({ code }) => {
      const hasSignatures = hasTrace(bytes);
      return { signatures: [], problems: hasSignatures ? [problem(code === 'encrypted' ? code : 'unreadable')] : [] };
    },
  );
}

function checkFields(bytes: Uint8Array, pdf: PdfDocument): CheckedPdf {
  const fields = readFormFields(pdf).signatures;
  const distinct = [...new Map(fields.map((field) => [field.place?.start ?? field.fieldName, field])).values()];
  let left = MOST_COVERED_BYTES;
  const signatures = distinct.map((field, index) => {
    const covered = readCovered(bytes, field);
    left -= typeof covered === 'string' ? 0 : covered.end;
    const isTooMuch = left < 0 || index >= MOST_SIGNATURES;
    return report(field, isTooMuch ? 'tooMuch' : checkField(bytes, field, covered), covered, bytes.length);
  });
  const problems = [
    ...(distinct.length < fields.length ? [problem('sharedSignature')] : []),
    ...(strayTraces(bytes, distinct) ? [problem('strayTraces')] : []),
  ];
  return { signatures, problems };
}

function checkField(bytes: Uint8Array, field: SignatureField, covered: Covered | FaultCode): CmsOutcome | FaultCode {
  const use = useOf(field);
  if (typeof covered === 'string') return covered;
  if (use === null) return 'subFilter';
  const cms = readCms(covered.contents);
  if (cms === null) return 'cms';
  const outcome = checkCms(cms, use, (digest) =>
    createHash(digest)
      .update(bytes.subarray(0, covered.gapStart))
      .update(bytes.subarray(covered.gapEnd, covered.end))
      .digest(),
  );
  const isStanding = covered.end === bytes.length || standsIn(bytes.subarray(0, covered.end), field);
  return outcome.fault === null && !isStanding ? { ...outcome, fault: 'revision' } : outcome;
}

/**
 * Whether the signed version is a document of its own that shows this signature (VAL-2: the range ends at the end of
 * its revision). Otherwise the "signed version" is a torn-off piece that no one ever saw.
 */
function standsIn(revision: Uint8Array, { place }: SignatureField): boolean {
  return orFault(
    () => readFormFields(openPdf(revision)).signatures.some((found) => found.place?.start === place?.start),
    () => false,
  );
}

function report(
  field: SignatureField,
  outcome: CmsOutcome | FaultCode,
  covered: Covered | FaultCode,
  fileLength: number,
): CheckedSignature {
  const { fault, certificate, scheme, time, binding } =
    typeof outcome === 'string'
      ? { fault: outcome, certificate: null, scheme: null, time: null, binding: 'none' as const }
      : outcome;
  const end = typeof covered === 'string' ? null : covered.end;
  const kind = useOf(field) ?? 'signature';
  const signerName = visibleText(certificate?.subjectName.commonName ?? certificate?.subjectName.organisation ?? '');
  const coverage = end === null ? 'notCheckable' : end === fileLength ? 'wholeFile' : 'laterChanges';
  return {
    kind,
    fieldName: visibleText(field.fieldName),
    signerName,
    issuer: visibleText(certificate?.issuerName.commonName ?? certificate?.issuerName.organisation ?? ''),
    serial: certificate === null ? '' : describeSerial(certificate.serial),
    claimedTime: claimedTime(field, kind, time),
    algorithm: scheme === null ? '' : describeAlgorithm(scheme),
    integrity: fault === null ? 'intact' : FAULTS[fault].integrity,
    coverage,
    trust: 'notChecked',
    fault,
    signedLength: end,
    sentence: tell({ kind, signerName, fault, coverage, binding }),
  };
}

/** The time of a time stamp stands in its token; that of a signature in M, or in the CMS of older formats. */
function claimedTime(field: SignatureField, kind: 'signature' | 'timestamp', inside: Date | null): string | null {
  const entry = field.signature.entries.get('M');
  const stated = kind === 'signature' && isKind(entry, 'string') ? readPdfDate(entry.bytes) : null;
  return (stated ?? inside)?.toISOString() ?? null;
}

function useOf({ signature }: SignatureField): 'signature' | 'timestamp' | null {
  switch (nameValue(signature.entries.get('SubFilter'))) {
    case 'ETSI.CAdES.detached':
    case 'adbe.pkcs7.detached':
      return 'signature';
    case 'ETSI.RFC3161':
      return 'timestamp';
    default:
      return null;
  }
}

function problem(code: ProblemCode): FileObservation {
  return { code, sentence: PROBLEMS[code] };
}
