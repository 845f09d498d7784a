import { systemAct } from '../platform/act.js';
import { deleteSessionsOf, type SessionsOf } from './directory-session.store.js';

/** Ends the sessions that a provider names: it has signed the person out, or switched them off. */
export const endSessions = systemAct('identity.endSessions', async (tx, of: SessionsOf & { directory: string }) => {
  const people = await deleteSessionsOf(tx, of);
  for (const { personId, ended } of people) {
    tx.protokoll({
      objectKind: 'person',
      objectId: personId,
      payload: {
        ...{ directory: of.directory, ended },
        text: { de: 'Vom Verzeichnis abgemeldet', en: 'Signed out by the directory' },
      },
    });
  }
  return { ended: people.reduce((sum, { ended }) => sum + ended, 0) };
});
