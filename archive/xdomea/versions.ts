/**
 * The versions that we speak. 3.0.0 is prescribed by the IT-Planungsrat; 3.1.0 repairs 0511 and leaves 0503 as it was
 * (compared type by type), so that both share one structure. A version with another structure brings its own file.
 */
export const VERSIONS = {
  '3.0.0': { namespace: 'urn:xoev-de:xdomea:schema:3.0.0' },
  '3.1.0': { namespace: 'urn:xoev-de:xdomea:schema:3.1.0' },
} as const;

export type XdomeaVersion = keyof typeof VERSIONS;

/** The version that we write unless the partner asks for another. */
export const DEFAULT_VERSION: XdomeaVersion = '3.1.0';

/** The version to a namespace, or undefined for one that we do not speak. */
export function versionOf(namespace: string): XdomeaVersion | undefined {
  return versions().find((version) => VERSIONS[version].namespace === namespace);
}

export function versions(): XdomeaVersion[] {
  return Object.keys(VERSIONS) as XdomeaVersion[];
}
