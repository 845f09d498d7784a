import { done } from '../../test/support/closed-vorgang.js';
import { aufgabeIn } from '../../test/support/laufwege.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { vorgangOf } from '../../test/support/rechnung.js';
import {
  ordered,
  punktNumber,
  punktStates,
  verfuegungen,
  verfuegungOf,
  vorgangWithDokument,
  workOff,
  ZDA,
  zK,
  zwV,
} from '../../test/support/verfuegungen.js';
import { dayAfter } from '../contract/days.js';
import type { NewPunkt } from '../contract/verfuegung-views.js';
import { newId } from '../platform/ids.js';

const [JANA, DENIZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'ruth.lindqvist'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const order = async (
  vorgangId: string,
  punkte: NewPunkt[],
  dokument: { dokumentId: string; nummer: number } | null = null,
  login = JANA,
) => office.act(login, 'verfuegung.orderVerfuegung', { vorgangId, dokument, punkte });
const toldIn = (vorgangId: string) =>
  office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(`SELECT kind FROM notification WHERE vorgang_id = $1`, [vorgangId]),
  );
const inDays = (days: number) => dayAfter(office.bench.clock.today(), days);

describe('orderVerfuegung', () => {
  it('refuses without the right to work in the Vorgang, and where it is none', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    expect(await order(vorgangId, [ZDA], null, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await order(newId(), [ZDA])).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a Dokument that does not lie in the Vorgang, and a version that there is not', async () => {
    const [{ vorgangId, dokumentId }, other] = [await vorgangWithDokument(office), await vorgangWithDokument(office)];
    for (const dokument of [
      { dokumentId: other.dokumentId, nummer: 1 },
      { dokumentId, nummer: 2 },
      { dokumentId: newId(), nummer: 1 },
    ]) {
      expect(await order(vorgangId, [ZDA], dokument)).toMatchObject({ code: 'platform.notFound' });
    }
  });

  it('refuses everything that is wrong with the list at once, and writes nothing', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    expect(await order(vorgangId, [])).toMatchObject({ code: 'verfuegung.notOrderable' });
    const wrong: NewPunkt[] = [
      { art: 'wv', personId: null, day: inDays(-1), text: '' },
      zwV(office, DENIZ, ''),
      ZDA,
      ZDA,
    ];
    expect(await order(vorgangId, wrong)).toMatchObject({
      code: 'verfuegung.notOrderable',
      reasons: [{ code: 'verfuegung.twoZdA' }, { code: 'verfuegung.dayWrong' }, { code: 'verfuegung.textMissing' }],
    });
    expect(await verfuegungen(office, vorgangId)).toEqual([]);
    expect((await vorgangOf(office, vorgangId)).aufgaben).toEqual([]);
  });

  it('refuses text that is too long or hides characters', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    for (const text of ['x'.repeat(10_000), 'heimlich\u202Eanders', 'null\0']) {
      expect(await order(vorgangId, [{ art: 'vermerk', text }])).toMatchObject({ code: 'platform.invalidInput' });
    }
    const impossible = [{ art: 'wv', personId: null, day: '2027-02-30', text: '' }, { art: 'tanzen' }];
    for (const punkt of impossible) {
      expect(await order(vorgangId, [punkt as NewPunkt])).toMatchObject({ code: 'platform.invalidInput' });
    }
  });

  it('refuses somebody unknown, who is switched off or works on no Aufgaben, and a group of nobody', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const nobody: NewPunkt = { art: 'zK', who: { kind: 'person', personId: newId() }, text: '' };
    const group = (unitId: string | null): NewPunkt => ({
      art: 'zK',
      who: { kind: 'role', role: 'kasse', unitId },
      text: '',
    });
    const switched = { personId: office.personId('tomasz.sliwa'), reason: 'Ruhestand' };
    done(await office.act('kim.okafor', 'identity.switchOff', switched));
    const answer = await order(vorgangId, [
      nobody,
      zK(office, 'tomasz.sliwa'),
      zK(office, 'amir.rakimov'),
      group(newId()),
    ]);
    done(await office.act('kim.okafor', 'identity.switchOn', switched));
    expect(answer).toMatchObject({
      code: 'verfuegung.notOrderable',
      reasons: [
        { code: 'verfuegung.personUnsuited' },
        { code: 'verfuegung.personUnsuited' },
        { code: 'verfuegung.personUnsuited', message: { de: expect.stringContaining('bearbeitet keine Aufgaben') } },
        { code: 'verfuegung.nobodyInGroup' },
      ],
    });
    expect(await order(vorgangId, [group(null)])).not.toHaveProperty('code');
  });

  it('refuses whoever may not see the Vorgang, however they are named', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const { akte } = await vorgangOf(office, vorgangId);
    const { version } = done(await office.read<{ version: number }>('helga.brandt', `/api/akten/${akte.id}`));
    const stufe = { kind: 'akte', id: akte.id, version, stufe: 'vertraulich', reason: 'Personalsache' } as const;
    done(await office.act('helga.brandt', 'access.classifyRecord', stufe));
    expect(await order(vorgangId, [ZDA])).toMatchObject({ code: 'platform.notFound' });
    const group: NewPunkt = { art: 'zK', who: { kind: 'role', role: 'kasse', unitId: null }, text: '' };
    expect(await order(vorgangId, [zK(office, DENIZ), group], null, RUTH)).toMatchObject({
      code: 'verfuegung.notOrderable',
      reasons: [
        { code: 'verfuegung.personUnsuited', message: { de: expect.stringContaining('nicht sehen') } },
        { code: 'verfuegung.nobodyInGroup' },
      ],
    });
  });

  it('refuses in a Vorgang that is z. d. A.', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const { version } = await vorgangOf(office, vorgangId);
    done(await office.act(JANA, 'akte.closeZdA', { vorgangId, version }));
    expect(await order(vorgangId, [ZDA])).toMatchObject({ code: 'akte.closed' });
  });

  it('puts each point into the inbox of whoever it goes to, in the words of whoever has ordered it', async () => {
    const { vorgangId, dokumentId } = await vorgangWithDokument(office);
    const frist = inDays(7);
    const punkte = [zK(office, RUTH), zwV(office, DENIZ, 'Gegenangebot einholen', frist)];
    const { verfuegungId } = done(await order(vorgangId, punkte, { dokumentId, nummer: 1 }));
    expect(await aufgabeIn(office, DENIZ, vorgangId)).toMatchObject({
      titel: { de: 'Zur weiteren Veranlassung: Angebot der Dachdeckerei' },
      frage: { de: 'Jana Petersen: „Gegenangebot einholen“ Bitte veranlassen Sie das Weitere.' },
      ...{ frist, recipients: 'some' },
    });
    expect(await aufgabeIn(office, RUTH, vorgangId)).toMatchObject({ art: 'bearbeitung' });
    const view = await verfuegungOf(office, vorgangId, verfuegungId);
    expect(view).toMatchObject({
      ...{ state: 'laeuft', begun: 'notBegun', orderer: { name: 'Jana Petersen' } },
      dokument: { betreff: 'Angebot der Dachdeckerei', nummer: 1, newest: 1 },
    });
    expect(punktNumber(view, 2)).toMatchObject({ liesWith: 'Deniz Aydın', day: frist, text: 'Gegenangebot einholen' });
    expect((await vorgangOf(office, vorgangId)).history.map(({ de }) => de).join()).toContain(
      'Verfügt („Angebot der Dachdeckerei“, 1): 1. z. K.; 2. z. w. V. (Gegenangebot einholen)',
    );
  });

  it('of a Wiedervorlage makes an Aufgabe that its person sees from the day on, and nobody is told before', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const [day, text] = [inDays(14), 'Antwort da?'];
    await ordered(office, vorgangId, { art: 'wv', personId: null, day, text });
    expect(await aufgabeIn(office, JANA, vorgangId)).toBeNull();
    const aside = await office.read<{ items: object[] }>(JANA, '/api/aufgaben?list=wiedervorlage');
    expect(done(aside).items).toEqual(
      expect.arrayContaining([expect.objectContaining({ wiedervorlage: { day, art: 'ausblenden', note: '' } })]),
    );
    expect(await toldIn(vorgangId)).toEqual([]);
    await office.pass(14);
    expect(await aufgabeIn(office, JANA, vorgangId)).toMatchObject({ titel: { de: 'Wiedervorlage: Dachsanierung' } });
    done(await workOff(office, JANA, vorgangId, 'erledigt'));
  });

  it('to a group lies with nobody until one of them takes it, and is done by whoever took it', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const who = { kind: 'role', role: 'sachbearbeitung', unitId: null } as const;
    const verfuegungId = await ordered(office, vorgangId, { art: 'zwV', who, text: 'Bitte übernehmen', frist: null });
    expect(punktNumber(await verfuegungOf(office, vorgangId, verfuegungId), 1)).toMatchObject({ who, state: 'offen' });
    expect((await vorgangOf(office, vorgangId)).aufgaben).toHaveLength(1);
  });

  it('asks whoever has ordered to close only when all other points are done, and closing does the last one', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH), { art: 'vermerk', text: 'Anruf' }, ZDA);
    expect(await aufgabeIn(office, JANA, vorgangId)).toBeNull();
    const { version, obstacles } = await vorgangOf(office, vorgangId);
    expect(obstacles).toEqual([
      expect.objectContaining({
        code: 'akte.punktOpen',
        de: expect.stringContaining('Punkt 1'),
        link: { noun: 'verfuegung', id: verfuegungId },
      }),
    ]);
    expect(await office.act(JANA, 'akte.closeZdA', { vorgangId, version })).toMatchObject({ code: 'akte.notClosable' });
    done(await workOff(office, RUTH, vorgangId, 'kenntnis', 'gelesen'));
    const view = await verfuegungOf(office, vorgangId, verfuegungId);
    expect(punktNumber(view, 1)).toMatchObject({ state: 'erledigt', endedBy: 'Dr. Ruth Lindqvist', note: 'gelesen' });
    expect(await aufgabeIn(office, JANA, vorgangId)).toMatchObject({ art: 'zda' });
    const now = await vorgangOf(office, vorgangId);
    expect(now.obstacles).toEqual([]);
    done(await office.act(JANA, 'akte.closeZdA', { vorgangId, version: now.version }));
    expect(punktStates(await verfuegungOf(office, vorgangId, verfuegungId))).toEqual([
      ...['1 zK erledigt', '2 vermerk erledigt', '3 zdA erledigt'],
    ]);
    expect(await verfuegungOf(office, vorgangId, verfuegungId)).toMatchObject({ state: 'fertig' });
  });

  it('of „z. d. A.“ alone asks for it at once', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    await ordered(office, vorgangId, ZDA);
    expect(await aufgabeIn(office, JANA, vorgangId)).toMatchObject({ art: 'zda' });
  });

  it('asks for the note of a Rücksprache, and takes no answer that the form does not have', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, {
      ...{ art: 'bR', personId: office.personId(DENIZ), text: 'Wegen der Fassade' },
    });
    expect(await workOff(office, DENIZ, vorgangId, 'gehalten')).toMatchObject({ code: 'aufgabe.formIncomplete' });
    expect(await workOff(office, DENIZ, vorgangId, 'erledigt', 'ja')).toMatchObject({ code: 'aufgabe.formIncomplete' });
    done(await workOff(office, DENIZ, vorgangId, 'gehalten', 'Fassade wird gestrichen'));
    expect(punktNumber(await verfuegungOf(office, vorgangId, verfuegungId), 1)).toMatchObject({
      ...{ endedBy: 'Deniz Aydın', note: 'Fassade wird gestrichen' },
    });
  });

  it('names whoever has done what was handed on to them', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zwV(office, DENIZ));
    const aufgabe = await aufgabeIn(office, DENIZ, vorgangId);
    const handed = { aufgabeId: aufgabe?.id ?? '', version: aufgabe?.version ?? 0, personId: office.personId(JANA) };
    done(await office.act(DENIZ, 'aufgabe.forwardAufgabe', { ...handed, note: 'Bitte du' }));
    expect(punktNumber(await verfuegungOf(office, vorgangId, verfuegungId), 1)).toMatchObject({
      liesWith: 'Jana Petersen',
    });
    done(await workOff(office, JANA, vorgangId, 'erledigt'));
    expect(punktNumber(await verfuegungOf(office, vorgangId, verfuegungId), 1)).toMatchObject({
      endedBy: 'Jana Petersen',
    });
  });
});
