import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeelValue } from '../../../server/workflow/embedded/feel/values.js';
import { valueIn } from './tck-values.js';
import { childrenOf, xmlTree, type XmlNode } from './xml-tree.js';

/** One test case of the TCK. */
export interface TckCase {
  /** `folder/file number/case id`: unique in its level. */
  readonly id: string;
  readonly folder: string;
  readonly modelFile: string;
  /** Name of the decision service to call; null for decisions. */
  readonly service: string | null;
  readonly inputs: ReadonlyMap<string, FeelValue>;
  readonly results: readonly { readonly name: string; readonly expected: FeelValue }[];
}

/** All cases of a level, e.g. `compliance-level-2`. */
export function tckCases(root: string, level: string): readonly TckCase[] {
  const folders = readdirSync(join(root, level)).sort();
  return folders.flatMap((folder) => {
    const files = readdirSync(join(root, level, folder)).sort();
    return files.filter((name) => name.endsWith('.xml')).flatMap((name) => casesOf(join(root, level), folder, name));
  });
}

/** Contents of the DMN files of a folder, the named one first: whatever it imports is among the others. */
export function tckModels(root: string, level: string, { folder, modelFile }: TckCase): readonly string[] {
  const path = join(root, level, folder);
  const names = readdirSync(path).filter((name) => name.endsWith('.dmn') && name !== modelFile);
  return [modelFile, ...names.sort()].map((name) => readFileSync(join(path, name), 'utf8'));
}

function casesOf(path: string, folder: string, name: string): readonly TckCase[] {
  const tests = xmlTree(readFileSync(join(path, folder, name), 'utf8'));
  const modelFile = (childrenOf(tests, 'modelName')[0]?.text ?? '').trim();
  const file = /-(\d+\w*)\.xml$/.exec(name)?.[1] ?? name;
  const seen = new Map<string, number>();
  return childrenOf(tests, 'testCase').map((node) => {
    const given = node.attributes['id'] ?? '';
    const times = (seen.get(given) ?? 0) + 1;
    seen.set(given, times);
    return {
      id: `${folder}/${file}/${given}${times > 1 ? `#${times}` : ''}`,
      folder,
      modelFile,
      service: node.attributes['type'] === 'decisionService' ? (node.attributes['invocableName'] ?? null) : null,
      inputs: new Map(childrenOf(node, 'inputNode').map((input) => [inputName(input), valueIn(input)] as const)),
      results: childrenOf(node, 'resultNode').map((result) => ({
        name: result.attributes['name'] ?? '',
        expected: expectedIn(result),
      })),
    };
  });
}

function inputName({ attributes }: XmlNode): string {
  const name = attributes['name'] ?? '';
  return attributes['namespace'] === undefined ? name : `${attributes['namespace']}#${name}`;
}

function expectedIn(result: XmlNode): FeelValue {
  const [expected] = childrenOf(result, 'expected');
  return expected === undefined ? null : valueIn(expected);
}
