import { CLOSED, whenOpened, type OpenedPdf } from '../../../platform/pdf/open-closed.js';

/** Opens a PDF for reading; nothing is rendered. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, VerbosityLevel } = await library();
  // The library takes the buffer away from its owner; signatures are checked on the original.
  return whenOpened(getDocument({ ...CLOSED, data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS }));
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
