import { openSchemaCheck } from '../../archive/xdomea/schema-check.js';
import type { AbgabeParts } from './prepare-abgabe.js';

/**
 * The archive that this installation delivers to. One partner for all Mandanten: a district and its municipalities hand
 * over to the same house. Characters outside DIN 91379 are warned of only, since that standard binds from xdomea 4.0.0 on.
 *
 * @param schemaFolder set by an administrator: one folder per xdomea version; without it messages are checked by our
 *   own rules alone
 */
export async function archiveParts(
  schemaFolder: string | null,
): Promise<Pick<AbgabeParts, 'partner' | 'system' | 'schemaCheck'>> {
  return {
    partner: { name: 'Kreisarchiv', kurzbezeichnung: 'KrA', outsideDin91379: 'warn' },
    system: { name: 'Laufmappe', version: '0.1.0' },
    ...(schemaFolder === null ? {} : { schemaCheck: await openSchemaCheck(schemaFolder) }),
  };
}
