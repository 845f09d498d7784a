import { NOTIFICATION_KINDS } from '../../../server/contract/notification-views.js';
import { shownWith } from '../../screens/shared/sheet.testing.js';
import { RulesSheet } from './rules-sheet.js';

const kinds = Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, 'app']));
const kept = { rules: { kinds, filters: [], quiet: null }, filters: [{ id: 'f', name: 'Teure' }] };

async function sheet(answer: object = { before: kept.rules }) {
  const shown = await shownWith(RulesSheet, {}, { 'notifications/rules': kept, 'notification.arrange': answer });
  const choose = async (label: string, value: string) => {
    const named = [...shown.element.querySelectorAll('label')].find((one) => one.textContent.trim() === label);
    const select = shown.element.querySelector<HTMLSelectElement>(`#${named?.htmlFor}`)!;
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await shown.settled();
  };
  const tick = async (label: string) => {
    const named = [...shown.element.querySelectorAll('label')].find((one) => one.textContent.includes(label));
    named?.querySelector('input')?.click();
    await shown.settled();
  };
  return { ...shown, choose, tick };
}

describe('RulesSheet', () => {
  it('saves no quiet hours without a day or a time, and says so', async () => {
    const { element, sent, tick, type, press } = await sheet();
    await tick('Ruhezeit');
    for (const day of ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'])
      await tick(day);
    await press('Speichern');
    expect(element.textContent).toContain('Bitte nennen Sie Beginn, Ende und mindestens einen Tag.');
    await tick('Montag');
    await type('von', '');
    await press('Speichern');
    expect(sent).toEqual([]);
  });

  it('says that the browser will stay silent where it cannot or may not speak', async () => {
    const { element, choose } = await sheet();
    expect(element.textContent).not.toContain('Dieser Browser kann sich nicht');
    await choose('Jemand gibt mir eine Aufgabe', 'os');
    expect(element.textContent).toContain('Dieser Browser kann sich nicht über das Betriebssystem melden');
  });

  it('saves kinds, kept filters and quiet hours at once, and what is as above has no rule', async () => {
    const { sent, choose, tick, type, press } = await sheet();
    await choose('Ein Laufweg von mir ist beendet', 'none');
    await choose('Teure', 'digest');
    await tick('Ruhezeit');
    await tick('Sonntag');
    await type('von', '17:30');
    await press('Speichern');
    const quiet = { from: '17:30', until: '07:00', days: [1, 2, 3, 4, 5, 6] };
    expect(sent).toEqual([
      [
        'notification.arrangeNotifications',
        { kinds: { ...kinds, circulated: 'none' }, filters: [{ id: 'f', channel: 'digest' }], quiet },
      ],
    ]);
    await choose('Teure', '');
    await tick('Ruhezeit');
    await press('Speichern');
    expect(sent[1]?.[1]).toEqual({ kinds: { ...kinds, circulated: 'none' }, filters: [], quiet: null });
  });
});
