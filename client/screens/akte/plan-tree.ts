import type { AktenplanNode } from '../../../server/contract/views.js';
import type { TreeNode } from '../../ui/tree/flatten.js';

/** Aktenplan → Akte → Vorgang as one tree. The plan comes flat, in tree order. */
export function planTree(einheiten: readonly AktenplanNode[]): TreeNode[] {
  const childrenOf = new Map<string | null, AktenplanNode[]>();
  for (const einheit of einheiten) {
    childrenOf.set(einheit.parentId, [...(childrenOf.get(einheit.parentId) ?? []), einheit]);
  }
  const build = (parentId: string | null): TreeNode[] =>
    (childrenOf.get(parentId) ?? []).map((einheit) => ({
      id: einheit.id,
      prefix: einheit.kennzeichen,
      label: einheit.titel,
      children: [...build(einheit.id), ...einheit.akten.map(akteNode)],
    }));
  return build(null);
}

/** The plan with open Vorgaenge only: nothing can be filed into a closed one. */
export function openVorgaenge(einheiten: readonly AktenplanNode[]): AktenplanNode[] {
  return einheiten.map((einheit) => ({
    ...einheit,
    akten: einheit.akten.map((akte) => ({
      ...akte,
      vorgaenge: akte.vorgaenge.filter(({ state }) => state === 'offen'),
    })),
  }));
}

/** The branches that contain all words, unfolded down to the hits. */
export function filterPlan(nodes: readonly TreeNode[], typed: string): { nodes: TreeNode[]; expanded: Set<string> } {
  const words = typed.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
  const expanded = new Set<string>();
  if (words.length === 0) return { nodes: [...nodes], expanded };
  const fits = (node: TreeNode) => {
    const text = `${node.prefix ?? ''} ${node.label}`.toLocaleLowerCase('de');
    return words.every((word) => text.includes(word));
  };
  const keep = (node: TreeNode): TreeNode[] => {
    const children = node.children.flatMap(keep);
    if (children.length > 0) expanded.add(node.id);
    return children.length > 0 || fits(node) ? [{ ...node, children }] : [];
  };
  return { nodes: nodes.flatMap(keep), expanded };
}

function akteNode(akte: AktenplanNode['akten'][number]): TreeNode {
  return {
    id: akte.id,
    prefix: akte.aktenzeichen,
    label: akte.betreff,
    children: akte.vorgaenge.map((vorgang) => ({
      id: vorgang.id,
      // The Aktenzeichen of the Akte stands one row above: only what the Vorgang adds to it is new.
      prefix: vorgang.aktenzeichen.startsWith(akte.aktenzeichen)
        ? vorgang.aktenzeichen.slice(akte.aktenzeichen.length)
        : vorgang.aktenzeichen,
      label: vorgang.betreff,
      count: vorgang.dokumente,
      children: [],
    })),
  };
}
