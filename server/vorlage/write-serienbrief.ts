import { safeName } from '../../connectors/api/safe-name.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { addDokument } from '../dokument/add-dokument.js';
import { systemAct } from '../platform/act.js';
import { derivedId } from '../platform/ids.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { Transaction } from '../platform/transaction.js';
import { findDokumentvorlage, findFassung } from './dokumentvorlage.store.js';
import { gatherFacts } from './gather-facts.js';
import { valuesFor } from './prepare-serienbrief.js';
import {
  countRecipients,
  lockSerienbrief,
  nextRecipient,
  saveRefused,
  saveState,
  saveWritten,
  type Serienbrief,
} from './serienbrief.store.js';
import type { Templates } from './template/templates.js';

/**
 * Writes the next letter of a series, and orders the one after it. Letter, mark of the recipient and order commit together:
 * a server that is killed in between goes on with the same recipient, and nobody gets two.
 */
export function createWriteSerienbrief(templates: Pick<Templates, 'fill'>) {
  return systemAct('vorlage.writeSerienbrief', async (tx, { serienbriefId: id }: { serienbriefId: Id }) => {
    const brief = await lockSerienbrief(tx, id);
    // Halted meanwhile, or destroyed with its Vorgang.
    if (brief?.state !== 'laeuft') return {};
    const next = await nextRecipient(tx, id);
    if (!next) return finish(tx, brief);
    const dokumentId = derivedId(tx.mandantId, id, String(next.position));
    const refused = await write(tx, templates, brief, { ...next, dokumentId });
    if (refused?.status === 503 || refused?.status === 507) return refused; // the machine's trouble: tried again later
    if (refused && refused.code !== 'vorlage.valuesMissing') await saveState(tx, id, 'angehalten', refused.message);
    else {
      if (refused)
        await saveRefused(
          tx,
          id,
          next.position,
          refused.reasons.map(({ message }) => message),
        );
      else await saveWritten(tx, id, next.position, dokumentId);
      await tx.enqueue('vorlage.serienbrief', `${id}/${brief.version}/${next.position}`, { serienbriefId: id });
    }
    tx.changed('vorgang', brief.vorgangId);
    return {};
  });
}

/** The follow-up that the outbox performs. */
export function serienbriefHandler(templates: Pick<Templates, 'fill'>): Readonly<Record<string, OutboxHandler>> {
  const writeNext = createWriteSerienbrief(templates);
  return {
    'vorlage.serienbrief': async (tx, payload) => {
      const answer = await writeNext(tx, payload as { serienbriefId: Id });
      return isRejection(answer) ? answer : undefined;
    },
  };
}

async function write(
  tx: Transaction,
  templates: Pick<Templates, 'fill'>,
  brief: Serienbrief,
  { facts: recipient, dokumentId }: { facts: Parameters<typeof valuesFor>[2]; dokumentId: Id },
): Promise<Rejection | null> {
  const vorlage = await findDokumentvorlage(tx, brief.dokumentvorlageId);
  const fassung = await findFassung(tx, brief.dokumentvorlageId, brief.nummer);
  if (!vorlage || !fassung) throw new Error('A serial letter without its template');
  if (!vorlage.active) return reject('vorlage.retired', { name: vorlage.name });
  const facts = await gatherFacts(tx, brief.vorgangId, brief.person.id);
  if (isRejection(facts)) return facts;
  const merged = valuesFor({ fassung, facts }, brief, recipient);
  if (isRejection(merged)) return merged;
  const { betreff, values } = merged;
  const file = await templates.fill(fassung.file, values, safeName(betreff, 'Schreiben'));
  if (isRejection(file)) return file;
  const added = await addDokument(tx, {
    ...{ id: dokumentId, vorgangId: brief.vorgangId, betreff, art: vorlage.art, file, state: 'entwurf' as const },
    ...{ parentId: null, date: tx.clock.today(), eingangId: null, signatures: [], author: brief.person },
  });
  return isRejection(added) ? added : null;
}

async function finish(tx: Transaction, { id, vorgangId }: Serienbrief): Promise<object> {
  await saveState(tx, id, 'fertig');
  const { written, refused } = await countRecipients(tx, id);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ serienbriefId: id, written, refused },
      text: {
        de: `Serienbrief fertig: ${written} geschrieben, ${refused} abgewiesen`,
        en: `Serial letter finished: ${written} written, ${refused} refused`,
      },
    },
  });
  tx.changed('vorgang', vorgangId);
  return {};
}
