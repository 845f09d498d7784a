import { act } from '../platform/act.js';
import { layoutSchema, loadLayout, saveLayout } from './aufgaben-layout.js';

/**
 * Arranges the own list: order, facts, kind of Wiedervorlage. Its reverse is itself, with what was before. It leaves no row in
 * the Protokoll: that proves what happened to records, and must not tell how somebody works (§ 80 Abs. 1 Nr. 21 BPersVG).
 */
export const arrangeAufgaben = act('aufgabe.arrangeAufgaben', layoutSchema, async (tx, layout) => {
  const before = await loadLayout(tx);
  await saveLayout(tx, { ...layout, facts: [...new Set(layout.facts)] });
  return { before };
});
