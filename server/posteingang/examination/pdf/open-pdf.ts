import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf.js';

export type OpenedPdf =
  | { readonly kind: 'open'; readonly document: PDFDocumentProxy; close(): Promise<void> }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unreadable' };

/** Opens a PDF for reading: no script, no eval, no fonts or files from the machine, nothing is rendered. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, VerbosityLevel } = await library();
  const task: PDFDocumentLoadingTask = getDocument({
    // The library takes the buffer away from its owner; signatures are checked on the original.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWorkerFetch: false,
    verbosity: VerbosityLevel.ERRORS,
  });
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

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
let loaded: Promise<Library> | undefined;

function library(): Promise<Library> {
  return (loaded ??= load());
}

/**
 * On loading, the library builds one DOMMatrix for its renderer, and without a native canvas module it dies there. This
 * process only reads, and hostile bytes shall not meet native drawing code, so it gets plain objects instead.
 */
async function load(): Promise<Library> {
  const global = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) global[name] ??= Object;
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
