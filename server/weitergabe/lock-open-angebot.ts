import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { lockAngebot, type Angebot } from './angebot.store.js';

/** An offer as the person's page showed it, locked, if it can still be answered. */
export async function lockOpenAngebot(
  tx: Transaction,
  { angebotId, version }: { readonly angebotId: Id; readonly version: number },
): Promise<Angebot | Rejection> {
  const found = await lockAngebot(tx, angebotId);
  if (!found) return reject('platform.notFound');
  if (found.state !== 'offen' || tx.clock.today() > found.expiresOn) return reject('weitergabe.angebotEnded');
  return found.version === version ? found : reject('platform.stale');
}
