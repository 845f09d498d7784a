import type { Page } from 'playwright-core';
import { addPaper } from '../../support/pages/added-paper.js';
import { violations } from '../../support/pages/axe.js';
import { accepted, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';
import { pagedPdf } from '../../support/paged-pdf.js';

let stage: Stage;
let office: OfficeWalk;
let vorgangId: string;

const note = (page: Page) => page.getByRole('dialog', { name: /Anmerk/ });
const list = (page: Page) => page.locator('lm-annotation-list');

async function show(page: Page, betreff: string): Promise<void> {
  await openVorgang(page, vorgangId);
  await page.getByRole('option', { name: new RegExp(betreff) }).click();
  await page.locator('lm-pdf-page canvas').first().waitFor();
}

async function menu(page: Page, button: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function openList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Seitenleiste', exact: true }).click();
  await menu(page, 'Die Seitenleiste zeigt: Seiten', 'Anmerkungen');
}

describe('Angenommen ein Dokument wird mit dem Stift in der Hand gelesen', () => {
  beforeAll(async () => {
    stage = await openStage();
    office = officeWalk(stage.url);
    ({ vorgangId } = await office.file({ nummer: 'RE-2026-7401' }, 'paper'));
    for (const name of ['Tastatur', 'Zeiger', 'Zwei Leute']) await addPaper(office, vorgangId, name, pagedPdf(4));
  }, 120_000);
  afterAll(() => stage.close());

  it('Wenn jemand nur die Tastatur hat, dann steht die Notiz an der Seite, in der Liste und nach dem Neuladen, und lässt sich ändern und entfernen', async () => {
    const { page, close, takeTroubles } = await stage.signIn('jana.petersen');
    await show(page, 'Tastatur');
    await page.locator('lm-pdf-viewer').focus();
    await page.keyboard.press('n');
    await note(page).getByLabel('Anmerkung zu Seite 1').fill('Anschrift prüfen');
    expect(await violations(page)).toEqual([]);
    await note(page).getByRole('button', { name: 'Anmerken' }).press('Enter');
    await note(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Anmerkung von Jana Petersen: Anschrift prüfen' }).waitFor();
    await page.reload();
    await page.getByRole('option', { name: /Tastatur/ }).click();
    await page.locator('lm-pdf-page canvas').first().waitFor();
    await openList(page);
    await list(page)
      .getByRole('button', { name: /Anmerkung ändern/ })
      .press('Enter');
    await note(page).getByLabel('Anmerkung zu Seite 1').fill('Anschrift stimmt');
    await note(page).getByRole('button', { name: 'Anmerkung ändern' }).press('Enter');
    await list(page).getByText('Anschrift stimmt').waitFor();
    expect(await violations(page)).toEqual([]);
    await list(page)
      .getByRole('button', { name: /Anmerkung entfernen/ })
      .press('Enter');
    await list(page).getByText('Noch keine Anmerkung auf dieser Fassung.').waitFor();
    expect(takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn Text ausgewählt und markiert wird, dann liegt die Markierung auf ihm, und mit einem Klick steht eine Notiz an einer Stelle', async () => {
    const { page, close, takeTroubles } = await stage.signIn('jana.petersen');
    await show(page, 'Zeiger');
    const words = page.locator('lm-pdf-page').first().getByText('Blatt 1 von 4');
    await words.selectText();
    await menu(page, 'Anmerken', /Auswahl markieren/);
    const mark = page.locator('.overlay.highlight');
    await mark.waitFor();
    const [marked, text] = [(await mark.boundingBox())!, (await words.boundingBox())!];
    expect(Math.abs(marked.x - text.x)).toBeLessThan(3);
    expect(Math.abs(marked.width - text.width)).toBeLessThan(6);
    await menu(page, 'Anmerken', /Notiz an eine Stelle/);
    await page.getByText('Stelle anklicken').waitFor();
    await page
      .locator('lm-pdf-page')
      .first()
      .click({ position: { x: 60, y: 40 } });
    await note(page).getByRole('textbox').fill('Stempel fehlt');
    await note(page).getByRole('button', { name: 'Anmerken' }).click();
    const pin = page.locator('.pin[aria-label$="Stempel fehlt"]');
    await pin.click();
    await page.locator('lm-annotation-list li.active').getByText('Stempel fehlt').waitFor();
    await menu(page, 'Ansicht des Dokuments', /Anmerkungen eingeblendet/);
    await pin.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('option', { name: /Zeiger/ }).click();
    await page.locator('lm-pdf-page canvas').first().waitFor();
    expect(await page.locator('.pin').count()).toBe(0);
    await menu(page, 'Ansicht des Dokuments', /Anmerkungen ausgeblendet/);
    await pin.waitFor();
    expect(takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn zwei dieselbe Anmerkung anfassen, dann geht keine Eingabe verloren, und wer zu spät kommt, liest es', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await show(page, 'Zwei Leute');
    await page.locator('lm-pdf-viewer').focus();
    await page.keyboard.press('n');
    await note(page).getByRole('textbox').fill('erste Fassung');
    await note(page).getByRole('button', { name: 'Anmerken' }).click();
    await openList(page);
    await list(page)
      .getByRole('button', { name: /Anmerkung ändern/ })
      .click();
    await note(page).getByRole('textbox').fill('meine Fassung');
    const { register } = await office.vorgang(vorgangId);
    const dokument = register.find(({ betreff }) => betreff === 'Zwei Leute')!;
    const ruth = await office.as('ruth.lindqvist');
    const { annotations } = await ruth.get<{ annotations: { id: string; version: number }[] }>(
      `/api/dokumente/${dokument.id}/versionen/1/ebenen`,
    );
    const { id: annotationId, version } = annotations[0]!;
    accepted(await ruth.act('annotation.removeAnnotation', { annotationId, version }));
    await list(page).getByText('Noch keine Anmerkung').waitFor();
    await note(page).getByRole('button', { name: 'Anmerkung ändern' }).click();
    await note(page).getByRole('alert').waitFor();
    expect(await note(page).getByRole('textbox').inputValue()).toBe('meine Fassung');
    await close();
  }, 120_000);

  it('Wenn ein Brief durch den Posteingang kam, dann trägt seine erste Seite den Eingangsstempel, solange ihn jemand sehen will, und der Druck auf Wunsch auch', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await show(page, 'RE-2026-7401');
    const { aktenzeichen } = await office.vorgang(vorgangId);
    const stamp = page.locator('lm-pdf-page .stamp');
    await stamp.getByText('Eingegangen').waitFor();
    await stamp.getByText(aktenzeichen).waitFor();
    await menu(page, 'Ansicht des Dokuments', /Drucken/);
    await page.getByRole('checkbox', { name: 'Mit Eingangsstempel' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await menu(page, 'Ansicht des Dokuments', /Eingangsstempel eingeblendet/);
    await stamp.waitFor({ state: 'detached' });
    await close();
  }, 90_000);
});
