import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { orderedReceipt } from '../../test/support/eingaenge.js';
import { checkedOut } from '../../test/support/checkouts.js';
import { addedDokument, createdAufgabe, openedVorgang, versionOf } from '../../test/support/records.js';
import type { Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { holdReceipt } from '../posteingang/hold-receipt.js';
import { closeZdA } from './close-zda.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** A Vorgang with nothing against it. */
async function closable(kennzeichen?: string): Promise<string> {
  const { vorgangId } = await openedVorgang(bench, kennzeichen);
  await addedDokument(bench, vorgangId);
  return vorgangId;
}

async function close(vorgangId: string, login = 'jana.petersen') {
  return bench.perform(login, closeZdA, { vorgangId, version: await versionOf(bench, 'vorgang', vorgangId) });
}

const reasonsOf = async (vorgangId: string) => ((await close(vorgangId)) as Rejection).reasons.map(({ code }) => code);

const vorgang = async (vorgangId: string) => {
  const [row] = await bench.sql(
    `SELECT state, zda_date AS day, laufzeit_ende AS until, zda_by AS by, aufbewahrung_jahre AS years,
            aussonderungsart AS art, aufbewahrungsende AS kept FROM vorgang WHERE id = $1`,
    [vorgangId],
  );
  return row;
};

describe('closeZdA', () => {
  it.each(['ines.vogt', 'amir.rakimov', 'kim.okafor'])('refuses %s without the permission', async (login) => {
    expect(await close(await closable(), login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses while a receipt is on its way that is filed here when it has left', async () => {
    const { eingangId, vorgangId, version } = await orderedReceipt(bench);
    expect(await reasonsOf(vorgangId)).toContain('akte.receiptUnderway');
    done(await bench.perform('ines.vogt', holdReceipt, { eingangId, version }));
    const left = { version, vorgangId, eingangId };
    expect(await reasonsOf(vorgangId)).not.toContain('akte.receiptUnderway');
    await bench.runner.transaction(bench.system, async (tx) => {
      await tx.enqueue('posteingang.recordReceipt', newId(), left);
      return {};
    });
    expect(await reasonsOf(vorgangId)).toContain('akte.receiptUnderway');
  });

  it('refuses an unknown Vorgang', async () => {
    const answer = await bench.perform('jana.petersen', closeZdA, { vorgangId: newId(), version: 1 });
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version', async () => {
    const vorgangId = await closable();
    expect(await bench.perform('jana.petersen', closeZdA, { vorgangId, version: 7 })).toMatchObject({
      code: 'platform.stale',
    });
  });

  it('refuses with everything that stands against it at once', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await reasonsOf(vorgangId)).toEqual(['akte.empty']);
    await addedDokument(bench, vorgangId, { date: null });
    await addedDokument(bench, vorgangId, { art: 'vermerk', state: 'entwurf' });
    await createdAufgabe(bench, vorgangId);
    expect(await reasonsOf(vorgangId)).toEqual(['akte.openAufgabe', 'akte.undatedDokument', 'akte.draft']);
    expect(await vorgang(vorgangId)).toMatchObject({ state: 'offen', day: null });
  });

  it('F4 refuses with every violation at once, a checked-out Dokument among them, each with what has to be dealt with', async () => {
    const { vorgangId, dokumentId } = await checkedOut(bench);
    const undated = await addedDokument(bench, vorgangId, { date: null });
    const aufgabeId = await createdAufgabe(bench, vorgangId);
    const refused = (await close(vorgangId)) as Rejection;
    expect(refused.reasons.map(({ code, link }) => [code, link])).toEqual([
      ['akte.openAufgabe', { noun: 'aufgabe', id: aufgabeId }],
      ['akte.undatedDokument', { noun: 'dokument', id: undated }],
      ['akte.draft', { noun: 'dokument', id: dokumentId }],
      ['dokument.checkedOut', { noun: 'dokument', id: dokumentId }],
    ]);
    expect(refused.reasons.every(({ remedy }) => remedy.de !== '')).toBe(true);
  });

  it('refuses while a process is about to start, and no longer once its message is delivered', async () => {
    const vorgangId = await closable();
    await bench.runner.transaction(bench.system, async (tx) => {
      await tx.enqueue('workflow.publish', vorgangId, { name: 'x', correlationKey: vorgangId });
      return {};
    });
    expect(await reasonsOf(vorgangId)).toEqual(['akte.processStarting']);
    await bench.sql(`UPDATE outbox SET done_at = now() WHERE key = $1`, [vorgangId]);
    expect(await close(vorgangId)).toMatchObject({ zdaDate: '2026-11-24' });
  });

  it('refuses the second of two people who close at once', async () => {
    const vorgangId = await closable();
    const answers = await Promise.all([close(vorgangId), close(vorgangId, 'ruth.lindqvist')]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'closed')).sort()).toEqual([
      'akte.notClosable',
      'closed',
    ]);
  });

  it('closes today and fixes the rule of the Aktenplan, counted from the end of the year', async () => {
    const vorgangId = await closable();
    expect(await close(vorgangId)).toEqual({ zdaDate: '2026-11-24', aufbewahrungsende: '2036-12-31' });
    expect(await vorgang(vorgangId)).toEqual({
      state: 'zdA',
      day: '2026-11-24',
      until: '2026-11-24',
      by: bench.personId('jana.petersen'),
      years: 10,
      art: 'A',
      kept: '2036-12-31',
    });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'akte.closeZdA',
      actor: bench.personId('jana.petersen'),
      payload: { text: { de: 'z. d. A. verfügt, Aufbewahrung bis 31.12.2036' } },
    });
  });

  it('closes without an end where the Aktenplan says unbefristet', async () => {
    const [unlimited] = await bench.sql<{ kennzeichen: string }>(
      `SELECT kennzeichen FROM aktenplaneinheit WHERE aufbewahrung_jahre IS NULL ORDER BY length(kennzeichen) DESC LIMIT 1`,
    );
    const vorgangId = await closable(unlimited?.kennzeichen);
    expect(await close(vorgangId)).toEqual({ zdaDate: '2026-11-24', aufbewahrungsende: null });
  });

  it('completes the Aufgabe that asked for it', async () => {
    const vorgangId = await closable();
    const aufgabeId = await createdAufgabe(bench, vorgangId, { art: 'zda' });
    await close(vorgangId);
    expect(await bench.sql(`SELECT state, completed_by AS by FROM aufgabe WHERE id = $1`, [aufgabeId])).toEqual([
      { state: 'erledigt', by: bench.personId('jana.petersen') },
    ]);
  });
});
