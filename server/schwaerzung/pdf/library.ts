import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/pdf.js';

export type { PDFDocumentProxy, PDFPageProxy };
type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

export type Opened =
  | { readonly kind: 'open'; readonly document: PDFDocumentProxy; close(): Promise<void> }
  | { readonly kind: 'encrypted' | 'damaged' };

let loaded: Promise<Library> | undefined;

/** The library with its drawing part. Loaded in the worker process of this slice alone: see DECISIONS.md, 45. */
export function library(): Promise<Library> {
  return (loaded ??= import('pdfjs-dist/legacy/build/pdf.mjs'));
}

/** Opens a PDF for drawing: no script, no eval, no font of the machine, nothing from outside. */
export async function openForDrawing(bytes: Uint8Array): Promise<Opened> {
  const { getDocument, VerbosityLevel } = await library();
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const part = (name: string) => join(folder, name) + sep;
  const task: PDFDocumentLoadingTask = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    // Letters are drawn as paths: no font file of a letter reaches the fonts of the machine.
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWorkerFetch: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: part('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: part('standard_fonts'),
    wasmUrl: part('wasm'),
    iccUrl: part('iccs'),
  });
  task.onPassword = () => {
    throw new Error('encrypted');
  };
  try {
    const document = await task.promise;
    return { kind: 'open', document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    const locked = error instanceof Error && (error.name === 'PasswordException' || error.message === 'encrypted');
    return { kind: locked ? 'encrypted' : 'damaged' };
  }
}

/** A picture as the library has unpacked it. */
export interface PixelData {
  readonly width: number;
  readonly height: number;
  /** ImageKind of the library: 1 black and white, 2 RGB, 3 RGBA. */
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A picture that an operator names; null where it could not be unpacked. It may still be on its way. */
export function pictureOf(page: PDFPageProxy, named: unknown): Promise<PixelData | null> {
  if (typeof named !== 'string') return Promise.resolve((named ?? null) as PixelData | null);
  const store = named.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    store.get(named, (picture: unknown) => resolve((picture ?? null) as PixelData | null));
  });
}
