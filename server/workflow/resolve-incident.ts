import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { isId } from '../platform/ids.js';
import type { ProcessEngine } from './process-engine.js';
import { findIncident } from './incident.queries.js';

// Keys are int8; one digit less than its largest value, so that every key that passes can be asked for.
const input = z.object({ incidentKey: z.string().regex(/^\d{1,18}$/) });

/** Lets a process that an incident stopped try its step again, once whoever resolves it has removed the cause. */
export function resolveIncident(engine: ProcessEngine) {
  return act('workflow.resolveIncident', input, async (tx, { incidentKey }) => {
    const incident = await findIncident(tx, incidentKey);
    const outcome = incident ? await engine.resolveIncident(tx, { incidentKey }) : 'gone';
    if (!incident || outcome === 'gone') return reject('workflow.incidentGone');
    const { processId, elementId, vorgangId, message } = incident;
    const ofVorgang = vorgangId !== null && isId(vorgangId);
    tx.protokoll({
      objectKind: ofVorgang ? 'vorgang' : 'mandant',
      objectId: ofVorgang ? vorgangId : tx.mandantId,
      payload: {
        processId,
        elementId,
        message,
        text: { de: `Erneut versucht: ${elementId}`, en: `Tried again: ${elementId}` },
      },
    });
    tx.changed('process', processId);
    if (ofVorgang) tx.changed('vorgang', vorgangId);
    return { incidentKey };
  });
}
