import { akteneinsichtRoutes } from './akteneinsicht.http.js';
import { composeHandler, type ComposeParts } from './akteneinsicht.jobs.js';
import type { Transaction } from '../platform/transaction.js';
import { forgetExpired } from './akteneinsicht.store.js';
import { cancelAkteneinsicht } from './cancel-akteneinsicht.js';
import { orderAkteneinsicht } from './order-akteneinsicht.js';

/** Everything about packages for those who asked to see a file. */
export function openAkteneinsicht(parts: ComposeParts) {
  const { handler, close } = composeHandler(parts);
  return {
    acts: [orderAkteneinsicht, cancelAkteneinsicht] as const,
    routes: akteneinsichtRoutes,
    handlers: { 'akteneinsicht.compose': handler },
    close,
    sweep: (tx: Transaction) => forgetExpired(tx, tx.clock.today()),
  };
}
