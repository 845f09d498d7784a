import { dayAfter } from '../contract/days.js';
import { isRejection, reject } from '../contract/rejections.js';
import { createAufgabe } from '../aufgabe/create-aufgabe.js';
import { currentVersion } from '../dokument/dokument.queries.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { JobWorkers } from '../workflow/process-engine.js';
import { ablegenDokument } from './ablegen-dokument.js';
import { idVariable, textVariable } from '../workflow/job-variables.js';
import { recordAblage } from './record-ablage.js';

// Two weeks to look through a finished Vorgang before it goes to the files.
const DAYS_TO_CLOSE = 14;

/** Service tasks that concern the records. */
export function akteJobs(objects: ObjectStore): JobWorkers {
  return {
    // Filing ends with a look at the bytes: what is to be kept for years must be intact on the day it is filed.
    'akte.ablegen': async (tx, job) => {
      const vorgangId = idVariable(job.variables, 'vorgangId');
      const version = await currentVersion(tx, idVariable(job.variables, 'vermerkId'));
      const state = version ? await objects.verify(version.file.sha256) : 'missing';
      if (!version || state !== 'intact') return reject('akte.bytesDamaged', { state });
      const recorded = await recordAblage(tx, { vorgangId, sha256: version.file.sha256 });
      return isRejection(recorded) ? recorded : { variables: {} };
    },

    'akte.dokumentAblegen': (tx, job) => ablegenDokument(tx, objects, job),

    'akte.abschlussVorlegen': async (tx, job) => {
      const betreff = textVariable(job.variables, 'betreff');
      const created = await createAufgabe(tx, {
        vorgangId: idVariable(job.variables, 'vorgangId'),
        dokumentId: idVariable(job.variables, 'dokumentId'),
        art: 'zda',
        titel: { de: `z. d. A.: ${betreff}`, en: `Close: ${betreff}` },
        schritt: { de: 'Abschluss', en: 'Closing' },
        frage: {
          de: 'Ist alles erledigt, und kann der Vorgang zu den Akten?',
          en: 'Is everything done, and can the case be closed?',
        },
        assigneeId: null,
        candidateRole: 'sachbearbeitung',
        frist: dayAfter(tx.clock.today(), DAYS_TO_CLOSE),
        form: null,
        data: {},
        betragCent: null,
        job: null,
      });
      return isRejection(created) ? created : { variables: {} };
    },
  };
}
