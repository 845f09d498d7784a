import type { PickupView } from '../../../server/contract/weitergabe-views.js';
import { shownWith } from '../shared/sheet.testing.js';
import { Abholen } from './abholen.js';

const waiting: PickupView = {
  ...{ from: 'Musterkreis', aktenzeichen: '20.1-0001/2026', kind: 'kopie', dokumente: 2, size: 1_000 },
  ...{ sha256: 'f'.repeat(64), expiresOn: '2026-12-08', downloadsLeft: 3 },
};
const refused = {
  ...{ kind: 'rejection', code: 'weitergabe.pickupInvalid', status: 403, reasons: [], link: null },
  ...{ message: { de: 'Passt nicht.', en: 'No.' }, remedy: { de: 'Nachfragen.', en: 'Ask.' } },
};
const TOKEN = `lw_${'a'.repeat(43)}`;

async function shown(hash: string, answer: object = waiting) {
  history.replaceState(null, '', `/abholen${hash}`);
  return shownWith(Abholen, {}, { 'weitergaben/pickup': answer });
}

describe('F13 Abholen', () => {
  it('asks nothing without a token, and says what to do', async () => {
    const { element, sent } = await shown('');
    expect(element.querySelector('input[name=code]')).toBeNull();
    expect(element.textContent).toContain('Der Link ist unvollständig.');
    expect(sent).toEqual([]);
  });

  it('takes the token off the address at once', async () => {
    await shown(`#${TOKEN}`);
    expect(location.href).not.toContain('lw_');
  });

  it('asks nothing while the code is not whole', async () => {
    const { sent, type, press } = await shown(`#${TOKEN}`);
    await type('Code', '7K2M-Q0X');
    await press('Weiter');
    expect(sent).toEqual([]);
  });

  it('shows a refusal as its sentence, and nothing of the Akte', async () => {
    const { element, type, press } = await shown(`#${TOKEN}`, refused);
    await type('Code', '7K2M-Q0XD-9TVB');
    await press('Weiter');
    expect(element.textContent).toContain('Passt nicht.');
    expect(element.querySelector('dl')).toBeNull();
  });

  it('shows what waits only after the code, however that was typed', async () => {
    const { element, sent, type, press } = await shown(`#${TOKEN}`);
    expect(element.textContent).not.toContain('20.1-0001/2026');
    await type('Code', ' 7k2m qoxd 9tvb');
    await press('Weiter');
    expect(sent).toEqual([['weitergaben/pickup', { token: TOKEN, code: '7K2M-Q0XD-9TVB' }]]);
    expect(element.textContent).toContain('20.1-0001/2026');
    const hidden = [...element.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ value }) => value);
    expect(hidden).toEqual([TOKEN, '7K2M-Q0XD-9TVB']);
  });
});
