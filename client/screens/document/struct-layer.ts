/** A node of `page.getStructTree()`, as far as it is read here. */
export interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructNode[];
  readonly type?: string;
  readonly id?: string;
}

interface AriaRole {
  readonly role: string;
  readonly level?: string;
}

/**
 * Roles of PDF tags. The library's own layer gives P, Em and Strong none, so that a screen reader cannot move by
 * paragraph (mozilla/pdf.js issue 21732); hence this layer of our own.
 */
const ROLES: Readonly<Record<string, AriaRole>> = {
  Document: { role: 'document' },
  Part: { role: 'group' },
  Sect: { role: 'group' },
  Div: { role: 'group' },
  BlockQuote: { role: 'blockquote' },
  H: { role: 'heading', level: '1' },
  P: { role: 'paragraph' },
  Em: { role: 'emphasis' },
  Strong: { role: 'strong' },
  L: { role: 'list' },
  LI: { role: 'listitem' },
  Link: { role: 'link' },
  Note: { role: 'note' },
  Figure: { role: 'img' },
  Formula: { role: 'math' },
  Table: { role: 'table' },
  TR: { role: 'row' },
  TH: { role: 'columnheader' },
  TD: { role: 'cell' },
};

/**
 * Builds the invisible element that gives the text layer its structure: it owns the spans of the text layer by
 * `aria-owns`, because their place in the page is fixed by their position on paper.
 */
export function structLayer(root: StructNode): HTMLElement {
  const layer = document.createElement('span');
  layer.className = 'struct-layer';
  layer.append(elementOf(root));
  return layer;
}

function elementOf(node: StructNode): HTMLElement {
  const element = document.createElement('span');
  if (node.id) element.setAttribute('aria-owns', node.id);
  const role = ariaRole(node.role);
  // A picture without words would be announced as an empty graphic.
  if (role && (role.role !== 'img' || node.alt)) {
    element.setAttribute('role', role.role);
    if (role.level) element.setAttribute('aria-level', role.level);
  }
  if (node.alt) element.setAttribute('aria-label', node.alt);
  if (node.lang) element.lang = node.lang;
  for (const child of node.children ?? []) element.append(elementOf(child));
  return element;
}

function ariaRole(tag: string | undefined): AriaRole | undefined {
  const level = /^H([1-6])$/.exec(tag ?? '')?.[1];
  return level ? { role: 'heading', level } : ROLES[tag ?? ''];
}
