import type { ShareChoice } from '../../server/contract/akteneinsicht-views.js';
import { orderAkteneinsicht } from '../../server/akteneinsicht/order-akteneinsicht.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { addedDokument } from './records.js';
import { letterInVorgang } from './schwaerzungen.js';

export function whole(dokumentId: string): ShareChoice {
  return { dokumentId, share: 'whole', reason: null, paragraph: '' };
}

export function leftOut(dokumentId: string, own: Partial<ShareChoice> = {}): ShareChoice {
  return { dokumentId, share: 'leftOut', reason: 'dritte', paragraph: '', ...own };
}

/** Somebody who asks to see a Vorgang, with these decisions. */
export function someOrder(vorgangId: string, choices: readonly ShareChoice[]) {
  return {
    scope: { kind: 'vorgang' as const, id: vorgangId },
    kontaktId: null,
    applicant: 'Erika Beispiel',
    ground: 'verwaltungsverfahren' as const,
    paragraph: '',
    choices: [...choices],
    days: 30,
  };
}

/** A letter that is given and a second Dokument that is left out, with the order of jana.petersen. */
export async function orderedPackage(bench: ActBench) {
  const { akteId, vorgangId, dokumentId, file } = await letterInVorgang(bench);
  const keptId = await addedDokument(bench, vorgangId, { betreff: 'Gutachten über Nachbar Heimlich' });
  const order = someOrder(vorgangId, [whole(dokumentId), leftOut(keptId)]);
  const { akteneinsichtId } = done(await bench.perform('jana.petersen', orderAkteneinsicht, order));
  return { akteId, vorgangId, dokumentId, keptId, file, akteneinsichtId };
}
