import { fourEyes, zeichnungOf } from './zeichnung.js';

describe('fourEyes', () => {
  const earlier = [{ art: 'sachlich', personId: 'jana', fuerId: null }] as const;

  it('refuses the Mitzeichnung of the person who found the invoice correct', () => {
    expect(fourEyes(earlier, 'mitzeichnung', ['jana'])).toMatchObject({
      code: 'zeichnung.fourEyes',
      message: { de: expect.stringContaining('sachlich richtig') },
    });
  });

  it('refuses the Schlusszeichnung of somebody who has co-signed', () => {
    expect(
      fourEyes([{ art: 'mitzeichnung', personId: 'deniz', fuerId: null }], 'schlusszeichnung', ['deniz']),
    ).not.toBeNull();
  });

  it('refuses a second Mitzeichnung of the same person', () => {
    expect(
      fourEyes([{ art: 'mitzeichnung', personId: 'deniz', fuerId: null }], 'mitzeichnung', ['deniz']),
    ).not.toBeNull();
  });

  it('refuses the deputy of the person who found the invoice correct, and the deputy who found it correct for somebody', () => {
    expect(fourEyes(earlier, 'mitzeichnung', ['deniz', 'jana'])).not.toBeNull();
    const lent = [{ art: 'sachlich', personId: 'deniz', fuerId: 'jana' }] as const;
    expect(fourEyes(lent, 'mitzeichnung', ['deniz'])).not.toBeNull();
    expect(fourEyes(lent, 'mitzeichnung', ['jana'])).not.toBeNull();
  });

  it('lets another person sign', () => {
    expect(fourEyes(earlier, 'mitzeichnung', ['deniz'])).toBeNull();
  });

  it('lets the same person confirm again what was returned', () => {
    expect(fourEyes(earlier, 'sachlich', ['jana'])).toBeNull();
  });
});

describe('zeichnungOf', () => {
  it('knows which Aufgaben are a Zeichnung and which are not', () => {
    expect((['pruefung', 'mitzeichnung', 'schlusszeichnung', 'zahlung', 'zda'] as const).map(zeichnungOf)).toEqual([
      'sachlich',
      'mitzeichnung',
      'schlusszeichnung',
      null,
      null,
    ]);
  });
});
