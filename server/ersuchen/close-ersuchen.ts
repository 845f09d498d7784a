import { withdrawAufgabe } from '../aufgabe/withdraw-aufgabe.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { CrossingInput } from '../mandant/cross-mandant.js';
import { systemAct } from '../platform/act.js';
import { eraseErsuchen } from './erase-ersuchen.js';
import { lockErsuchen, removeTravelling, saveEnded } from './ersuchen.store.js';
import { tellVorgang } from './tell-vorgang.js';

export type CloseErsuchenInput = CrossingInput & { readonly ersuchenId: Id; readonly reason: string };

/**
 * Whoever asked has taken it back. Nobody has to answer any more; what was accepted stays a record of ours, of the rest nothing
 * stays but that somebody asked. What is answered stays answered.
 */
export const closeErsuchen = systemAct(
  'ersuchen.closeErsuchen',
  async (tx, { ersuchenId, comingFrom, reason }: CloseErsuchenInput): Promise<object | Rejection> => {
    const found = await lockErsuchen(tx, ersuchenId);
    if (found?.otherMandantId !== comingFrom || found.direction !== 'erhalten') return {};
    if (found.state !== 'offen' && found.state !== 'angenommen') return {};
    const { id, vorgangId, aufgabeId, otherName, betreff } = found;
    await saveEnded(tx, id, { state: 'zurueckgenommen', at: tx.clock.now(), by: otherName, text: reason });
    await removeTravelling(tx, id);
    if (aufgabeId !== null) {
      const withdrawn = await withdrawAufgabe(tx, { aufgabeId });
      if (isRejection(withdrawn)) return withdrawn;
    }
    if (vorgangId === null) {
      tx.protokoll({ objectKind: 'ersuchen', objectId: id, payload: { from: otherName, reason } });
      await eraseErsuchen(tx, { ersuchenId: id });
    } else {
      const text = {
        de: `„${otherName}“ hat das Ersuchen zurückgenommen: ${betreff}. Grund: ${reason}`,
        en: `“${otherName}” has taken the request back: ${betreff}. Reason: ${reason}`,
      };
      tellVorgang(tx, { id, vorgangId }, text, { reason });
    }
    tx.changed('ersuchen', id);
    return {};
  },
);
