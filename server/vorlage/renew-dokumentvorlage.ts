import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { ownUpload, useUpload } from '../dokument/own-upload.js';
import { preparedAct } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import type { TemplateParts } from './add-dokumentvorlage.js';
import { countFassung, insertFassung, lockDokumentvorlage } from './dokumentvorlage.store.js';
import { judgeTemplate } from './judge-template.js';

const input = z.object({ id: z.uuid(), version: z.int(), uploadId: z.uuid() });

/** Gives a template a new Fassung; what was written from the earlier ones still names them. */
export function createRenewDokumentvorlage({ runner, templates }: TemplateParts) {
  return preparedAct(
    'vorlage.renewDokumentvorlage',
    input,
    async (asker, renewing) => {
      const file = await runner.transaction(asker, async (tx) => {
        tx.require('vorlage.keep');
        return ownUpload(tx, renewing.uploadId);
      });
      if (isRejection(file)) return file;
      const places = judgeTemplate(file, await templates.inspect(file));
      return isRejection(places) ? places : { ...renewing, file, places };
    },
    async (tx, { id, version, uploadId, file, places }) => {
      const vorlage = await lockDokumentvorlage(tx, id);
      if (!vorlage) return reject('platform.notFound');
      if (vorlage.version !== version) return reject('platform.stale');
      const gone = await useUpload(tx, uploadId);
      if (gone) return gone;
      const nummer = vorlage.nummer + 1;
      await countFassung(tx, id);
      await insertFassung(tx, { id, nummer, file, places, at: tx.clock.now(), by: authorOf(tx.actor) });
      const { sha256 } = file;
      tx.protokoll({ objectKind: 'dokumentvorlage', objectId: id, payload: { nummer, sha256, places } });
      return { version: version + 1, nummer, places: [...places] };
    },
  );
}
