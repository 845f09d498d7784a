import { answer, asks, aufgabeIn, laufwegOf, mappe, newVersion, seenIn, started } from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { codesOf, vorgangOf } from '../../test/support/rechnung.js';
import { DEMO_PASSWORD } from '../demo/people.js';
import { newId } from '../platform/ids.js';
import { fourEyesAtStation, whyNever, type Candidate } from './four-eyes.js';

const [JANA, DENIZ, TOMASZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ruth.lindqvist'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const sql = (statement: string, parameters: unknown[]) =>
  office.bench.database.transaction(office.bench.mandantId, (queries) => queries.query(statement, parameters));

/** A Vorgang in which only the Schlusszeichnung of the Leitung is open. */
async function beforeTheLast() {
  const papers = await mappe(office);
  const laufwegId = await started(office, papers, asks(office, RUTH, 'schlusszeichnung'));
  const aufgabe = await aufgabeIn(office, RUTH, papers.vorgangId);
  if (!aufgabe) throw new Error('the Leitung is not asked');
  const sign = (seen = seenIn(aufgabe)) =>
    office.act(RUTH, 'zeichnung.signDokument', {
      ...{ aufgabeId: aufgabe.id, version: aufgabe.version, password: DEMO_PASSWORD, seen },
    });
  return { ...papers, laufwegId, aufgabe, sign };
}

describe('an answer at a station', () => {
  it('is refused without the versions that were seen, and about a version that is not the newest any more', async () => {
    const papers = await mappe(office);
    const { vorgangId, dokumente } = papers;
    await started(office, papers, asks(office, DENIZ));
    const aufgabe = await aufgabeIn(office, DENIZ, vorgangId);
    const input = { aufgabeId: aufgabe?.id ?? '', version: 1, data: { entscheidung: 'mitzeichnen' } };
    expect(codesOf(await office.act(DENIZ, 'aufgabe.completeAufgabe', input))).toEqual([
      'laufweg.mappeChanged',
      'laufweg.unseen',
    ]);
    await newVersion(office, dokumente[0]?.dokumentId ?? '');
    const stale = await office.act(DENIZ, 'aufgabe.completeAufgabe', { ...input, seen: dokumente });
    expect(codesOf(stale)).toEqual(['laufweg.mappeChanged', 'laufweg.newerVersion']);
    expect((await vorgangOf(office, vorgangId)).zeichnungen).toEqual([]);
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
  });

  it('is refused where it says no and does not say why', async () => {
    const papers = await mappe(office);
    await started(office, papers, asks(office, DENIZ));
    expect(await answer(office, DENIZ, papers.vorgangId, 'ablehnen', '  ')).toMatchObject({
      code: 'laufweg.reasonMissing',
    });
    expect(await answer(office, DENIZ, papers.vorgangId, 'vielleicht')).toMatchObject({
      code: 'aufgabe.formIncomplete',
    });
  });

  it('F48 refuses the final signature of whoever made the newest version meanwhile', async () => {
    const { dokumente, sign } = await beforeTheLast();
    const [dokument] = dokumente;
    await newVersion(office, dokument?.dokumentId ?? '', RUTH);
    const refused = await sign([{ dokumentId: dokument?.dokumentId ?? '', nummer: 2 }]);
    expect(refused).toMatchObject({ code: 'laufweg.fourEyes', message: { de: expect.stringContaining('verfasst') } });
  });

  it('F48 refuses the final signature of whoever started the Laufweg or has co-signed in it', async () => {
    const { aufgabe } = await beforeTheLast();
    await sql(`UPDATE aufgabe SET assignee_id = $2 WHERE id = $1`, [aufgabe.id, office.personId(JANA)]);
    // The initiator, who has become Leitung meanwhile.
    const { actor, mandantId } = office.bench.as(JANA);
    const context = { mandantId, actor: { ...actor, roles: ['leitung'] } as typeof actor };
    const act = office.acts.find((known) => known.act === 'zeichnung.signDokument');
    const input = { aufgabeId: aufgabe.id, version: aufgabe.version, password: DEMO_PASSWORD, seen: seenIn(aufgabe) };
    const byInitiator = await office.runner.perform(context, act as never, input, newId());
    expect(byInitiator).toMatchObject({
      code: 'laufweg.fourEyes',
      message: { de: expect.stringContaining('begonnen') },
    });
    const papers = await mappe(office);
    await started(office, papers, asks(office, RUTH), asks(office, RUTH, 'schlusszeichnung'));
    done(await answer(office, RUTH, papers.vorgangId, 'mitzeichnen'));
    expect(await answer(office, RUTH, papers.vorgangId, 'zeichnen')).toMatchObject({ code: 'laufweg.fourEyes' });
  });

  it('F48 counts whom somebody stands in for as the same pair of eyes', () => {
    const [author, deputy] = [
      { id: 'a', name: 'Author' },
      { id: 'd', name: 'Deputy' },
    ];
    const concerned = {
      initiatorId: 'i',
      cosigners: [],
      authors: [{ personId: 'a', name: 'Author', betreff: 'Bescheid' }],
    };
    expect(fourEyesAtStation([deputy, author], concerned)?.code).toBe('laufweg.fourEyes');
    expect(fourEyesAtStation([author, deputy], concerned)?.code).toBe('laufweg.fourEyes');
    expect(fourEyesAtStation([deputy], concerned)).toBeNull();
  });

  it('F48 takes the name for the person where a version is older than the ids of authors', () => {
    const concerned = {
      initiatorId: 'i',
      cosigners: [],
      authors: [{ personId: null, name: 'Author', betreff: 'Bescheid' }],
    };
    expect(fourEyesAtStation([{ id: 'x', name: 'Author' }], concerned)?.code).toBe('laufweg.fourEyes');
    const candidate: Candidate = { id: 'x', name: 'Author', roles: ['leitung'], cleared: true };
    expect(whyNever(candidate, 'schlusszeichnung', concerned)?.de).toContain('verfasst');
    expect(whyNever(candidate, 'mitzeichnung', concerned)).toBeNull();
  });

  it('F47 signs in one step with the answer, with its remark, and closes the Aufgabe', async () => {
    const papers = await mappe(office);
    const laufwegId = await started(office, papers, asks(office, RUTH, 'schlusszeichnung'));
    done(await answer(office, RUTH, papers.vorgangId, 'zeichnen', 'mit Auflage'));
    const { zeichnungen, aufgaben } = await vorgangOf(office, papers.vorgangId);
    expect(aufgaben).toEqual([]);
    expect(zeichnungen).toMatchObject([{ art: 'schlusszeichnung', bemerkung: 'mit Auflage', versionNummer: 2 }]);
    expect(await laufwegOf(office, papers.vorgangId, laufwegId)).toMatchObject({ state: 'fertig' });
  });

  it('stops the Laufweg where the final signature is refused, and a second signer may be asked', async () => {
    const { vorgangId, laufwegId } = await beforeTheLast();
    done(await answer(office, RUTH, vorgangId, 'zurueckweisen', 'Anschrift ist falsch'));
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'angehalten' });
    expect((await aufgabeIn(office, JANA, vorgangId))?.laufweg).toMatchObject({ laufwegId, role: 'halt' });
    const { version } = await laufwegOf(office, vorgangId, laufwegId);
    const lines = [asks(office, RUTH, 'schlusszeichnung')];
    const wish = { laufwegId, version, groupId: null, index: 1, lines };
    done(await office.act(JANA, 'laufweg.insertStation', wish));
    const after = await laufwegOf(office, vorgangId, laufwegId);
    const goOn = { laufwegId, version: after.version, reason: 'Anschrift berichtigt' };
    done(await office.act(JANA, 'laufweg.continueLaufweg', goOn));
    done(await answer(office, RUTH, vorgangId, 'zeichnen'));
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'fertig' });
  });

  it('that two give at once in a group is counted twice and asks the next once', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const lines = [
      { depth: 0, kind: 'group', order: 'parallel', quorum: null } as const,
      asks(office, DENIZ, 'mitzeichnung', 1),
      asks(office, TOMASZ, 'mitzeichnung', 1),
      asks(office, RUTH, 'kenntnisnahme'),
    ];
    const laufwegId = await started(office, papers, ...lines);
    const both = await Promise.all([DENIZ, TOMASZ].map((login) => answer(office, login, vorgangId, 'mitzeichnen')));
    both.forEach(done);
    expect((await vorgangOf(office, vorgangId)).zeichnungen).toHaveLength(2);
    expect(await aufgabeIn(office, RUTH, vorgangId)).not.toBeNull();
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'laeuft' });
  });
});
