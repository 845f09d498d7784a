import { readFile } from 'node:fs/promises';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { examinedEingang, examinedPart, receivedEingang } from '../../test/support/eingaenge.js';
import { idOf, openedVorgang, POSITION, versionOf } from '../../test/support/records.js';
import { aufgabeProjector } from '../aufgabe/aufgabe-projector.js';
import type { AssignTarget } from '../contract/acts/posteingang.js';
import { newId } from '../platform/ids.js';
import { projectPath } from '../platform/project-path.js';
import { deployProcess } from '../workflow/deploy-process.js';
import { createEmbeddedEngine } from '../workflow/embedded/index.js';
import { assignEingang } from './assign-eingang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
  const engine = createEmbeddedEngine({ projector: aufgabeProjector, workers: {}, onWork: () => undefined });
  const xml = await readFile(projectPath('processes/rechnungsfreigabe/process.bpmn'), 'utf8');
  done(await bench.perform('kim.okafor', deployProcess(engine), { xml }));
});
afterAll(() => bench.close());

interface Wish {
  readonly target?: AssignTarget;
  readonly processId?: string | null;
  readonly login?: string;
  readonly key?: string;
}

async function assign(eingangId: string, { target, processId = null, login = 'ines.vogt', key }: Wish = {}) {
  const input = {
    eingangId,
    version: await versionOf(bench, 'eingang', eingangId),
    target: target ?? (await newAkte()),
    betreff: 'Rechnung Fassadenreinigung',
    letterDate: '2026-11-20',
    processId,
  };
  return bench.perform(login, assignEingang, input, key);
}

async function newAkte(kennzeichen = POSITION): Promise<AssignTarget> {
  const aktenplaneinheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen);
  return { kind: 'aktenplaneinheit', aktenplaneinheitId, akteBetreff: 'Kreishaus', vorgangBetreff: 'Fassade' };
}

const register = (vorgangId: string) =>
  bench.sql(
    `SELECT d.nummer, d.betreff, d.art, d.dokument_date AS date, p.nummer AS below, v.sha256
       FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id LEFT JOIN dokument p ON p.id = d.parent_id
      WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    [vorgangId],
  );

const count = async (table: 'akte' | 'vorgang') =>
  (await bench.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count;

describe('assignEingang', () => {
  it('refuses whoever lacks the permission', async () => {
    expect(await assign(await examinedEingang(bench), { login: 'tomasz.sliwa' })).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it.each([
    ['an empty Betreff', { betreff: ' ' }],
    ['a day that does not exist', { letterDate: '2026-02-30' }],
    ['a target of no kind', { target: { kind: 'schublade' } }],
    ['a day before there were days', { letterDate: '0000-01-01' }],
    ['a Betreff that turns its direction', { betreff: 'Rechnung \u202e001' }],
    ['a Betreff with a control character', { betreff: 'Rechnung\u0000' }],
    ['a Betreff of 1 MB', { betreff: 'x'.repeat(1_000_000) }],
    ['a sender of 10,000 characters', { sender: 'x'.repeat(10_000) }],
    ['a kind that there is not', { kind: 'kuendigung' }],
    ['a Vorgang that is no id', { target: { kind: 'vorgang', vorgangId: 'x' } }],
  ])('refuses %s', async (_name, wrong) => {
    const input = { eingangId: newId(), version: 1, target: await newAkte(), betreff: 'Brief', letterDate: null };
    expect(await bench.perform('ines.vogt', assignEingang, { ...input, processId: null, ...wrong })).toMatchObject({
      code: 'platform.invalidInput',
    });
  });

  it('refuses what is still being examined and what is in quarantine', async () => {
    expect(await assign(await receivedEingang(bench))).toMatchObject({ code: 'posteingang.notExamined' });
    const quarantined = await examinedEingang(bench, { outcome: 'quarantaene' });
    expect(await assign(quarantined)).toMatchObject({ code: 'posteingang.quarantined' });
  });

  it.each([
    ['Vorgang', { kind: 'vorgang', vorgangId: newId() }],
    ['Akte', { kind: 'akte', akteId: newId(), vorgangBetreff: 'Fassade' }],
    ['position', { kind: 'aktenplaneinheit', aktenplaneinheitId: newId(), akteBetreff: 'A', vorgangBetreff: 'B' }],
  ] as const)('refuses an unknown %s', async (_name, target) => {
    expect(await assign(await examinedEingang(bench), { target })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a Vorgang that is z. d. A.', async () => {
    const { vorgangId } = await closedVorgang(bench, POSITION);
    const answer = await assign(await examinedEingang(bench), { target: { kind: 'vorgang', vorgangId } });
    expect(answer).toMatchObject({ code: 'akte.closed' });
  });

  it('refuses an unknown process, and opens no Akte for it either', async () => {
    const before = [await count('akte'), await count('vorgang')];
    const eingangId = await examinedEingang(bench);
    expect(await assign(eingangId, { processId: 'kaffee-kochen' })).toMatchObject({
      code: 'posteingang.noSuchProcess',
      message: { de: expect.stringContaining('kaffee-kochen') },
    });
    expect([await count('akte'), await count('vorgang')]).toEqual(before);
    expect(await versionOf(bench, 'eingang', eingangId)).toBe(2);
  });

  it('files a letter once when two people file it at once', async () => {
    const eingangId = await examinedEingang(bench);
    const answers = await Promise.all([assign(eingangId), assign(eingangId, { login: 'helga.brandt' })]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'filed')).sort()).toEqual([
      'filed',
      'posteingang.alreadyAssigned',
    ]);
  });

  it('answers the same when the page repeats its request', async () => {
    const eingangId = await examinedEingang(bench);
    const key = newId();
    const first = done(await assign(eingangId, { key }));
    expect(await assign(eingangId, { key })).toEqual(first);
  });

  it('opens Akte and Vorgang under the position, in the hands of the unit it belongs to', async () => {
    const eingangId = await examinedEingang(bench);
    const filed = done(await assign(eingangId, { target: await newAkte() }));
    expect(filed.version).toBe(await versionOf(bench, 'eingang', eingangId));
    expect(filed.aktenzeichen).toMatch(/^20\.31\.05-\d{4}\/2026\/01$/);
    const [akte] = await bench.sql(
      `SELECT a.betreff, u.code FROM akte a JOIN unit u ON u.id = a.federfuehrung_id WHERE a.id = $1`,
      [filed.akteId],
    );
    expect(akte).toEqual({ betreff: 'Kreishaus', code: '20.31' });
    expect(await bench.sql(`SELECT state, vorgang_id AS id FROM eingang WHERE id = $1`, [eingangId])).toEqual([
      { state: 'zugeordnet', id: filed.vorgangId },
    ]);
  });

  it('opens the next Vorgang of an Akte, or adds to a Vorgang that is there', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    const target = { kind: 'akte', akteId, vorgangBetreff: 'Nachtrag' } as const;
    expect(done(await assign(await examinedEingang(bench), { target })).aktenzeichen).toMatch(/\/02$/);
    const filed = await assign(await examinedEingang(bench), { target: { kind: 'vorgang', vorgangId } });
    expect(done(filed)).toMatchObject({ vorgangId, akteId });
  });

  it('keeps a mail together: the original first, body and attachments below it', async () => {
    const parts = [
      examinedPart(0, { kind: 'body', name: 'text.txt', mime: 'text/plain' }),
      examinedPart(1, { name: 'Rechnung.pdf' }),
    ];
    const { vorgangId } = done(await assign(await examinedEingang(bench, { parts })));
    expect(await register(vorgangId)).toMatchObject([
      { nummer: 1, betreff: 'Rechnung Fassadenreinigung', art: 'eingang', below: null, date: '2026-11-20' },
      { nummer: 2, betreff: 'Nachrichtentext', art: 'anlage', below: 1, sha256: parts[0]?.sha256 },
      { nummer: 3, betreff: 'Rechnung.pdf', art: 'anlage', below: 1, sha256: parts[1]?.sha256 },
    ]);
  });

  it('asks the unit to deal with it where no process is chosen', async () => {
    const { vorgangId } = done(await assign(await examinedEingang(bench)));
    expect(
      await bench.sql(`SELECT art, frist, assignee_id AS id FROM aufgabe WHERE vorgang_id = $1`, [vorgangId]),
    ).toEqual([{ art: 'bearbeitung', frist: '2026-12-08', id: bench.personId('jana.petersen') }]);
  });

  it('starts the process once, with the id of the Eingang as message id and correlation id', async () => {
    const eingangId = await examinedEingang(bench);
    const filed = done(await assign(eingangId, { processId: 'rechnungsfreigabe' }));
    const followUps = await bench.followUps('workflow.publish');
    expect(followUps.filter(({ key }) => key === eingangId)).toMatchObject([
      {
        payload: {
          name: 'rechnung.eingegangen',
          correlationKey: filed.vorgangId,
          messageId: eingangId,
          variables: { eingangId, vorgangId: filed.vorgangId, dokumentId: filed.dokumentId },
        },
      },
    ]);
    const audit = await bench.protokoll(filed.vorgangId);
    expect(audit.map(({ action }) => action)).toEqual([
      'akte.openVorgang',
      'dokument.addDokument',
      'posteingang.assignEingang',
    ]);
    expect(audit.map(({ correlationId }) => correlationId)).toEqual([eingangId, eingangId, eingangId]);
  });
});
