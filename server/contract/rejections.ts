import { accessRejections } from './rejections/access.js';
import { akteneinsichtRejections } from './rejections/akteneinsicht.js';
import { akteRejections } from './rejections/akte.js';
import { aufbewahrungRejections } from './rejections/aufbewahrung.js';
import { aktenplanRejections } from './rejections/aktenplan.js';
import { aktenplanImportRejections } from './rejections/aktenplan-import.js';
import { annotationRejections } from './rejections/annotation.js';
import { aufgabeRejections } from './rejections/aufgabe.js';
import { aussonderungRejections } from './rejections/aussonderung.js';
import { barriereRejections } from './rejections/barriere.js';
import { dokumentRejections } from './rejections/dokument.js';
import { ersuchenRejections } from './rejections/ersuchen.js';
import { fachverfahrenRejections } from './rejections/fachverfahren.js';
import { fristRejections } from './rejections/frist.js';
import { identityRejections } from './rejections/identity.js';
import { importRejections } from './rejections/import.js';
import { kontaktRejections } from './rejections/kontakt.js';
import { laufwegRejections } from './rejections/laufweg.js';
import { mandantRejections } from './rejections/mandant.js';
import { platformRejections } from './rejections/platform.js';
import { postausgangRejections } from './rejections/postausgang.js';
import { filingRejections } from './rejections/filing.js';
import { posteingangRejections } from './rejections/posteingang.js';
import { protokollRejections } from './rejections/protokoll.js';
import { scanRejections } from './rejections/scans.js';
import { schwaerzungRejections } from './rejections/schwaerzung.js';
import { renditionRejections } from './rejections/rendition.js';
import { searchRejections } from './rejections/search.js';
import { serienbriefRejections } from './rejections/serienbrief.js';
import { stapelRejections } from './rejections/stapel.js';
import { signaturRejections } from './rejections/signatur.js';
import { uploadRejections } from './rejections/upload.js';
import { verfuegungRejections } from './rejections/verfuegung.js';
import { vernichtungRejections } from './rejections/vernichtung.js';
import { vorlageRejections } from './rejections/vorlage.js';
import { wopiRejections } from './rejections/wopi.js';
import { wordingRejections } from './rejections/wording.js';
import { weitergabeRejections } from './rejections/weitergabe.js';
import { workflowRejections } from './rejections/workflow.js';
import { zeichnungRejections } from './rejections/zeichnung.js';
import { zusatzfeldRejections } from './rejections/zusatzfeld.js';

/** One sentence in both languages of the product. */
export interface Sentence {
  readonly de: string;
  readonly en: string;
}

/**
 * The wording of one expected refusal. `message` says what was expected and what was found, `remedy` what to do now;
 * both may contain `{name}` places. `status` is the HTTP status under which the refusal leaves the server.
 */
export interface RejectionText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 416 | 422 | 429 | 500 | 503 | 507;
  readonly message: Sentence;
  readonly remedy: Sentence;
}

/** Every refusal that the product knows, one part per noun. */
export const REJECTIONS = {
  ...platformRejections,
  ...uploadRejections,
  ...importRejections,
  ...identityRejections,
  ...accessRejections,
  ...posteingangRejections,
  ...filingRejections,
  ...scanRejections,
  ...postausgangRejections,
  ...akteRejections,
  ...fristRejections,
  ...dokumentRejections,
  ...annotationRejections,
  ...schwaerzungRejections,
  ...akteneinsichtRejections,
  ...weitergabeRejections,
  ...ersuchenRejections,
  ...renditionRejections,
  ...aktenplanRejections,
  ...aktenplanImportRejections,
  ...aufgabeRejections,
  ...zeichnungRejections,
  ...laufwegRejections,
  ...verfuegungRejections,
  ...signaturRejections,
  ...kontaktRejections,
  ...zusatzfeldRejections,
  ...searchRejections,
  ...stapelRejections,
  ...vorlageRejections,
  ...serienbriefRejections,
  ...mandantRejections,
  ...wopiRejections,
  ...wordingRejections,
  ...workflowRejections,
  ...aussonderungRejections,
  ...aufbewahrungRejections,
  ...vernichtungRejections,
  ...fachverfahrenRejections,
  ...barriereRejections,
  ...protokollRejections,
} satisfies Record<string, RejectionText>;

export type RejectionCode = keyof typeof REJECTIONS;

/** An expected refusal as a value. Acts and pure rules return it; it rolls the transaction back and changes nothing. */
export interface Rejection {
  readonly kind: 'rejection';
  readonly code: RejectionCode;
  readonly status: number;
  readonly message: Sentence;
  readonly remedy: Sentence;
  /** Where a rule finds several violations, all of them. */
  readonly reasons: readonly Rejection[];
  /** What has to be dealt with, so that a page can lead there. */
  readonly link?: RejectionLink;
}

/** The object in the way of an act. `id` of a process is the key of its instance, that of a Zusatzfeld its key. */
export interface RejectionLink {
  readonly noun: 'aufgabe' | 'akte' | 'vorgang' | 'dokument' | 'process' | 'verfuegung' | 'zusatzfeld';
  readonly id: string;
}

/** Builds a refusal from the catalogue; `values` fill the `{name}` places, `reasons` are the single violations. */
export function reject(
  code: RejectionCode,
  values: Readonly<Record<string, string | number>> = {},
  reasons: readonly Rejection[] = [],
): Rejection {
  const text: RejectionText = REJECTIONS[code];
  return {
    kind: 'rejection',
    code,
    status: text.status,
    message: fill(text.message, values),
    remedy: fill(text.remedy, values),
    reasons,
  };
}

/** The same refusal, leading to what it is about. */
export function about(link: RejectionLink, rejection: Rejection): Rejection {
  return { ...rejection, link };
}

export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'rejection';
}

function fill(sentence: Sentence, values: Readonly<Record<string, string | number>>): Sentence {
  const place = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { de: place(sentence.de), en: place(sentence.en) };
}
