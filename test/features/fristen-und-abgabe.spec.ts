import { buffer } from 'node:stream/consumers';
import { openPackage } from '../../archive/package/read-package.js';
import { checkPackage0503 } from '../../archive/package/check-package-0503.js';
import { openSchemaCheck } from '../../archive/xdomea/schema-check.js';
import type { ActOutput } from '../../server/contract/acts.js';
import type { AussonderungOverview } from '../../server/contract/aussonderung-views.js';
import { done } from '../support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { aufgabeOf, closedRechnung, codesOf, filedRechnung, TO_DESTROY, vorgangOf } from '../support/rechnung.js';
import { describeWithShared } from '../support/shared.js';

// Every scenario moves the clock, so every scenario has an office of its own.
let office: TestOffice;
beforeEach(async () => void (office = await openTestOffice()));
afterEach(() => office.close());

// z. d. A. in November 2026 and ten years from the end of that year.
const DAYS_TO_LAST_DAY = daysUntil('2036-12-31');

describe('Angenommen niemand prüft die Rechnung', () => {
  it('Wenn fünf Tage vergangen sind, dann wird einmal erinnert, und die Prüfung läuft weiter', async () => {
    const { vorgangId } = await filedRechnung(office);
    await office.pass(4);
    expect(await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId)).toMatchObject({ reminded: false });
    await office.pass(1);
    expect(await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId)).toMatchObject({ reminded: true });
    await office.pass(30);
    const { history } = await vorgangOf(office, vorgangId);
    expect(history.filter(({ de }) => de.startsWith('Erinnert: Sachliche Prüfung'))).toHaveLength(1);
  });
});

describe('Angenommen ein Vorgang liegt z. d. A.', () => {
  it('Wenn die Aufbewahrungsfrist noch läuft, dann wird die Abgabe mit dem letzten Tag der Frist abgelehnt', async () => {
    const { vorgangId } = await closedRechnung(office);
    await office.pass(DAYS_TO_LAST_DAY);
    expect(codesOf(await transfer(vorgangId))).toEqual([
      'aussonderung.notTransferable',
      'aussonderung.vorgangNotTransferable',
      'aussonderung.periodRunning',
    ]);
    expect(JSON.stringify(await transfer(vorgangId))).toContain('bis zum 31.12.2036');
    expect((await overview()).waiting.map((waiting) => waiting.vorgangId)).toEqual([vorgangId]);
  });

  it('Wenn die Aussonderungsart V ist, dann wird auch nach der Frist nichts abgegeben', async () => {
    const { vorgangId } = await closedRechnung(office, { kennzeichen: TO_DESTROY });
    await office.pass(DAYS_TO_LAST_DAY + 1);
    expect(codesOf(await transfer(vorgangId))).toContain('aussonderung.toDestroy');
    expect((await overview()).packages).toEqual([]);
  });

  it('Wenn jemand ohne das Recht abgeben will, dann nennt die Ablehnung das Recht', async () => {
    const { vorgangId } = await closedRechnung(office);
    await office.pass(DAYS_TO_LAST_DAY + 1);
    const refused = await office.act('helga.brandt', 'aussonderung.transferAbgabe', { vorgangIds: [vorgangId] });
    expect(refused).toMatchObject({
      code: 'identity.notPermitted',
      message: { de: expect.stringContaining('aussonderung.transfer') },
    });
  });

  it('Wenn die Frist um ist, dann geht er einmal an das Archiv, in einem Paket, das die eigene Prüfung besteht', async () => {
    const { vorgangId } = await closedRechnung(office);
    await office.pass(DAYS_TO_LAST_DAY + 1);
    expect((await overview()).due).toMatchObject([{ vorgangId, obstacles: [] }]);
    const made = done(await transfer(vorgangId));
    const bytes = await packageBytes(made);
    expect(await checkPackage0503(bytes, made.fileName, { now: office.bench.clock.now() })).toEqual([]);
    expect((await vorgangOf(office, vorgangId)).state).toBe('abgegeben');
    expect(codesOf(await transfer(vorgangId))).toContain('aussonderung.alreadyTransferred');
    expect((await overview()).packages.map(({ sha512 }) => sha512)).toEqual([made.sha512]);
  });
});

describeWithShared('Angenommen das Schema von xdomea liegt vor', 'corpora/xdomea/x-man/server/xsd', (folder) => {
  it('Wenn eine bezahlte Rechnung abgegeben wird, dann ist die Nachricht 0503 nach dem Schema gültig', async () => {
    const { vorgangId } = await closedRechnung(office);
    await office.pass(DAYS_TO_LAST_DAY + 1);
    const made = done(await transfer(vorgangId));
    const opened = await openPackage(await packageBytes(made));
    if (opened.kind === 'refused') throw new Error('the package does not open');
    const schema = await openSchemaCheck(folder);
    try {
      const xml = await buffer(await opened.read(made.fileName.replace('.zip', '.xml')));
      expect(schema.check('3.1.0', xml)).toEqual([]);
      expect(xml.toString('utf8')).toContain('Schlusszeichnung: zeichnen');
    } finally {
      opened.close();
      schema.dispose();
    }
  });
});

function transfer(vorgangId: string) {
  return office.act('amir.rakimov', 'aussonderung.transferAbgabe', { vorgangIds: [vorgangId] });
}

async function overview(): Promise<AussonderungOverview> {
  return done(await office.read<AussonderungOverview>('amir.rakimov', '/api/aussonderungen'));
}

/** The container as it lies in the object store, found as the download route finds it. */
async function packageBytes({ aussonderungId }: ActOutput<'aussonderung.transferAbgabe'>): Promise<Buffer> {
  const [row] = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query<{ sha256: string }>(`SELECT sha256 FROM aussonderung WHERE id = $1`, [aussonderungId]),
  );
  return buffer(await office.bytes(row!.sha256));
}

function daysUntil(day: string): number {
  return (Date.parse(day) - Date.parse('2026-11-24')) / 86_400_000;
}
