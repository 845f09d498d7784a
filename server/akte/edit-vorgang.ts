import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { changesOf } from './changes.js';
import { lockOpenVorgang } from './lock-open-vorgang.js';
import { bemerkung, betreff, medium, refuseLaufzeit, refuseStandort, standort } from './metadata.js';
import { saveVorgang, vorgangFacts } from './metadata.store.js';
import { fillZusatz, zusatz } from '../zusatzfeld/fill-zusatz.js';

const input = z.object({
  ...{ vorgangId: z.uuid(), version: z.int(), betreff, bemerkung, medium, standort },
  laufzeitBeginn: z.iso.date(),
  zusatz: zusatz.optional(),
});

/** Changes what an open Vorgang says of itself; its end comes with z. d. A. */
export const editVorgang = act(
  'akte.editVorgang',
  input,
  async (tx, { vorgangId, version, zusatz: given, ...facts }) => {
    const vorgang = await lockOpenVorgang(tx, vorgangId);
    if (isRejection(vorgang)) return vorgang;
    const refused = refuseStandort(facts) ?? refuseLaufzeit(facts.laufzeitBeginn, null, tx.clock.today());
    if (refused) return refused;
    if (vorgang.version !== version) return reject('platform.stale');
    const before = await vorgangFacts(tx, vorgangId);
    const filled = await fillZusatz(tx, { kind: 'vorgang', id: vorgangId }, given);
    if (isRejection(filled)) return filled;
    await saveVorgang(tx, vorgangId, facts);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: { aktenzeichen: vorgang.aktenzeichen, ...changesOf(before, facts, filled) },
    });
    tx.changed('vorgang', vorgangId);
    return { version: version + 1 };
  },
);
