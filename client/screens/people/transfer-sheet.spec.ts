import { shownWith } from '../shared/sheet.testing.js';
import { TransferSheet } from './transfer-sheet.js';

const person = { id: 'p', name: 'Jana Petersen', unit: '20.31 Liegenschaften', active: true };
const answers = {
  'people/p/work': { person, aufgaben: 3, checkouts: 0, vertretungen: 0, stays: { entwuerfe: 0, rights: 0 } },
  'people/p/empfaenger?q=': { items: [{ id: 'q', name: 'Deniz Aydın', unit: '20.11 Haushalt' }], next: null },
  'stapel.planTransfer': { stapelId: 's' },
};

async function toPerson() {
  const shown = await shownWith(TransferSheet, { person }, answers);
  for (let round = 0; round < 3; round++) await shown.settled();
  const select = shown.element.querySelector('select')!;
  select.value = 'person';
  select.dispatchEvent(new Event('change'));
  for (let round = 0; round < 3; round++) await shown.settled();
  return shown;
}

describe('TransferSheet', () => {
  it('plans nothing for another person before one is chosen, and says so', async () => {
    const { element, press, sent } = await toPerson();
    await press('Prüfen');
    expect(element.textContent).toContain('Bitte wählen Sie eine Person.');
    expect(sent).toEqual([]);
  });

  it('F110 finds the person by typing, never by a list of all', async () => {
    const { element, press, settled, sent } = await toPerson();
    element.querySelector<HTMLElement>('[role=option]')!.click();
    await settled();
    await press('Prüfen');
    expect(sent).toMatchObject([['stapel.planTransfer', { aufgaben: { to: 'person', personId: 'q' } }]]);
  });
});
