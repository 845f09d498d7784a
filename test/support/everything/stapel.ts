import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { vorgangOf } from '../rechnung.js';

const jana = 'jana.petersen';

/** A batch that is tried, started and done, one that a search has found, and one that is aborted. */
export async function runStapel(office: TestOffice, vorgangId: string): Promise<void> {
  const { akte } = await vorgangOf(office, vorgangId);
  const federfuehrungId = done(await office.read<{ units: { id: string }[] }>(jana, '/api/federfuehrungen')).units[0]
    ?.id;
  const targets = { kind: 'ids' as const, ids: [akte.id] };
  const { stapelId } = done(
    await office.act(jana, 'stapel.planStapel', { operation: 'setFederfuehrung', input: { federfuehrungId }, targets }),
  );
  done(await office.act(jana, 'stapel.startStapel', { stapelId }));
  const search = { kind: 'search', query: 'typ:vorgang zustand:offen' } as const;
  const found = done(
    await office.act(jana, 'stapel.planStapel', { operation: 'closeZdA', input: {}, targets: search }),
  );
  done(await office.act(jana, 'stapel.abortStapel', { stapelId: found.stapelId }));
}
