import type { Report } from '../../findings/report.js';
import { checkAttributes, checkContent, type ContentCheck } from '../structure/check-structure.js';
import { isRepeatable, type Grammar, type Particle } from '../structure/grammar.js';
import type { XmlTag } from './read-xml.js';
import { pathOf, placeOf, type XmlNode } from './xml-node.js';

/** Receives the elements of a message. */
export interface MessageVisitor {
  /** An element begins: name, type, parent and position are known, its content is not. */
  readonly begin: (node: XmlNode) => void;
  /** An element is complete with text and children. `forget` releases it from its parent, to keep memory flat. */
  readonly end: (node: XmlNode) => 'keep' | 'forget';
}

/** The open elements of a message. Unknown elements are reported once and skipped with all they contain. */
export interface Elements {
  readonly open: (tag: XmlTag) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
}

/** What the caller knows of the message from its root element. */
export interface MessageForm {
  readonly grammar: Grammar;
  readonly namespace: string;
  readonly root: string;
}

interface Frame {
  readonly node: XmlNode;
  readonly content: ContentCheck;
  readonly positions: Map<string, number>;
}

/** Starts with the root element, which the caller has judged, and turns tags into typed, positioned elements. */
export function createElements(
  { grammar, namespace, root }: MessageForm,
  report: Report,
  visitor: MessageVisitor,
): Elements {
  const frames: Frame[] = [];
  const prefix = createPrefixCheck(namespace, report);
  let skipped = 0;

  // The name comes from the grammar, not from the tag: see `owned` for what a kept piece of the source costs.
  const enter = (tag: XmlTag, name: string, type: string, parent?: XmlNode, position?: number) => {
    const node: XmlNode = { name, type, line: tag.line, parent, position, children: [], text: '' };
    const rule = grammar.type(type);
    parent?.children.push(node);
    checkAttributes(rule, tag.attributes, () => placeOf(node), report);
    frames.push({ node, content: checkContent(rule, () => placeOf(node), report), positions: new Map() });
    visitor.begin(node);
  };

  return {
    open: (tag) => {
      prefix(tag);
      const frame = frames.at(-1);
      if (frame === undefined) return enter(tag, root, grammar.roots[root] ?? '');
      if (skipped > 0) return void (skipped += 1);
      const place = () => ({ path: `${pathOf(frame.node)}/${tag.local}`, line: tag.line });
      const particle = frame.content.child(tag.local, formOf(tag, namespace), place);
      if (particle === undefined) return void (skipped += 1);
      enter(tag, particle.name, particle.type, frame.node, nextPosition(frame, particle));
    },
    text: (text) => {
      const frame = frames.at(-1);
      if (skipped === 0 && frame !== undefined) frame.node.text += text;
    },
    close: () => {
      if (skipped > 0) return void (skipped -= 1);
      const frame = frames.pop();
      if (frame === undefined) return;
      frame.content.close(frame.node.text);
      // Children are pushed in order, so the element that closes is the last of its parent.
      if (visitor.end(frame.node) === 'forget') frame.node.parent?.children.pop();
    },
  };
}

function formOf(tag: XmlTag, namespace: string): Particle['form'] | 'foreign' {
  if (tag.uri === namespace) return 'qualified';
  return tag.uri === '' ? 'unqualified' : 'foreign';
}

function nextPosition(frame: Frame, particle: Particle): number | undefined {
  if (!isRepeatable(particle)) return undefined;
  const position = (frame.positions.get(particle.name) ?? 0) + 1;
  frame.positions.set(particle.name, position);
  return position;
}

/** xdomea prescribes the prefix (specification, section 4.2), which no schema can check. Said once, not per element. */
function createPrefixCheck(namespace: string, report: Report): (tag: XmlTag) => void {
  let isReported = false;
  return (tag) => {
    if (isReported || tag.uri !== namespace || tag.prefix === 'xdomea') return;
    isReported = true;
    report.add('message.prefix', { path: `/${tag.local}`, line: tag.line }, { found: tag.prefix });
  };
}
