import type { SearchView } from '../../../server/contract/search-views.js';
import { eventually } from '../../support/api-client.js';
import { accepted, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { violations } from '../../support/pages/axe.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles().filter((line) => !line.includes('/api/akten/018f6f4e'))).toEqual([]));
afterAll(() => stage.close());

describe('Angenommen jemand sucht eine Akte', () => {
  it('F2 Wenn er ihr Aktenzeichen tippt, dann steht sie neben dem aufgeklappten Aktenplan, und die Adresse ist ihre', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0901' });
    const { akte } = await office.vorgang(vorgangId);
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/suche');
    await page.getByRole('searchbox', { name: 'Suchen' }).fill(akte.aktenzeichen);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/akten?akte=${akte.id}`);
    await page.getByRole('heading', { level: 1, name: akte.betreff }).waitFor();
    const row = page.getByRole('treeitem', { name: new RegExp(akte.aktenzeichen) }).first();
    await row.waitFor();
    expect(await row.getAttribute('aria-selected')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: akte.betreff }).waitFor();
    await close();
  }, 90_000);

  it('F59 Wenn sie das nicht gibt, dann sagt die Adresse es, und der Aktenplan bleibt', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/akten?akte=018f6f4e-0000-7000-8000-000000000000');
    await page.getByText('Nicht gefunden').first().waitFor();
    await page.getByRole('tree', { name: 'Aktenplan' }).waitFor();
    await close();
  }, 60_000);
});

describe('Angenommen ein Dokument liegt nicht mehr in seinem Vorgang', () => {
  it('F59 Wenn jemand es findet, dann führt der Treffer dorthin, wo es liegt', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0902' });
    const jana = await office.as('jana.petersen');
    const headers = { 'x-file-name': 'brief.txt', 'content-type': 'application/octet-stream' };
    const response = await jana.request('POST', '/api/dokumente/uploads', Buffer.from('Fundstück'), headers);
    const { id: uploadId } = (await response.json()) as { id: string };
    const details = { betreff: 'Wanderbaustelle', art: 'vermerk', date: '2026-11-20', state: 'entwurf' } as const;
    const { dokumentId } = accepted(await jana.act('dokument.addUpload', { uploadId, vorgangId, ...details }));
    accepted(await jana.act('dokument.takeOut', { dokumentId, version: 1, reason: 'liegt falsch' }));
    const read = async () => (await jana.get<SearchView>('/api/search?q=Wanderbaustelle')).total > 0;
    await eventually(read, 'the words of the Dokument');
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/suche?q=Wanderbaustelle');
    await page.getByRole('link', { name: 'Wanderbaustelle' }).click();
    await page.locator('lm-outside-list').getByText('Wanderbaustelle').waitFor();
    await close();
  }, 90_000);
});
