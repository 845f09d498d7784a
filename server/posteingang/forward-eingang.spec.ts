import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { acceptedEingang, examinedEingang, forwardedEingang, receivedEingang } from '../../test/support/eingaenge.js';
import { idOf, versionOf } from '../../test/support/records.js';
import { ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import { newId } from '../platform/ids.js';
import { forwardEingang } from './forward-eingang.js';
import { findReceivers } from './forwarding.store.js';
import { loadEingang, loadPosteingang } from './posteingang.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const jana = () => ({ kind: 'person', id: bench.personId('jana.petersen') });

async function forward(eingangId: string, own: object = {}, login = 'ines.vogt') {
  const version = await versionOf(bench, 'eingang', eingangId);
  return bench.perform(login, forwardEingang, { eingangId, version, receiver: jana(), note: '', ...own });
}

/** Ids on the desk of this person. */
async function listed(login: string): Promise<string[]> {
  const list = await bench.runner.transaction(bench.as(login), (tx) => loadPosteingang(tx));
  return done(list).items.map(({ id }) => id);
}

describe('forwardEingang', () => {
  it('refuses whoever lacks the permission', async () => {
    expect(await forward(await examinedEingang(bench), {}, 'tomasz.sliwa')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses whoever does not see it, as if it were not there', async () => {
    expect(await forward(await examinedEingang(bench), {}, 'jana.petersen')).toMatchObject({
      code: 'platform.notFound',
    });
  });

  it.each([
    ['a note like a book', { note: 'x'.repeat(2_001) }],
    ['a note of 1 MB', { note: 'x'.repeat(1_000_000) }],
    ['a note that turns its direction', { note: 'abc\u202egpj' }],
    ['a receiver of no kind', { receiver: { kind: 'house', id: newId() } }],
    ['a receiver that is no id', { receiver: { kind: 'person', id: 'jana' } }],
  ])('refuses %s', async (_name, wrong) => {
    expect(await forward(await examinedEingang(bench), wrong)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses a receiver who may not file, who is no longer there, or who is of another house', async () => {
    const eingangId = await examinedEingang(bench);
    const unit = async (code: string) => ({ kind: 'unit', id: await idOf(bench, 'unit', 'code', code) });
    const person = (login: string) => ({ kind: 'person', id: bench.personId(login) });
    for (const receiver of [person('tomasz.sliwa'), await unit('20.21'), { kind: 'person', id: newId() }]) {
      expect(await forward(eingangId, { receiver })).toMatchObject({ code: 'posteingang.noReceiver' });
    }
    await bench.sql(`UPDATE person SET active = false WHERE login = 'deniz.aydin'`);
    const answer = await forward(eingangId, { receiver: person('deniz.aydin') });
    await bench.sql(`UPDATE person SET active = true WHERE login = 'deniz.aydin'`);
    expect(answer).toMatchObject({ code: 'posteingang.noReceiver' });
  });

  it('refuses what is not read, what is stale, and what lies elsewhere already', async () => {
    expect(await forward(await receivedEingang(bench))).toMatchObject({ code: 'posteingang.notExamined' });
    expect(await forward(await examinedEingang(bench), { version: 1 })).toMatchObject({ code: 'platform.stale' });
    const given = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await forward(given)).toMatchObject({ code: 'posteingang.forwarded' });
    const accepted = await acceptedEingang(bench, { login: 'jana.petersen' }, 'jana.petersen');
    expect(await forward(accepted, {}, 'jana.petersen')).toMatchObject({ code: 'posteingang.notOnDesk' });
  });

  it('F14 gives it to a person: they see it in their Posteingang, and nobody else but the desk does', async () => {
    const eingangId = await examinedEingang(bench);
    expect(done(await forward(eingangId, { note: ' Ihr Fall? ' })).version).toBe(3);
    for (const login of ['jana.petersen', 'ines.vogt', 'helga.brandt'])
      expect(await listed(login)).toContain(eingangId);
    for (const login of ['deniz.aydin', 'ruth.lindqvist']) expect(await listed(login)).not.toContain(eingangId);
    const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) =>
      loadEingang(tx, eingangId, bench.clock.today()),
    );
    expect(done(view).forwarding).toMatchObject({
      ...{ from: 'Ines Vogt', note: 'Ihr Fall?', state: 'offered', mine: true },
      to: expect.stringContaining('Jana Petersen'),
    });
    expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({
      action: 'posteingang.forwardEingang',
      actor: bench.personId('ines.vogt'),
      payload: { note: 'Ihr Fall?' },
    });
  });

  it('F14 gives it to a unit: all of it who may file see it, until one of them accepts', async () => {
    await bench.sql(
      `UPDATE person SET unit_id = (SELECT id FROM unit WHERE code = '20.31') WHERE login = 'ruth.lindqvist'`,
    );
    const eingangId = await acceptedEingang(bench, { unit: '20.31' }, 'ruth.lindqvist');
    const other = await forwardedEingang(bench, { unit: '20.31' });
    const [ofJana, ofRuth] = [await listed('jana.petersen'), await listed('ruth.lindqvist')];
    expect([ofJana.includes(other), ofJana.includes(eingangId)]).toEqual([true, false]);
    expect([ofRuth.includes(other), ofRuth.includes(eingangId)]).toEqual([true, true]);
    expect(await listed('deniz.aydin')).not.toContain(other);
  });
});

describe('whoever may be given an Eingang', () => {
  it('is found by a part of the name, persons and units, and never all of a large house', async () => {
    const found = async (words: string) =>
      done(
        await bench.runner.transaction(bench.as('ines.vogt'), async (tx) => ({ rows: await findReceivers(tx, words) })),
      ).rows;
    expect((await found('petersen')).map(({ kind, name }) => [kind, name])).toEqual([
      ['person', 'Jana Petersen, 20.31 Liegenschaften'],
    ]);
    expect((await found('20.31')).map(({ kind }) => kind)).toContain('unit');
    expect(await found('tomasz')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect((await found('')).length).toBeLessThanOrEqual(20);
  });

  it('has one of the roles that the database shows it to', () => {
    const roles = Object.keys(ROLE_PERMISSIONS) as Role[];
    const having = (permission: 'posteingang.receive' | 'posteingang.assign' | 'posteingang.read') =>
      roles.filter((role) => ROLE_PERMISSIONS[role].includes(permission)).sort();
    expect(having('posteingang.receive')).toEqual(['poststelle', 'registratur']);
    expect(having('posteingang.assign')).toEqual(['leitung', 'poststelle', 'registratur', 'sachbearbeitung']);
    expect(having('posteingang.read')).toEqual(having('posteingang.assign'));
  });
});
