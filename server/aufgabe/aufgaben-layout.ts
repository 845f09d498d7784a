import { z } from 'zod';
import {
  AUFGABEN_FACTS,
  AUFGABEN_ORDERS,
  WIEDERVORLAGE_ARTEN,
  type AufgabenLayout,
} from '../contract/aufgaben-views.js';
import { personOf, type Transaction } from '../platform/transaction.js';

/** What a layout may say; also asked of what was kept by an older version. */
export const layoutSchema = z.object({
  order: z.enum(AUFGABEN_ORDERS),
  facts: z.array(z.enum(AUFGABEN_FACTS)).max(AUFGABEN_FACTS.length),
  wiedervorlage: z.enum(WIEDERVORLAGE_ARTEN),
});

/** The list as it is for whoever has arranged nothing yet. */
export const FIRST_LAYOUT: AufgabenLayout = {
  order: 'frist',
  facts: ['aktenzeichen', 'schritt', 'person', 'betrag', 'dokumente'],
  wiedervorlage: 'ausblenden',
};

/** How the acting person has arranged the list. What this version does not know any more counts as never arranged. */
export async function loadLayout(tx: Transaction): Promise<AufgabenLayout> {
  const [row] = await tx.query<{ layout: unknown }>(`SELECT layout FROM aufgaben_layout WHERE person_id = $1`, [
    personOf(tx).id,
  ]);
  const kept = layoutSchema.safeParse(row?.layout);
  return kept.success ? kept.data : FIRST_LAYOUT;
}

/** Keeps it for the acting person. */
export async function saveLayout(tx: Transaction, layout: AufgabenLayout): Promise<void> {
  await tx.query(
    `INSERT INTO aufgaben_layout (person_id, mandant_id, layout) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET layout = excluded.layout`,
    [personOf(tx).id, tx.mandantId, JSON.stringify(layout)],
  );
}
