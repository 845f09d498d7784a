import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { closeZdA, filedRechnung, perform, vorgangOf } from '../rechnung.js';

/** A closed Vorgang that is opened again and closed once more, and whose closing work is tried once more. */
export async function reopen(office: TestOffice, vorgangId: string): Promise<void> {
  const { version } = await vorgangOf(office, vorgangId);
  done(await office.act('helga.brandt', 'akte.reopenVorgang', { vorgangId, version, reason: 'Widerspruch' }));
  done(await closeZdA(office, 'jana.petersen', vorgangId));
  await retryAfterFailure(office, vorgangId);
}

/** Closing work that has failed, whatever for, and is tried once more. */
async function retryAfterFailure(office: TestOffice, vorgangId: string): Promise<void> {
  const { database, mandantId } = office.bench;
  const reason = { de: 'Gesperrt', en: 'Held', remedy: { de: 'Warten', en: 'Wait' } };
  await database.transaction(mandantId, (queries) =>
    queries.query(`UPDATE closing_work SET state = 'failed', reason = $2 WHERE vorgang_id = $1 AND kind = 'bin'`, [
      vorgangId,
      JSON.stringify(reason),
    ]),
  );
  done(await office.act('jana.petersen', 'akte.retryClosing', { vorgangId }));
}

/** An invoice whose process ends by Storno. */
export async function cancel(office: TestOffice): Promise<void> {
  const { vorgangId } = await filedRechnung(office, { betragCent: 10_000 });
  await perform(office, vorgangId, 'jana.petersen', 'pruefung', { entscheidung: 'richtig' });
  const { version } = await vorgangOf(office, vorgangId);
  done(await office.act('jana.petersen', 'rechnung.stornoRechnung', { vorgangId, version, reason: 'doppelt' }));
}
