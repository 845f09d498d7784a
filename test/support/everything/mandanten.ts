import { createHash } from 'node:crypto';
import { acceptInvitation } from '../../../server/mandant/accept-invitation.js';
import { createMandant } from '../../../server/mandant/create-mandant.js';
import { findInvitation, loadMandantName } from '../../../server/mandant/mandant.store.js';
import { recordExport } from '../../../server/mandant/record-export.js';
import { resumeMandant } from '../../../server/mandant/resume-mandant.js';
import { suspendMandant } from '../../../server/mandant/suspend-mandant.js';
import type { ActRunner } from '../../../server/platform/act-runner.js';
import { newId } from '../../../server/platform/ids.js';
import type { Database } from '../../../server/platform/postgres/database.js';
import { done } from '../closed-vorgang.js';
import { aMandant } from '../mandanten.js';

/** Everything that the shared administration writes into a Mandant. */
export async function administerMandanten(runner: ActRunner, database: Database): Promise<void> {
  const context = { mandantId: newId(), actor: { kind: 'system', name: 'mandanten/test' } } as const;
  const input = aMandant();
  done(await runner.run(context, createMandant, input));
  const found = await findInvitation(database, createHash('sha256').update(input.token).digest());
  const invitationId = found?.invitationId ?? '';
  done(await runner.run(context, acceptInvitation, { invitationId, password: 'Sechs Kraniche über der Förde' }));
  await database.transaction(context.mandantId, (queries) => loadMandantName(queries, context.mandantId));
  done(await runner.run(context, recordExport, { folder: '/export' }));
  done(await runner.run(context, suspendMandant, { reason: 'Vertrag endet' }));
  done(await runner.run(context, resumeMandant, {}));
}
