import type { DokumentView, FileView } from '../../../server/contract/views.js';
import { leading, paperOf, papersOf, viewOf } from './paper.js';

const file = (mime: string, text: string | null = null): FileView => ({ name: 'x', mime, size: 1, url: '/x', text });

function dokument(id: string, mimes: readonly string[]): DokumentView {
  const versions = mimes.map((mime, index) => ({
    nummer: index + 1,
    createdAt: '2026-11-25T08:00:00Z',
    createdBy: 'Poststelle',
    comment: '',
    file: file(mime),
    sha256: '',
    signatures: [],
  }));
  const base = {
    nummer: 1,
    betreff: id,
    art: 'eingang' as const,
    state: 'gueltig' as const,
    date: null,
    createdAt: '',
    createdBy: '',
    parentId: null,
    version: 1,
    checkout: null,
    rechnung: null,
  };
  return { ...base, id, versions };
}

describe('viewOf', () => {
  it('never shows what could carry active content', () => {
    for (const mime of ['text/html', 'image/svg+xml', 'application/zip', 'application/xml', 'message/rfc822']) {
      expect(viewOf(file(mime))).toBe('download');
    }
  });

  it('shows text that the server has prepared as text, whatever the kind', () => {
    expect(viewOf(file('message/rfc822', 'Guten Tag'))).toBe('text');
  });
});

describe('papersOf', () => {
  it('has nothing for a Dokument without a version', () => {
    expect(papersOf([dokument('a', [])])).toEqual([]);
    expect(paperOf(dokument('a', []), 1)).toBeNull();
  });

  it('takes the newest version and names its number where there are several', () => {
    const papers = papersOf([
      dokument('a', ['application/pdf']),
      dokument('b', ['application/pdf', 'application/pdf']),
    ]);
    expect(papers.map((paper) => [paper.id, paper.version])).toEqual([
      ['a/1', null],
      ['b/2', 2],
    ]);
  });
});

describe('leading', () => {
  it('has nothing to show of nothing', () => {
    expect(leading([])).toBeNull();
  });

  it('prefers the XML of a structured invoice to everything else, and only then', () => {
    const papers = papersOf([dokument('mail', ['application/pdf']), dokument('xml', ['application/xml'])]);
    expect(leading(papers, 'invoice')?.title).toBe('xml');
    expect(leading(papers)?.title).toBe('mail');
  });

  it('prefers a PDF to the mail that brought it', () => {
    const papers = papersOf([dokument('mail', ['message/rfc822']), dokument('invoice', ['application/pdf'])]);
    expect(leading(papers)?.title).toBe('invoice');
  });
});
