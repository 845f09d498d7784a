import { safeName } from '../../connectors/api/safe-name.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import type { StoredFile } from '../platform/http/routes.js';
import { aktenzeichenOf } from './pickup.queries.js';
import { tellAkte } from './protokoll-text.js';
import { canBeFetched } from './weitergabe.js';
import { countDownload, lockWeitergabe } from './weitergabe.store.js';

/**
 * Somebody with link and code fetches the package. It counts when it begins: a line that breaks in the middle may have carried
 * all of it. Who it was, nobody can know; no address is kept, since it would say something about a person and prove nothing.
 */
export const recordDownload = systemAct(
  'weitergabe.recordDownload',
  async (tx, { weitergabeId }: { readonly weitergabeId: Id }): Promise<StoredFile | Rejection> => {
    const found = await lockWeitergabe(tx, weitergabeId);
    if (!found?.sha256 || !canBeFetched(found, tx.clock.today())) return reject('weitergabe.pickupInvalid');
    await countDownload(tx, weitergabeId, tx.clock.now());
    const count = `${found.downloads + 1}/${found.mostDownloads ?? 0}`;
    tellAkte(tx, found, {
      de: `Paket mit Link und Code abgeholt (${count}), bestimmt für „${found.recipient}“`,
      en: `Package fetched with link and code (${count}), meant for “${found.recipient}”`,
    });
    const aktenzeichen = await aktenzeichenOf(tx, found.akteId);
    const name = `${safeName(`Weitergabe ${aktenzeichen.replaceAll('/', '_')}`, 'Weitergabe')}.zip`;
    return { sha256: found.sha256, size: found.size ?? 0, mime: 'application/zip', name };
  },
);
