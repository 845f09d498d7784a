import { PICKUP_CODE, PICKUP_TOKEN, type WeitergabeChoice } from '../../../server/contract/weitergabe-views.js';
import { shownWith } from '../shared/sheet.testing.js';
import { Weitergabe } from './weitergabe.js';

const dokument: WeitergabeChoice['dokumente'][number] = {
  ...{ id: 'a', vorgang: '20.1-0001/2026/01', nummer: 1, betreff: 'Antrag', date: null, version: 1, size: 10 },
  ...{ stufe: 'offen', leftOut: null },
};
const choice: WeitergabeChoice = {
  ...{ akte: { id: 'k', aktenzeichen: '20.1-0001/2026', betreff: 'Kreishaus' }, kind: 'kopie', to: 'aussen' },
  dokumente: [
    dokument,
    { ...dokument, id: 'b', nummer: 2, betreff: 'Gutachten', stufe: 'vertraulich' },
    { ...dokument, id: 'c', nummer: 3, leftOut: { code: 'x', de: 'Ein Entwurf.', en: 'A draft.' } },
  ],
  ...{ obstacles: [], mandanten: [{ id: 'm', name: 'Gemeinde Ostfeld' }], made: [] },
};

const shown = (own: Partial<WeitergabeChoice> = {}) =>
  shownWith(
    Weitergabe,
    { id: 'k' },
    { 'akten/k/weitergabe': { ...choice, ...own }, 'weitergabe.orderWeitergabe': { weitergabeId: 'w', version: 1 } },
  );
const order = 'Akte weitergeben';

async function filled(page: Awaited<ReturnType<typeof shown>>): Promise<void> {
  await page.type('Empfänger', 'Landkreis Nordfeld');
  await page.type('Grund', 'Umzug des Betriebs');
}

async function tick(page: Awaited<ReturnType<typeof shown>>, words: string): Promise<void> {
  const label = [...page.element.querySelectorAll('label')].find((one) => one.textContent.includes(words));
  label!.querySelector('input')!.click();
  await page.settled();
}

describe('F13 Weitergabe', () => {
  it('sends nothing while recipient or reason is missing, and says which', async () => {
    const page = await shown();
    await page.press(order);
    expect(page.element.textContent).toContain('Es fehlt, wer die Akte bekommt.');
    await page.type('Empfänger', 'Landkreis Nordfeld');
    expect(page.element.textContent).toContain('Es fehlt der Grund.');
    await page.press(order);
    expect(page.sent).toEqual([]);
  });

  it.each(['0', '91', '1,5', 'x', ''])('sends nothing for %j days', async (days) => {
    const page = await shown();
    await filled(page);
    await page.type('Gültig, Tage', days);
    await page.press(order);
    expect(page.sent).toEqual([]);
  });

  it('sends nothing while something stands against it', async () => {
    const page = await shown({ obstacles: [{ code: 'x', de: 'Ein Vorgang ist offen.', en: 'A case is open.' }] });
    await filled(page);
    await page.press(order);
    expect(page.element.textContent).toContain('Ein Vorgang ist offen.');
    expect(page.sent).toEqual([]);
  });

  it('offers no box for what does not go, but says why, and what is for fewer eyes', async () => {
    const { element } = await shown();
    expect(element.querySelectorAll('li input[type=checkbox]')).toHaveLength(2);
    expect(element.textContent).toContain('Ein Entwurf.');
    expect(element.textContent).toContain('Eingestufte Dokumente gehen mit: 1');
  });

  it('hands over what is left when something was unticked, and shows link and code once', async () => {
    const page = await shown();
    await filled(page);
    await tick(page, 'Gutachten');
    await page.press(order);
    const [[, input]] = page.sent as [[string, { to: { token: string; code: string } }]];
    expect(input).toMatchObject({ akteId: 'k', kind: 'kopie', dokumentIds: ['a'], days: 14, to: { downloads: 3 } });
    expect(input.to.token).toMatch(PICKUP_TOKEN);
    expect(input.to.code).toMatch(PICKUP_CODE);
    expect(page.element.querySelector('.secret.link')?.textContent).toMatch(new RegExp(`/abholen#${input.to.token}$`));
    expect(page.element.querySelector('.secret.code')?.textContent).toBe(input.to.code);
    await page.press('Übernommen');
    expect(page.element.textContent).not.toContain(input.to.code);
  });

  it('leaves nothing out of an Akte whose responsibility goes, and gives a Mandant no code', async () => {
    const page = await shown();
    await tick(page, 'Gutachten');
    await tick(page, 'Zuständigkeit');
    await tick(page, 'Mandant dieser Installation');
    await page.type('Mandant', 'm');
    await page.type('Grund', 'Umzug des Betriebs');
    await page.press(order);
    expect(page.sent).toMatchObject([
      [
        'weitergabe.orderWeitergabe',
        { kind: 'zustaendigkeit', to: { kind: 'mandant', mandantId: 'm' }, dokumentIds: null },
      ],
    ]);
    expect(page.element.querySelector('.secret')).toBeNull();
  });
});
