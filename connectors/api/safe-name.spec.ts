import { distinctName, safeName, singleLine } from './safe-name.js';

describe('safeName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\calc.exe', 'calc.exe'],
    ['..', 'Anlage'],
    ['', 'Anlage'],
    ['   . ', 'Anlage'],
    ['con.txt', '_con.txt'],
    ['Rechnung\u202Efdp.exe', 'Rechnungfdp.exe'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['was?*.pdf', 'was__.pdf'],
  ])('never lets %j through', (wish, name) => {
    expect(safeName(wish, 'Anlage')).toBe(name);
  });

  it('keeps umlauts and joins decomposed ones', () => {
    expect(safeName('Widerspruch für Frau Mu\u0308ßig.pdf', 'Anlage')).toBe('Widerspruch für Frau Müßig.pdf');
  });

  it('shortens a long name and keeps its ending', () => {
    const name = safeName(`${'ä'.repeat(500)}.pdf`, 'Anlage');
    expect(name).toHaveLength(120);
    expect(name.endsWith('ä.pdf')).toBe(true);
  });
});

describe('distinctName', () => {
  it('numbers names that differ only in case', () => {
    expect(distinctName('Plan.PDF', new Set(['plan.pdf', 'plan (2).pdf']))).toBe('Plan (3).PDF');
  });
});

describe('singleLine', () => {
  it('takes line breaks out of a subject', () => {
    expect(singleLine('Test\r\nBcc: x@y.example')).toBe('Test Bcc: x@y.example');
  });
});
