import type { EingangView } from '../../../server/contract/views.js';
import type { Paper } from '../document/paper.js';

/** The files of an item as papers: the original first, with what was found about its signatures. */
export function papersOf(eingang: EingangView | null): Paper[] {
  const report = eingang?.examination?.signatures;
  return (eingang?.files ?? []).map((file, index) => ({
    id: String(index),
    title: file.name,
    file,
    version: null,
    signatures: index === 0 ? (report?.signatures.map(({ sentence }) => sentence) ?? []) : [],
  }));
}
