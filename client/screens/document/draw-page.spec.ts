import { drawPage } from './draw-page.js';
import type { PDFDocumentProxy } from './pdf.js';

describe('drawPage', () => {
  it('draws nothing where the file was closed while its page was asked for, as whoever leaves a Dokument does', async () => {
    const closed = { getPage: () => Promise.reject(new Error('Transport destroyed')) } as unknown as PDFDocumentProxy;
    const page = { pdf: closed, number: 1, scale: 1, turn: 0, shows: 'paper' } as const;
    await expect(drawPage(page, new AbortController().signal)).resolves.toBeNull();
  });
});
