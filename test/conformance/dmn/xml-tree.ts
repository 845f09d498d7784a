import { SaxesParser } from 'saxes';

/** An element of a test file: only what its format uses. */
export interface XmlNode {
  /** Name without prefix. */
  readonly name: string;
  /** Attributes by name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** Reads XML into a tree. Throws where it is not well-formed: the files are given. */
export function xmlTree(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const entries = Object.entries(attributes).map(([key, value]) => [local(key), value] as const);
    const node: XmlNode = { name: local(name), attributes: Object.fromEntries(entries), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const onText = (part: string) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += part;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  const [only] = root.children;
  if (only === undefined) throw new Error('The file has no element');
  return only;
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
