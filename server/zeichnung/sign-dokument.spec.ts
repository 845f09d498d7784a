import { buffer } from 'node:stream/consumers';
import { aufgabeOf, filedRechnung, openAufgaben, perform, vorgangOf } from '../../test/support/rechnung.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { DEMO_PASSWORD } from '../demo/people.js';
import { newId } from '../platform/ids.js';
import { checkPdf } from '../signatur/check-pdf.js';

const LEITUNG = 'ruth.lindqvist';
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

/** A small invoice that has been found correct and lies with the Leitung. */
async function beforeTheLast(): Promise<{ vorgangId: string; aufgabeId: string; version: number }> {
  const { vorgangId } = await filedRechnung(office, { betragCent: 48_000 });
  await perform(office, vorgangId, 'jana.petersen', 'pruefung', { entscheidung: 'richtig' });
  const { id, version } = await aufgabeOf(office, LEITUNG, 'schlusszeichnung', vorgangId);
  return { vorgangId, aufgabeId: id, version };
}

const sign = (
  { aufgabeId, version }: { aufgabeId: string; version: number },
  { login = LEITUNG, password = DEMO_PASSWORD, key = newId() } = {},
) => office.act(login, 'zeichnung.signDokument', { aufgabeId, version, password }, key);

/** Somebody who is Leitung besides, and whom the Aufgabe was given. */
async function signAlsoAsLeitung(login: string, { aufgabeId, version }: { aufgabeId: string; version: number }) {
  await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(`UPDATE aufgabe SET assignee_id = $1 WHERE id = $2`, [office.personId(login), aufgabeId]),
  );
  const { actor, mandantId } = office.bench.as(login);
  const context = { mandantId, actor: { ...actor, roles: ['leitung'] } as typeof actor };
  const act = office.acts.find((known) => known.act === 'zeichnung.signDokument');
  return office.runner.perform(context, act as never, { aufgabeId, version, password: DEMO_PASSWORD }, newId());
}

async function vermerkOf(vorgangId: string) {
  const vermerk = (await vorgangOf(office, vorgangId)).register.find(({ art }) => art === 'vermerk');
  if (!vermerk) throw new Error('there is no Freigabevermerk');
  return vermerk;
}

describe('signDokument', () => {
  it.each(['jana.petersen', 'tomasz.sliwa', 'kim.okafor'])('refuses %s without the permission', async (login) => {
    expect(await sign(await beforeTheLast(), { login })).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Aufgabe, and one that is no Schlusszeichnung', async () => {
    expect(await sign({ aufgabeId: newId(), version: 1 })).toMatchObject({ code: 'platform.notFound' });
    const { vorgangId } = await filedRechnung(office);
    const { id } = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
    expect(await sign({ aufgabeId: id, version: 1 })).toMatchObject({ code: 'aufgabe.notYours' });
  });

  it('refuses a wrong password, and nothing is signed or completed', async () => {
    const waiting = await beforeTheLast();
    expect(await sign(waiting, { password: 'laufmappe' })).toMatchObject({ code: 'zeichnung.wrongPassword' });
    expect(await vermerkOf(waiting.vorgangId)).toMatchObject({ state: 'entwurf', versions: [{ nummer: 1 }] });
    expect(await openAufgaben(office, waiting.vorgangId)).toEqual(['schlusszeichnung']);
  });

  it('refuses the eleventh password within a quarter of an hour, even the right one, and takes it afterwards', async () => {
    const waiting = await beforeTheLast();
    const aQuarterLater = () => office.bench.clock.advance(15 * 60_000);
    aQuarterLater();
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await sign(waiting, { password: `laufmappe-${attempt}` })).toMatchObject({
        code: 'zeichnung.wrongPassword',
      });
    }
    expect(await sign(waiting)).toMatchObject({ code: 'identity.tooManyAttempts', status: 429 });
    aQuarterLater();
    expect(await sign(waiting)).toMatchObject({ versionNummer: 2 });
  });

  it('refuses a person without a key', async () => {
    expect(await signAlsoAsLeitung('helga.brandt', await beforeTheLast())).toMatchObject({ code: 'zeichnung.noKey' });
  });

  it('refuses whoever has made another Zeichnung in this run, before anything is signed', async () => {
    const waiting = await beforeTheLast();
    expect(await signAlsoAsLeitung('jana.petersen', waiting)).toMatchObject({
      code: 'zeichnung.fourEyes',
      message: { de: expect.stringContaining('sachlich richtig') },
    });
    expect((await vermerkOf(waiting.vorgangId)).versions).toHaveLength(1);
  });

  it('refuses a Dokument that is final already: what is final takes no further version', async () => {
    const waiting = await beforeTheLast();
    const { id: dokumentId } = await vermerkOf(waiting.vorgangId);
    await office.bench.database.transaction(office.bench.mandantId, (queries) =>
      queries.query(`UPDATE dokument SET state = 'gueltig' WHERE id = $1`, [dokumentId]),
    );
    expect(await sign(waiting)).toMatchObject({ code: 'dokument.final' });
    expect((await vermerkOf(waiting.vorgangId)).versions).toHaveLength(1);
    expect(await openAufgaben(office, waiting.vorgangId)).toEqual(['schlusszeichnung']);
  });

  it('signs once when the same request arrives twice at once', async () => {
    const waiting = await beforeTheLast();
    const key = newId();
    const [first, second] = await Promise.all([sign(waiting, { key }), sign(waiting, { key })]);
    expect(first).toEqual(second);
    expect((await vermerkOf(waiting.vorgangId)).versions).toHaveLength(2);
  });

  it('makes a signed version whose signature covers the draft, byte for byte', async () => {
    const waiting = await beforeTheLast();
    const signed = done(await sign(waiting));
    const vermerk = await vermerkOf(waiting.vorgangId);
    expect(vermerk).toMatchObject({ id: signed.dokumentId, state: 'gueltig' });
    const [draft, final] = await Promise.all(
      vermerk.versions.map(async ({ sha256 }) => buffer(await office.bytes(sha256))),
    );
    expect(final?.subarray(0, draft?.length)).toEqual(draft);
    expect(checkPdf(final ?? Buffer.alloc(0)).signatures).toMatchObject([
      { signerName: 'Dr. Ruth Lindqvist', integrity: 'intact', coverage: 'wholeFile' },
    ]);
    expect(signed).toMatchObject({ versionNummer: 2, sha256: vermerk.versions[1]?.sha256 });
    expect(vermerk.versions[1]?.signatures[0]?.de).toContain('Dr. Ruth Lindqvist');
  });

  it('is a Zeichnung bound to the signed version, stands in the history, and moves the process on', async () => {
    const waiting = await beforeTheLast();
    done(await sign(waiting));
    const { zeichnungen, history, aufgaben } = await vorgangOf(office, waiting.vorgangId);
    expect(zeichnungen.at(-1)).toMatchObject({
      art: 'schlusszeichnung',
      person: 'Dr. Ruth Lindqvist',
      versionNummer: 2,
    });
    expect(history.map(({ de }) => de).join()).toContain('Schlussgezeichnet und signiert');
    expect(aufgaben.map(({ art }) => art)).toEqual(['zahlung']);
  });
});
