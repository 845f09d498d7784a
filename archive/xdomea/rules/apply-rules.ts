import type { MessageVisitor } from '../read/elements.js';
import type { XmlNode } from '../read/xml-node.js';
import { enterRecord, isRecord, leaveRecord, noteElement, type RecordScope } from './record-scope.js';
import type { Rule, RuleContext, RuleFactory } from './rule.js';

type ElementHandler = (node: XmlNode, record: RecordScope | undefined) => void;

/**
 * Turns rules into a visitor of the message. Records are forgotten as soon as they are judged: a message of 100,000
 * Dokumente is validated with the memory of one path through it.
 */
export function applyRules(
  factories: readonly RuleFactory[],
  context: RuleContext,
): MessageVisitor & { finish: () => void } {
  const rules = factories.map((factory) => factory(context));
  const handlers = byType(rules);
  let record: RecordScope | undefined;
  return {
    begin: (node) => {
      if (isRecord(node)) record = enterRecord(node, record);
    },
    end: (node) => {
      for (const handle of handlers.get(node.type) ?? []) handle(node, record);
      if (record === undefined) return 'keep';
      noteElement(node, record);
      if (record.node !== node) return 'keep';
      const complete = record;
      leaveRecord(complete);
      rules.forEach((rule) => rule.record?.(complete));
      record = complete.parent;
      return 'forget';
    },
    finish: () => rules.forEach((rule) => rule.end?.()),
  };
}

function byType(rules: readonly Rule[]): ReadonlyMap<string, readonly ElementHandler[]> {
  const handlers = new Map<string, ElementHandler[]>();
  for (const rule of rules) {
    for (const [type, handler] of Object.entries(rule.on ?? {})) {
      handlers.set(type, [...(handlers.get(type) ?? []), handler]);
    }
  }
  return handlers;
}
