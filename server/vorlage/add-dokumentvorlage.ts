import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { ownUpload, useUpload } from '../dokument/own-upload.js';
import type { ActRunner } from '../platform/act-runner.js';
import { preparedAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { authorOf } from '../platform/transaction.js';
import { insertDokumentvorlage, insertFassung } from './dokumentvorlage.store.js';
import { dokumentvorlageFacts } from './input.js';
import { judgeTemplate, refuseBetreff } from './judge-template.js';
import { savePositions } from './position.store.js';
import type { Templates } from './template/templates.js';

const input = z.object({ uploadId: z.uuid(), ...dokumentvorlageFacts });

export interface TemplateParts {
  readonly runner: Pick<ActRunner, 'transaction'>;
  readonly templates: Pick<Templates, 'inspect' | 'fill'>;
}

/** Takes an uploaded office file as a template of the house, after everything in it was looked at. */
export function createAddDokumentvorlage({ runner, templates }: TemplateParts) {
  return preparedAct(
    'vorlage.addDokumentvorlage',
    input,
    async (asker, adding) => {
      const file = await runner.transaction(asker, async (tx) => {
        tx.require('vorlage.keep');
        return refuseBetreff(adding.name, adding.betreff) ?? ownUpload(tx, adding.uploadId);
      });
      if (isRejection(file)) return file;
      const places = judgeTemplate(file, await templates.inspect(file));
      return isRejection(places) ? places : { ...adding, file, places };
    },
    async (tx, { uploadId, file, places, ...facts }) => {
      const [id, at] = [newId(), tx.clock.now()];
      const gone = await useUpload(tx, uploadId);
      if (gone) return gone;
      const { name } = facts;
      if (!(await insertDokumentvorlage(tx, id, facts, at))) return reject('vorlage.nameTaken', { name });
      await insertFassung(tx, { id, nummer: 1, file, places, at, by: authorOf(tx.actor) });
      if (!(await savePositions(tx, id, facts.einheitIds))) return reject('platform.notFound');
      const { sha256 } = file;
      tx.protokoll({ objectKind: 'dokumentvorlage', objectId: id, payload: { ...facts, sha256, places } });
      return { id, places: [...places] };
    },
  );
}
