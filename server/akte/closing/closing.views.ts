import type { ClosingView } from '../../contract/closing-views.js';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import { renditionsOfVorgang } from '../../dokument/rendition/rendition.views.js';
import type { Queries } from '../../platform/postgres/database.js';
import { findVorgang } from '../akte.store.js';
import { worksOf, type ClosingWork } from './closing-work.store.js';

/** How far it is with what z. d. A. has started, and why something is not done. */
export async function loadClosing(queries: Queries, vorgangId: Id): Promise<ClosingView | Rejection> {
  const vorgang = await findVorgang(queries, vorgangId);
  if (!vorgang) return reject('platform.notFound');
  if (vorgang.state !== 'zdA') return { works: [] };
  const works: ClosingView['works'] = [];
  for (const work of await worksOf(queries, vorgangId)) {
    const { kind, state, reason } = work;
    if (state === 'stopped') continue;
    if (kind === 'renditions' && state === 'done') works.push(await renditionsWork(queries, vorgangId, work));
    else works.push({ kind, state, reasons: reason ? [reason] : [] });
  }
  return { works };
}

async function renditionsWork(
  queries: Queries,
  vorgangId: Id,
  { kind }: ClosingWork,
): Promise<ClosingView['works'][number]> {
  const { waiting, reasons } = await renditionsOfVorgang(queries, vorgangId);
  return { kind, state: waiting > 0 ? 'waiting' : reasons.length > 0 ? 'failed' : 'done', reasons };
}
