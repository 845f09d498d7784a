import { stampLines } from './receipt-stamp.js';

describe('stampLines', () => {
  it('says day and time of here, the way, and the Aktenzeichen', () => {
    const stamp = {
      receivedAt: '2026-11-24T08:31:00Z',
      channel: 'mail',
      aktenzeichen: '20.31.05-0001/2026/01',
    } as const;
    expect(stampLines(stamp)).toEqual(['Eingegangen', '24.11.2026, 09:31', 'Mail', '20.31.05-0001/2026/01']);
  });
});
