import type { ActName } from '../contract/acts.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Act } from '../platform/act.js';
import type { ActRunner } from '../platform/act-runner.js';

/**
 * What may be done in another Mandant than one's own: an offer is laid there, ended, claimed and answered; a request is brought,
 * ended and answered. Each of these acts touches the one row of that id, which must name the Mandant that comes, and gives back
 * nothing but done or refused.
 */
const CROSSING: readonly ActName[] = [
  'weitergabe.receiveAngebot',
  'weitergabe.closeAngebot',
  'weitergabe.claimWeitergabe',
  'weitergabe.recordAnswer',
  'ersuchen.receiveErsuchen',
  'ersuchen.closeErsuchen',
  'ersuchen.recordAcceptance',
  'ersuchen.recordRefusal',
  'ersuchen.recordAnswer',
];

export interface CrossingInput {
  /** The Mandant that comes. */
  readonly comingFrom: Id;
}

/** Where it goes, and the id that both sides know: it joins the rows of both Protokolle. */
export interface Crossing {
  readonly mandantId: Id;
  readonly correlationId: Id;
}

/**
 * The only way from one Mandant into another. It runs in a transaction of its own, in which row-level security shows the other
 * Mandant alone; whoever calls it must hold no lock on a row of theirs, since the other side may be on its way to it.
 */
export async function inOtherMandant<Input extends CrossingInput>(
  runner: ActRunner,
  { mandantId, correlationId }: Crossing,
  act: Act<Input, object>,
  input: Input,
): Promise<Rejection | null> {
  if (!CROSSING.includes(act.act)) throw new Error(`${act.act} stays in its Mandant`);
  const actor = { kind: 'system', name: act.act.split('.')[0] ?? act.act } as const;
  const done = await runner.run({ mandantId, actor, correlationId }, act, input);
  return isRejection(done) ? done : null;
}
