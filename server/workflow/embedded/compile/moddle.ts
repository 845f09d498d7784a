import type { ModdleElement } from 'bpmn-moddle';

export type { ModdleElement } from 'bpmn-moddle';

/** A text attribute or body; undefined where it is absent or empty. */
export function textOf(node: ModdleElement | undefined, property: string): string | undefined {
  const value = node?.get(property);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** An element that another one contains or refers to; undefined where the reference leads nowhere. */
export function nodeOf(node: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = node?.get(property);
  return isModdle(value) ? value : undefined;
}

export function nodesOf(node: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  const value = node?.get(property);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

export function idOf(node: ModdleElement | undefined): string {
  return textOf(node, 'id') ?? '';
}

/** The Zeebe extension of a type, e.g. `zeebe:TaskDefinition`. */
export function extensionOf(node: ModdleElement, type: string): ModdleElement | undefined {
  return extensionsOf(node).find((extension) => extension.$type === type);
}

export function extensionsOf(node: ModdleElement): readonly ModdleElement[] {
  return nodesOf(nodeOf(node, 'extensionElements'), 'values');
}

function isModdle(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
