import type { KontaktFacts } from '../../server/contract/kontakt-views.js';
import { assess, violations } from '../support/pages/axe.js';
import { operatorPassword } from '../support/pages/operator-command.js';
import { playEditor, type PlayedEditor } from '../support/pages/played-editor.js';
import { accepted, closedVorgang, officeWalk } from '../support/pages/office-walk.js';
import { openStage, type Density, type Language, type Stage, type Theme } from '../support/pages/stage.js';
import { textDraft } from '../support/text-draft.js';
import { someZusatzfeld } from '../support/zusatzfelder.js';
import { collectResults, keyOf } from './results.js';
import type { Arranged } from './states.js';
import { WALKS } from './walks.js';

/** Each theme in each language and in each density; what these three do to a page does not depend on each other. */
const LOOKS: readonly { theme: Theme; language: Language; density: Density }[] = [
  { theme: 'light', language: 'de', density: 'compact' },
  { theme: 'dark', language: 'de', density: 'comfortable' },
  { theme: 'light', language: 'en', density: 'comfortable' },
  { theme: 'dark', language: 'en', density: 'compact' },
];

/** Refused on purpose: a wrong password, a wrong code. */
const EXPECTED = ['/api/sign-in', '/api/weitergaben/pickup'];

const SOMEBODY: KontaktFacts = {
  ...{ art: 'person', name: 'Oldenhoff', vorname: 'Margarete', strasse: 'Markt 1', plz: '58762', ort: 'Altena' },
  ...{ mail: '', telefon: '', geburtsdatum: null },
};

describe('the check itself', () => {
  it('sees a button without a name', async () => {
    const { page, close } = await stage.visit();
    await page.evaluate('document.body.append(document.createElement("button"))');
    expect(await violations(page)).toEqual([expect.stringMatching(/^button-name at /)]);
    await close();
  }, 30_000);
});

describe.each(LOOKS)('the screens in $theme, $language, $density', (look) => {
  it.each(WALKS)(
    'F105 have no violation of WCAG 2.2 A and AA, and no error in the browser, for $login',
    async ({ login, states }) => {
      const seat = login === null ? await stage.visit(look) : await stage.signIn(login, look);
      const root = seat.page.locator('html[data-theme]');
      expect([await root.getAttribute('data-theme'), await root.getAttribute('lang')]).toEqual([
        look.theme,
        look.language,
      ]);
      const found: Record<string, string[]> = {};
      for (const { name, show } of states) {
        await show(seat.page, arranged);
        const assessment = await assess(seat.page);
        results.add(keyOf(login, name), look.theme, assessment);
        if (assessment.violations.length > 0) found[name] = assessment.violations;
      }
      await seat.close();
      expect(found).toEqual({});
      expect(seat.takeTroubles().filter((line) => !EXPECTED.some((path) => line.includes(path)))).toEqual([]);
    },
    120_000,
  );
});

let stage: Stage;
let editor: PlayedEditor;
const results = collectResults();
let arranged: Arranged;

beforeAll(async () => {
  editor = await playEditor();
  stage = await openStage({ LAUFMAPPE_EDITOR_URL: editor.origin });
  arranged = await arrange(stage);
}, 120_000);
afterAll(async () => {
  await stage.close();
  await editor.close();
  await results.renew(process.env['LAUFMAPPE_RENEW_ACCESSIBILITY']);
});

/** Something to see on every screen: an Abgabe made and one due, each kind of Aufgabe, letters that wait. */
async function arrange(shown: Stage): Promise<Arranged> {
  const told = { page: '/anmelden', description: 'Der Fokus ist nicht zu sehen', contact: 'mail@example.org' };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${shown.url}/api/barrieren`, { method: 'POST', headers, body: JSON.stringify(told) });
  const office = officeWalk(shown.url);
  const transferred = await closedVorgang(office, 'RE-2026-0001');
  await closedVorgang(office, 'RE-2026-0002');
  const archiv = await office.as('amir.rakimov');
  const administration = await office.as('kim.okafor');
  const signed = await office.file({ nummer: 'RE-2026-0003', betragCent: 60_000 });
  await office.complete('jana.petersen', 'pruefung', signed.vorgangId, { entscheidung: 'richtig' });
  await office.aufgabe('ruth.lindqvist', 'schlusszeichnung', signed.vorgangId);
  accepted(await administration.act('demo.moveClock', { days: 4018 }));
  accepted(await archiv.act('aussonderung.transferAbgabe', { vorgangIds: [transferred] }));
  const running = await office.file({ nummer: 'RE-2026-0004' });
  await office.complete('jana.petersen', 'pruefung', running.vorgangId, {
    entscheidung: 'richtig',
    bemerkung: 'geliefert',
  });
  await office.aufgabe('deniz.aydin', 'mitzeichnung', running.vorgangId);
  const open = await office.file({ nummer: 'RE-2026-0005' });
  const { id: pruefungId } = await office.aufgabe('jana.petersen', 'pruefung', open.vorgangId);
  const printed = await office.file({ nummer: 'RE-2026-0006' }, 'paper');
  const { id: erfassungId } = await office.aufgabe('jana.petersen', 'erfassung', printed.vorgangId);
  const { register } = await office.vorgang(printed.vorgangId);
  const { dokumentId: draftId } = await textDraft(await office.as('jana.petersen'));
  const registry = await office.as('helga.brandt');
  const { id: kontaktId } = accepted(await registry.act('kontakt.addKontakt', SOMEBODY));
  accepted(await registry.act('zusatzfeld.defineZusatzfeld', { ...someZusatzfeld(), kind: 'akte', key: 'flurstueck' }));
  return {
    ...{ vorgangId: running.vorgangId, akteId: running.akteId, pruefungId, erfassungId, draftId, kontaktId },
    printedId: register[0]?.id ?? '',
    operatorPassword: await operatorPassword(shown),
  };
}
