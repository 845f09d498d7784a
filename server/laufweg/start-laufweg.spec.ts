import {
  answer,
  asks,
  aufgabeIn,
  gruppe,
  laufwegOf,
  mappe,
  newVersion,
  started,
  states,
  type Mappe,
} from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { codesOf } from '../../test/support/rechnung.js';
import type { OutlineLine } from '../contract/laufweg-views.js';
import { newId } from '../platform/ids.js';

const [JANA, DENIZ, TOMASZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ruth.lindqvist'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const start = (login: string, { vorgangId, dokumente }: Mappe, ...lines: OutlineLine[]) =>
  office.act(login, 'laufweg.startLaufweg', { vorgangId, dokumente, lines });

const sql = <Row extends object>(statement: string, parameters: unknown[]) =>
  office.bench.database.transaction(office.bench.mandantId, (queries) => queries.query<Row>(statement, parameters));

describe('startLaufweg', () => {
  it.each([TOMASZ, 'ines.vogt', 'kim.okafor'])('refuses %s without the permission', async (login) => {
    expect(await start(login, await mappe(office), asks(office, DENIZ))).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses an unknown Vorgang and one that is closed', async () => {
    const papers = await mappe(office);
    const unknown = { ...papers, vorgangId: newId() };
    expect(await start(JANA, unknown, asks(office, DENIZ))).toMatchObject({ code: 'platform.notFound' });
    await sql(`UPDATE vorgang SET state = 'zdA', zda_date = '2026-11-24', aufbewahrung_jahre = 10 WHERE id = $1`, [
      papers.vorgangId,
    ]);
    expect(await start(JANA, papers, asks(office, DENIZ))).toMatchObject({ code: 'akte.closed' });
  });

  it('refuses a foreign Dokument, none at all, the same twice, and a version that is not the newest', async () => {
    const [papers, others] = [await mappe(office), await mappe(office)];
    const foreign = { ...papers, dokumente: others.dokumente };
    expect(codesOf(await start(JANA, foreign, asks(office, DENIZ)))).toEqual([
      'laufweg.notBuildable',
      'laufweg.dokumentElsewhere',
    ]);
    expect(codesOf(await start(JANA, { ...papers, dokumente: [] }, asks(office, DENIZ)))).toContain(
      'laufweg.noDokument',
    );
    const twice = { ...papers, dokumente: [...papers.dokumente, ...papers.dokumente] };
    expect(codesOf(await start(JANA, twice, asks(office, DENIZ)))).toContain('laufweg.noDokument');
    await newVersion(office, papers.dokumente[0]?.dokumentId ?? '');
    expect(codesOf(await start(JANA, papers, asks(office, DENIZ)))).toContain('laufweg.newerVersion');
  });

  it('refuses a list without a station and everything that cannot run, with all reasons at once', async () => {
    const papers = await mappe(office);
    expect(codesOf(await start(JANA, papers))).toContain('laufweg.empty');
    expect(codesOf(await start(JANA, papers, gruppe('parallel')))).toContain('laufweg.emptyGroup');
    const lines = [
      gruppe('parallel', { kind: 'count', value: 3 }),
      asks(office, DENIZ, 'mitzeichnung', 1),
      asks(office, DENIZ, 'mitzeichnung', 1),
      asks(office, RUTH, 'schlusszeichnung'),
      asks(office, TOMASZ),
    ];
    expect(codesOf(await start(JANA, papers, ...lines)).sort()).toEqual([
      'laufweg.finalNotLast',
      'laufweg.notBuildable',
      'laufweg.personTwice',
      'laufweg.quorumTooHigh',
    ]);
  });

  it('refuses what is no list at all', async () => {
    const papers = await mappe(office);
    const odd = {
      depth: -1,
      kind: 'station',
      art: 'mitzeichnung',
      who: { kind: 'person', personId: 'x' },
      fristDays: 1e9,
    };
    expect(await start(JANA, papers, odd as OutlineLine)).toMatchObject({ code: 'platform.invalidInput' });
    const many = Array.from({ length: 201 }, () => asks(office, DENIZ));
    expect(codesOf(await start(JANA, papers, ...many))).toContain('laufweg.tooLong');
  });

  it('refuses whoever does not work on Aufgaben, may not sign, is gone, or may not see the Vorgang', async () => {
    const papers = await mappe(office);
    const nobody: OutlineLine = {
      ...asks(office, DENIZ),
      kind: 'station',
      who: { kind: 'person', personId: newId() },
    } as OutlineLine;
    for (const line of [asks(office, 'amir.rakimov'), asks(office, TOMASZ, 'schlusszeichnung'), nobody]) {
      expect(codesOf(await start(JANA, papers, line))).toContain('laufweg.personUnsuited');
    }
    const [akte] = await sql<{ id: string; version: number }>(
      `SELECT a.id, a.version FROM akte a JOIN vorgang v ON v.akte_id = a.id WHERE v.id = $1`,
      [papers.vorgangId],
    );
    const classified = {
      kind: 'akte',
      id: akte?.id ?? '',
      version: akte?.version ?? 0,
      reason: 'Personalsache',
    } as const;
    done(await office.act('helga.brandt', 'access.classifyRecord', { ...classified, stufe: 'vertraulich' }));
    const asRuth = await start(RUTH, papers, asks(office, DENIZ));
    expect(codesOf(asRuth)).toContain('laufweg.personUnsuited');
    expect(JSON.stringify(asRuth)).toContain('darf diesen Vorgang nicht sehen');
  });

  it('refuses a role that nobody has in that unit', async () => {
    const papers = await mappe(office);
    const [unit] = await sql<{ id: string }>(`SELECT id FROM unit WHERE code = '47'`, []);
    const who = { kind: 'role', role: 'leitung', unitId: unit?.id ?? '' } as const;
    const line: OutlineLine = { depth: 0, kind: 'station', art: 'schlusszeichnung', who, fristDays: null };
    expect(codesOf(await start(JANA, papers, line))).toContain('laufweg.nobodyInRole');
  });

  it('refuses a Schlusszeichnung of what is no PDF or no draft any more', async () => {
    const papers = await mappe(office);
    await sql(`UPDATE dokument SET state = 'gueltig' WHERE vorgang_id = $1`, [papers.vorgangId]);
    expect(codesOf(await start(JANA, papers, asks(office, RUTH, 'schlusszeichnung')))).toContain('laufweg.notSignable');
    done(await start(JANA, papers, asks(office, DENIZ)));
  });

  it('F48 refuses at building time whoever wrote what is signed, or starts it, as final signer', async () => {
    const written = await mappe(office, ['Bescheid'], RUTH);
    const byAuthor = await start(JANA, written, asks(office, RUTH, 'schlusszeichnung'));
    expect(codesOf(byAuthor)).toContain('laufweg.personUnsuited');
    expect(JSON.stringify(byAuthor)).toContain('hat „Bescheid“ verfasst');
    const begun = await start(RUTH, await mappe(office), asks(office, RUTH, 'schlusszeichnung'));
    expect(JSON.stringify(begun)).toContain('hat den Laufweg begonnen');
  });

  it('sends it round: the first stations have their Aufgaben, with Frist and form, and the history says so', async () => {
    const papers = await mappe(office, ['Bescheid', 'Anlage']);
    const { vorgangId } = papers;
    const first: OutlineLine = { ...asks(office, DENIZ), kind: 'station', fristDays: 5 } as OutlineLine;
    const laufwegId = await started(office, papers, first, asks(office, TOMASZ));
    const aufgabe = await aufgabeIn(office, DENIZ, vorgangId);
    expect(aufgabe).toMatchObject({
      art: 'mitzeichnung',
      titel: { de: 'Mitzeichnung: Bescheid und 1 weitere' },
      laufweg: { laufwegId, role: 'mitzeichnung' },
      steps: [{ state: 'current' }, { state: 'open' }],
    });
    expect(aufgabe?.frist).not.toBeNull();
    expect(states(await laufwegOf(office, vorgangId, laufwegId))).toEqual([
      'Deniz Aydın: laeuft',
      'Tomasz Śliwa: offen',
    ]);
    expect(aufgabe?.history.map(({ de }) => de).join()).toContain('In Umlauf gegeben: Bescheid und 1 weitere');
  });

  it('asks whoever has a role in a unit, and lets two Laufwege of the same shape run side by side', async () => {
    const papers = await mappe(office);
    const [unit] = await sql<{ id: string }>(`SELECT id FROM unit WHERE code = '20.11'`, []);
    const who = { kind: 'role', role: 'sachbearbeitung', unitId: unit?.id ?? '' } as const;
    await started(office, papers, { depth: 0, kind: 'station', art: 'kenntnisnahme', who, fristDays: null });
    // Only one person has the role there, so that it is theirs.
    expect(await aufgabeIn(office, DENIZ, papers.vorgangId)).toMatchObject({ laufweg: { role: 'kenntnisnahme' } });
    await started(office, papers, asks(office, TOMASZ, 'kenntnisnahme'));
    expect(await aufgabeIn(office, TOMASZ, papers.vorgangId)).not.toBeNull();
    done(await answer(office, TOMASZ, papers.vorgangId, 'kenntnis'));
    expect(await aufgabeIn(office, DENIZ, papers.vorgangId)).not.toBeNull();
  });
});
