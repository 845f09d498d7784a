import { z } from 'zod';
import { isEinheit } from '../aktenplan/aktenplan.queries.js';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { countBreaking } from './count-breaking.js';
import { definition } from './input.js';
import { refuseDefinition, refuseOtherArt } from './zusatzfeld.js';
import { lockZusatzfeld, saveZusatzfeld } from './zusatzfeld.store.js';

const input = z.object({ ...definition, id: z.uuid(), version: z.int(), breaking: z.int().min(0) });

/**
 * Says otherwise what a field is. Stored values are never touched: where some would not fit any more, their number has to be
 * confirmed, and they stay with the version that they were checked against.
 */
export const changeZusatzfeld = act(
  'zusatzfeld.changeZusatzfeld',
  input,
  async (tx, { id, version, breaking, ...said }) => {
    const field = await lockZusatzfeld(tx, id);
    if (!field) return reject('platform.notFound');
    const refused = refuseOtherArt(field, said) ?? refuseDefinition(field.kind, said);
    if (refused) return refused;
    if (said.einheitId !== null && !(await isEinheit(tx, said.einheitId))) return reject('platform.notFound');
    if (field.version !== version) return reject('platform.stale');
    const found = await countBreaking(tx, field, said);
    if (found > 0 && found !== breaking) return reject('zusatzfeld.breaksValues', { found, confirmed: breaking });
    const saved = await saveZusatzfeld(tx, field, said);
    const { label, rule, need, einheitId, dokumentArt } = field;
    tx.protokoll({
      objectKind: 'zusatzfeld',
      objectId: id,
      payload: {
        ...{ before: { label, rule, need, einheitId, dokumentArt }, after: said, breaking: found },
        text: { de: `Zusatzfeld „${said.label.de}“ geändert`, en: `Extra field “${said.label.en}” changed` },
      },
    });
    return { version: saved };
  },
);
