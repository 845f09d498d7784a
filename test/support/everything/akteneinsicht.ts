import type { AkteneinsichtChoice } from '../../../server/contract/akteneinsicht-views.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** A package of a Vorgang that is finished, and one that is cancelled before the job begins. Returns the finished one. */
export async function giveInspection(office: TestOffice, vorgangId: string): Promise<string> {
  const jana = 'jana.petersen';
  const { dokumente } = done(await office.read<AkteneinsichtChoice>(jana, `/api/vorgaenge/${vorgangId}/akteneinsicht`));
  const choices = dokumente.map(({ id }) => ({ dokumentId: id, share: 'whole', reason: null, paragraph: '' }) as const);
  const order = {
    scope: { kind: 'vorgang', id: vorgangId },
    kontaktId: null,
    applicant: 'Erika Beispiel',
    ground: 'informationsfreiheit',
    paragraph: '',
    choices,
    days: 90,
  } as const;
  const input = { ...order, scope: { ...order.scope }, choices: [...choices] };
  const { akteneinsichtId } = done(await office.act(jana, 'akteneinsicht.orderAkteneinsicht', input));
  const act = office.acts.find(({ act: name }) => name === 'akteneinsicht.orderAkteneinsicht');
  if (!act) throw new Error('the office has no such act');
  // Not through `office.act`: that would let the job end before it can be cancelled.
  const started = await office.runner.perform(office.bench.as(jana), act as never, input, 'inspection to be cancelled');
  done(await office.act(jana, 'akteneinsicht.cancelAkteneinsicht', done(started as { akteneinsichtId: string })));
  return akteneinsichtId;
}
