import type { Family } from '../../../server/workflow/embedded/family.testing.js';
import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import type { Command } from '../../../server/workflow/embedded/state.js';
import type { World } from '../../../server/workflow/embedded/world.testing.js';
import type { Published } from '../format/case.js';
import type { Answer } from './engine.js';

/** Hands messages to instances, as the store of the embedded engine does it in its tables. */
export interface Post {
  publish(message: Published): Answer;
  /** What lies in the buffer for those who have begun to wait. */
  handOut(): void;
}

interface Buffered extends Published {
  readonly until: number;
  readonly reached: Set<string>;
}

type Send = (world: World, command: Command) => Answer;
type Begin = (processId: string, startId: string, variables: JsonObject) => World | null;

export function createPost(family: Family, send: Send, begin: Begin, now: () => Date): Post {
  const buffer: Buffered[] = [];
  const keys = new Map<World, string>();

  function correlate(message: Buffered): boolean {
    for (const world of family.members.values()) {
      const { processId } = world.model;
      const open = world.subscriptions.find(
        ({ messageName, correlationKey }) => messageName === message.name && correlationKey === message.key,
      );
      if (open === undefined || message.reached.has(processId)) continue;
      message.reached.add(processId);
      const { elementKey, targetId } = open;
      world.subscriptions = world.subscriptions.filter(
        ({ key }) => key !== open.key || targetId !== elementOf(world, elementKey),
      );
      send(world, { kind: 'correlate', elementKey, targetId, variables: message.variables });
      return true;
    }
    return startBy(message);
  }

  function startBy(message: Buffered): boolean {
    for (const { processId, messageStarts } of family.models.values()) {
      const start = messageStarts.find(({ messageName }) => messageName === message.name);
      if (start === undefined || message.reached.has(processId)) continue;
      if (message.key !== '' && isRunning(processId, message.key)) continue;
      message.reached.add(processId);
      const world = begin(processId, start.elementId, message.variables);
      if (world !== null) keys.set(world, message.key);
      return true;
    }
    return false;
  }

  function isRunning(processId: string, key: string): boolean {
    return [...keys].some(
      ([world, used]) => used === key && world.model.processId === processId && world.ended === null,
    );
  }

  return {
    publish: (published) => {
      const living = (one: Buffered) => one.until > now().getTime();
      const same = (one: Buffered) =>
        one.name === published.name && one.key === published.key && one.id === published.id && one.id !== '';
      if (buffer.some((one) => living(one) && same(one))) return 'duplicate';
      const message = { ...published, until: now().getTime() + published.seconds * 1000, reached: new Set<string>() };
      if (published.seconds > 0) buffer.push(message);
      while (correlate(message));
      return 'done';
    },
    handOut: () => void buffer.some((one) => one.until > now().getTime() && correlate(one)),
  };
}

function elementOf(world: World, elementKey: string): string {
  return world.state?.instances[elementKey]?.elementId ?? '';
}
