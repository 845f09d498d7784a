import type { DokumentView, FileView } from '../../../server/contract/views.js';

/** One file that a document pane can show, with the words around it. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly file: FileView;
  /** Number of the version among several; null where there is only one. */
  readonly version: number | null;
  readonly signatures: readonly { readonly de: string; readonly en: string }[];
}

const XML = ['application/xml', 'text/xml'];

/** Whether a file can be the XML of a structured invoice, which is shown in words. */
export function isXml(file: FileView): boolean {
  return XML.includes(file.mime);
}

const OFFICE = /officedocument|opendocument|ms-excel|ms-powerpoint|msword|\/rtf/;

/** The version whose bytes these are; null for a file that lies in no Vorgang yet. */
export function versionOf(file: FileView): { dokumentId: string; nummer: number } | null {
  const found = /^\/api\/dokumente\/([^/]+)\/versionen\/(\d+)$/.exec(file.url);
  return found?.[1] && found[2] ? { dokumentId: found[1], nummer: Number(found[2]) } : null;
}

/** Whether the server makes a preview of it. */
export function isOffice(file: FileView): boolean {
  return OFFICE.test(file.mime) && versionOf(file) !== null;
}

/** How a file is shown: everything that is not one of the few harmless kinds is only offered for download. */
export function viewOf(file: FileView): 'pdf' | 'image' | 'text' | 'download' {
  if (file.mime === 'application/pdf') return 'pdf';
  if (file.mime === 'image/png' || file.mime === 'image/jpeg') return 'image';
  return file.text === null ? 'download' : 'text';
}

/** The newest version of each Dokument, in the order of the register. */
export function papersOf(dokumente: readonly DokumentView[]): Paper[] {
  return dokumente.flatMap((dokument) => {
    const versions = [...dokument.versions].sort((a, b) => b.nummer - a.nummer);
    const newest = versions[0];
    return newest ? [paperOf(dokument, newest.nummer)].filter((paper) => paper !== null) : [];
  });
}

/** One version of a Dokument as paper, or null where it does not exist. */
export function paperOf(dokument: DokumentView, nummer: number): Paper | null {
  const version = dokument.versions.find((candidate) => candidate.nummer === nummer);
  if (!version) return null;
  return {
    id: `${dokument.id}/${nummer}`,
    title: dokument.betreff,
    file: version.file,
    version: dokument.versions.length > 1 ? nummer : null,
    signatures: version.signatures,
  };
}

/**
 * What to show first: the XML of a structured invoice, because it is the truth; else a PDF, a picture, a text, or
 * whatever there is.
 */
export function leading(papers: readonly Paper[], structured: 'invoice' | 'none' = 'none'): Paper | null {
  const invoice = structured === 'invoice' ? papers.find((paper) => isXml(paper.file)) : undefined;
  if (invoice) return invoice;
  for (const kind of ['pdf', 'image', 'text', 'download'] as const) {
    const paper = papers.find((candidate) => viewOf(candidate.file) === kind);
    if (paper) return paper;
  }
  return null;
}
