import { addEinheit } from '../../../server/aktenplan/add-einheit.js';
import type { PersonActName } from '../../../server/contract/acts.js';
import { loadPerson } from '../../../server/identity/identity.queries.js';
import { createMandant } from '../../../server/mandant/create-mandant.js';
import type { PersonAct } from '../../../server/platform/act.js';
import type { ActContext } from '../../../server/platform/act-runner.js';
import { newId } from '../../../server/platform/ids.js';
import { acceptAngebot } from '../../../server/weitergabe/accept-angebot.js';
import { findByToken } from '../../../server/weitergabe/weitergabe.store.js';
import { hashPickupToken } from '../../../server/weitergabe/pickup-secrets.js';
import { recordDownload } from '../../../server/weitergabe/record-download.js';
import { refuseAngebot } from '../../../server/weitergabe/refuse-angebot.js';
import { closedVorgang, done } from '../closed-vorgang.js';
import { aMandant } from '../mandanten.js';
import type { TestOffice } from '../office.js';
import { akteOf, jana, ruth, secrets } from '../weitergaben.js';

const LETTER = { name: 'Anschreiben.txt', mime: 'text/plain', bytes: 'Sehr geehrte Damen und Herren' };

/** Every way that an Akte can be handed over. Returns one Weitergabe, and what another Mandant has done with ours. */
export async function handOver(office: TestOffice): Promise<{ weitergabeId: string; acts: readonly PersonActName[] }> {
  const weitergabeId = await withdrawnCopy(office);
  await givenOutside(office);
  const other = await anotherMandant(office);
  const to = { kind: 'mandant', mandantId: other.context.mandantId } as const;
  const [taken, refused] = [await offered(office, to), await offered(office, to)];
  const perform = async <Name extends PersonActName>(act: PersonAct<Name>, input: object) => {
    done(await office.runner.perform(other.context, act, input, newId()));
    await office.settle();
    return act.act;
  };
  const acts = [
    await perform(acceptAngebot, { angebotId: taken, version: 1, einheitId: other.einheitId }),
    await perform(refuseAngebot, { angebotId: refused, version: 1, reason: 'Nicht zuständig' }),
  ];
  const [{ state } = { state: '' }] = await office.database.transaction(other.context.mandantId, (queries) =>
    queries.query<{ state: string }>(`SELECT state FROM angebot WHERE id = $1`, [taken]),
  );
  if (state !== 'angenommen') throw new Error(`the offer is ${state}`);
  return { weitergabeId, acts };
}

const usual = { dokumentIds: null, reason: 'Amtshilfe', days: 30 } as const;
const outside = () => ({ kind: 'aussen', recipient: 'Nachbarkreis', downloads: 2, ...secrets() }) as const;

async function akteToGive(office: TestOffice): Promise<string> {
  const { vorgangId } = await closedVorgang(office.bench, '20.31.05', [LETTER]);
  // What follows z. d. A. files something too.
  await office.settle();
  return akteOf(office.bench, vorgangId);
}

async function withdrawnCopy(office: TestOffice): Promise<string> {
  const [akteId, to] = [await akteToGive(office), outside()];
  const ordered = await office.act(jana, 'weitergabe.orderWeitergabe', { akteId, kind: 'kopie', to, ...usual });
  const { weitergabeId } = done(ordered);
  const found = await findByToken(office.database, hashPickupToken(to.token));
  if (found?.weitergabeId !== weitergabeId) throw new Error('the link does not lead to its Weitergabe');
  const renewed = done(
    await office.act(jana, 'weitergabe.renewCode', { weitergabeId, version: 2, code: secrets().code }),
  );
  const withdrawal = { weitergabeId, version: renewed.version, reason: 'Irrtum' };
  done(await office.act(jana, 'weitergabe.withdrawWeitergabe', withdrawal));
  return weitergabeId;
}

async function givenOutside(office: TestOffice): Promise<void> {
  const akteId = await akteToGive(office);
  const order = { akteId, kind: 'zustaendigkeit', to: outside(), ...usual } as const;
  const { weitergabeId, version } = done(await office.act(jana, 'weitergabe.orderWeitergabe', order));
  done(await office.act(ruth, 'weitergabe.releaseWeitergabe', { weitergabeId, version }));
  done(await office.runner.run(office.bench.system, recordDownload, { weitergabeId }));
  const receipt = { weitergabeId, version: 4, reason: 'Schreiben des Nachbarkreises' };
  done(await office.act(jana, 'weitergabe.confirmReceipt', receipt));
}

async function offered(office: TestOffice, to: { kind: 'mandant'; mandantId: string }): Promise<string> {
  const order = { akteId: await akteToGive(office), kind: 'kopie', to, ...usual } as const;
  return done(await office.act(jana, 'weitergabe.orderWeitergabe', order)).weitergabeId;
}

/** Another authority of the installation, with a position that takes Akten. */
export async function anotherMandant(office: TestOffice): Promise<{ context: ActContext; einheitId: string }> {
  const { runner, database, bench } = office;
  const [mandantId, input] = [newId(), aMandant()];
  done(await runner.run({ mandantId, actor: { kind: 'system', name: 'mandanten/test' } }, createMandant, input));
  const actor = await database.transaction(mandantId, async (queries) => {
    const [row] = await queries.query<{ id: string }>(`SELECT id FROM person WHERE login = $1`, [
      input.administrator.login,
    ]);
    return row ? loadPerson(queries, row.id) : null;
  });
  if (!actor) throw new Error('a Mandant without its first person');
  const context: ActContext = { mandantId, actor };
  const einheit = { kennzeichen: '7', parentId: null, titel: 'Bauwesen', aufbewahrung: 10, aussonderungsart: 'V' };
  const position = { ...einheit, validFrom: bench.clock.today() };
  return { context, ...done(await runner.perform(context, addEinheit, position, newId())) };
}
