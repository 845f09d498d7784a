import { createHash } from 'node:crypto';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { drawAppearance } from './appearance/draw-appearance.js';
import { placeBox } from './appearance/place-box.js';
import { buildCms } from './cms-builder.js';
import { readCertificate } from './cms/read-certificate.js';
import { openPdf, type PdfDocument } from './pdf/document.js';
import { orFault, type PdfFault } from './pdf/fault.js';
import { writeIncrement } from './pdf/increment.js';
import { real, textString } from '../platform/pdf/objects.js';
import { readPages, type Box, type PdfPage } from './pdf/pages.js';
import { fillByteRange, fillContents, signatureTemplate, type SignatureEntries } from './pdf/signature-dictionary.js';
import { readFormFields, type FormFields } from './pdf/signature-fields.js';
import { enterField, signatureField, startRevision } from './pdf/signature-revision.js';
import type { Signer } from './ports.js';
import { whyNotSignable } from './signable.js';

/** `name`, `reason` and `location` stand in the signature dictionary; `at` is the claimed time (entry M), no time stamp. */
export interface SignatureRequest extends SignatureEntries {
  readonly appearance?: VisibleSignature;
}

export interface VisibleSignature {
  /** Counted from 1. */
  readonly page: number;
  /** On the page as it is seen, origin at its lower left corner, in points. */
  readonly box: Box;
  /** The first line stands out. Left out: name, reason, place and time. */
  readonly lines?: readonly string[];
}

/**
 * Signs a PDF as PAdES B-B (EN 319 142-1). The result starts with the input, byte for byte: earlier signatures stay
 * valid. Two people who sign the same version at once get two files; the version check of the act decides between them.
 * @returns the signed file, or a refusal (no PDF, damaged, encrypted, certified, dynamic form, box or text unusable,
 *   certificate not valid at that time, key and certificate do not belong together)
 */
export async function signPdf(
  bytes: Uint8Array,
  signer: Signer,
  request: SignatureRequest,
): Promise<Uint8Array | Rejection> {
  const invalid = whyCertificateUnusable(signer.certificate, request.at);
  if (invalid !== null) return invalid;
  const document = orFault(() => readDocument(bytes), refuseFault);
  if (isRejection(document)) return document;
  // A guess that is too small costs a second signing, which a person with a card would have to allow again; a guess
  // that is too large costs zeros. 3,000 bytes hold the signature, the attributes and the issuer's name three times.
  let placeholder = sum([signer.certificate, ...signer.chain].map(({ length }) => length)) + 3000;
  for (;;) {
    const prepared = prepare(document, request, placeholder);
    if (isRejection(prepared)) return prepared;
    const cms = await buildCms(digestOf(prepared, signer), signer);
    if (isRejection(cms)) return cms;
    if (cms.length <= placeholder) {
      fillContents(prepared.file, prepared.bodyAt, prepared.template, cms);
      return prepared.file;
    }
    placeholder = cms.length + 256;
  }
}

interface ReadDocument {
  readonly pdf: PdfDocument;
  readonly pages: readonly PdfPage[];
  readonly fields: FormFields;
}

function readDocument(bytes: Uint8Array): ReadDocument | Rejection {
  const pdf = openPdf(bytes);
  const fields = readFormFields(pdf);
  return whyNotSignable(pdf, fields) ?? { pdf, pages: readPages(pdf), fields };
}

/** The file with everything but the signature value. */
function prepare({ pdf, pages, fields }: ReadDocument, request: SignatureRequest, placeholder: number) {
  const visible = request.appearance;
  const page = pages[(visible?.page ?? 1) - 1];
  if (page === undefined) return reject('signatur.noSuchPage', { page: visible?.page ?? 1, pages: pages.length });
  const rectangle = visible === undefined ? ([0, 0, 0, 0] as const) : placeBox(page, visible.box);
  if (rectangle === null) return reject('signatur.boxOutsidePage', { page: visible?.page ?? 1 });
  const revision = startRevision(pdf);
  const appearance =
    visible === undefined
      ? null
      : drawAppearance(visible.box, page.rotation, visible.lines ?? defaultLines(request), revision.add);
  if (visible !== undefined && appearance === null) return reject('signatur.textDoesNotFit');
  const template = signatureTemplate(request, placeholder);
  const signature = revision.addBody(template.body);
  const label = textString(`Signatur von ${request.name}`);
  const rect = rectangle.map(real);
  const field = signatureField(textString(freeName(fields)), label, signature, page, rect, appearance);
  enterField(pdf, revision, page, revision.add(field));
  const { bytes, bodyOffsets } = writeIncrement(pdf, revision.objects);
  const file = Buffer.concat([pdf.bytes, bytes]);
  const bodyAt = bodyOffsets.get(signature.number) ?? 0;
  fillByteRange(file, bodyAt, template);
  return { file, bodyAt, template };
}

function digestOf(
  { file, bodyAt, template }: Exclude<ReturnType<typeof prepare>, Rejection>,
  signer: Signer,
): Uint8Array {
  return createHash(signer.scheme.digest)
    .update(file.subarray(0, bodyAt + template.contentsStart))
    .update(file.subarray(bodyAt + template.contentsEnd))
    .digest();
}

// Signatures in German files are read in Germany.
const LOCAL_TIME = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'medium',
  timeStyle: 'short',
});

function defaultLines({ name, reason, location, at }: SignatureRequest): string[] {
  const time = `${LOCAL_TIME.format(at)} Uhr`;
  return [name, reason, location === undefined ? time : `${location}, ${time}`];
}

function freeName({ names }: FormFields): string {
  let number = 1;
  while (names.has(`Signatur ${number}`)) number += 1;
  return `Signatur ${number}`;
}

function whyCertificateUnusable(bytes: Uint8Array, at: Date): Rejection | null {
  const certificate = readCertificate(bytes);
  if (certificate === null) return reject('signatur.keyMismatch');
  const { notBefore, notAfter } = certificate;
  const day = (instant: Date) => LOCAL_TIME.format(instant).slice(0, 10);
  const isValid = notBefore <= at && at <= notAfter;
  return isValid ? null : reject('signatur.certificateNotValid', { from: day(notBefore), to: day(notAfter) });
}

function refuseFault(fault: PdfFault): Rejection {
  switch (fault.code) {
    case 'notPdf':
      return reject('signatur.notPdf');
    case 'encrypted':
      return reject('signatur.encrypted');
    default:
      return reject('signatur.damaged', { detail: fault.message });
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
