import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/pdf.js';
import { CLOSED, whenOpened, type OpenedPdf } from '../../platform/pdf/open-closed.js';

export type { PDFDocumentProxy, PDFPageProxy };
type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loaded: Promise<Library> | undefined;

/** The library with its drawing part. Loaded in the worker process of this slice alone: see DECISIONS.md, 45. */
export function library(): Promise<Library> {
  return (loaded ??= import('pdfjs-dist/legacy/build/pdf.mjs'));
}

/** Opens a PDF for drawing, with what the library itself brings along. */
export async function openForDrawing(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, VerbosityLevel } = await library();
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const part = (name: string) => join(folder, name) + sep;
  return whenOpened(
    getDocument({
      ...CLOSED,
      data: Uint8Array.from(bytes),
      stopAtErrors: true,
      verbosity: VerbosityLevel.ERRORS,
      cMapUrl: part('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: part('standard_fonts'),
      wasmUrl: part('wasm'),
      iccUrl: part('iccs'),
    }),
  );
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
