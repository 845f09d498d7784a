import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf.js';

export type OpenedPdf =
  | { readonly kind: 'open'; readonly document: PDFDocumentProxy; close(): Promise<void> }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unreadable' };

/** How every PDF from outside is opened: no script, no eval, no font of the machine, nothing fetched. */
export const CLOSED = {
  isEvalSupported: false,
  // Letters are paths: no font file of a letter reaches the fonts of the machine.
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  useWorkerFetch: false,
} as const;

/** What became of opening. Whatever is not open has been let go of. */
export async function whenOpened(task: PDFDocumentLoadingTask): Promise<OpenedPdf> {
  task.onPassword = () => {
    throw new Error('encrypted');
  };
  try {
    const document = await task.promise;
    return { kind: 'open', document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    return { kind: isPasswordError(error) ? 'encrypted' : 'unreadable' };
  }
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'PasswordException' || error.message === 'encrypted');
}
