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

/** What to show first: a PDF, else a picture, else a text, else whatever there is. */
export function leading(papers: readonly Paper[]): Paper | null {
  for (const kind of ['pdf', 'image', 'text', 'download'] as const) {
    const paper = papers.find((candidate) => viewOf(candidate.file) === kind);
    if (paper) return paper;
  }
  return null;
}
