import { idOf, nodeOf, nodesOf, textOf, type ModdleElement } from '../compile/moddle.js';

import type { Dialect } from '../feel/dialect.js';
import type { DecisionReport } from './finding-texts.js';
import { readTypes, type TypeTable } from './read-types.js';

/** One DMN file with its namespace, types and imports. */
export interface DmnFile {
  readonly definitions: ModdleElement;
  readonly namespace: string;
  readonly types: TypeTable;
  /** Names under which the elements of other files are seen, by their namespace; '' puts them among the own ones. */
  readonly importNames: ReadonlyMap<string, string>;
}

/** A decision, input, business knowledge model or decision service, with the file in which it stands. */
export interface DrgNode {
  readonly node: ModdleElement;
  readonly file: DmnFile;
}

export interface Files {
  /** Elements by their namespace, `#` and their key. */
  readonly nodes: ReadonlyMap<string, DrgNode>;
  readonly files: readonly DmnFile[];
}

/** Puts files together: imports by namespace, elements by their ids. */
export function readFiles(roots: readonly ModdleElement[], dialect: Dialect, report: DecisionReport): Files {
  const files = new Map<string, DmnFile>();
  for (const definitions of roots) {
    const namespace = textOf(definitions, 'namespace') ?? '';
    const imports = nodesOf(definitions, 'import').filter(isDmn);
    const importNames = new Map(imports.map((node) => [textOf(node, 'namespace') ?? '', textOf(node, 'name') ?? '']));
    const tables = [...importNames].map(([other, name]) => [name, () => files.get(other)?.types] as const);
    const types = readTypes(definitions, report, dialect, new Map(tables));
    files.set(namespace, { definitions, namespace, types, importNames });
  }
  const nodes = new Map<string, DrgNode>();
  for (const file of files.values()) {
    for (const missing of [...file.importNames.keys()].filter((namespace) => !files.has(namespace))) {
      report.add('dmn.import', idOf(file.definitions), { what: missing });
    }
    for (const node of nodesOf(file.definitions, 'drgElement')) {
      const key = `${file.namespace}#${keyOf(node)}`;
      // The standard allows it, but nobody could ask for such a decision.
      if (idOf(node) === '' && dialect === 'zeebe')
        report.add('dmn.noId', idOf(file.definitions), { what: node.$type });
      nodes.set(key, { node, file });
    }
  }
  return { nodes, files: [...files.values()] };
}

/** What an element is found by: its id or, where it has none, its name. */
export function keyOf(node: ModdleElement): string {
  return textOf(node, 'id') ?? textOf(node, 'name') ?? '';
}

/** The element that a reference (`#id` or `namespace#id`) means. */
export function referredTo(reference: ModdleElement | undefined, file: DmnFile): string {
  const href = textOf(reference, 'href') ?? '';
  return href.startsWith('#') ? file.namespace + href : href;
}

/** What a requirement of any kind refers to. */
export function requiredBy({ node, file }: DrgNode): readonly string[] {
  const of = (property: string, ...parts: readonly string[]) =>
    nodesOf(node, property).flatMap((requirement) => parts.map((part) => nodeOf(requirement, part)));
  const references = [
    ...of('informationRequirement', 'requiredDecision', 'requiredInput'),
    ...of('knowledgeRequirement', 'requiredKnowledge'),
  ];
  return references.flatMap((reference) => (reference === undefined ? [] : [referredTo(reference, file)]));
}

function isDmn(node: ModdleElement): boolean {
  return /\/spec\/DMN\//.test(textOf(node, 'importType') ?? '');
}
