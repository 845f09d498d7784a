import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/pdf.js';

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let library: Promise<PdfLibrary> | undefined;

/**
 * The PDF library, loaded on first use. It is the build for older browsers: the current one uses functions that the
 * long-term release of Firefox, which many offices run, does not have.
 */
export function pdfLibrary(): Promise<PdfLibrary> {
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((loaded) => {
    loaded.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.min.mjs';
    return loaded;
  });
  return library;
}

/** Opens a PDF by range requests; scripts in it never run. Destroy the task to free worker memory. */
export async function openPdf(url: string): Promise<PDFDocumentLoadingTask> {
  const { getDocument } = await pdfLibrary();
  return getDocument({
    url,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    isEvalSupported: false,
    enableXfa: false,
  });
}

export type PageViewport = ReturnType<PDFPageProxy['getViewport']>;
export type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy };
