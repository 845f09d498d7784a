import type { Case } from '../format/case.js';
import type { InstanceTrace, Trace } from '../format/trace.js';
import { sha256Of, type Golden } from './golden.js';

/** Everything in which an engine does something else than the recording, in words. Empty: it does the same. */
export function differences(testCase: Case, trace: Trace, golden: Golden | undefined): string[] {
  if (golden === undefined) return ['no recording of a real Zeebe; record it with --record'];
  const stale = golden.sha256 === sha256Of(testCase) ? [] : ['the model has changed since it was recorded'];
  const wanted = golden.trace;
  if (wanted.refused !== undefined || trace.refused !== undefined) {
    return [...stale, ...refusals(trace.refused, wanted.refused)];
  }
  const unmet = trace.unmet.map((one) => `expectation: ${one}`);
  return [...stale, ...unmet, ...differing('answers', trace.answers, wanted.answers), ...instances(trace, wanted)];
}

// The order and the place of findings vary (the event or its message); a place must be named where the broker names one.
function refusals(found: readonly string[] | undefined, wanted: readonly string[] | undefined): string[] {
  if (found === undefined) return [`accepted, but Zeebe refuses it because of ${wanted?.join(', ') || 'the file'}`];
  if (wanted === undefined) return [`refused because of ${found.join(', ') || 'the file'}, but Zeebe accepts it`];
  const places = wanted.filter((id) => id !== 'definitions');
  const named = found.some((id) => id !== '');
  return places.length > 0 && !named ? [`the refusal names no element, but Zeebe ${places.join(', ')}`] : [];
}

function instances(trace: Trace, wanted: Trace): string[] {
  if (trace.instances.length !== wanted.instances.length) {
    return differing(
      'instances',
      trace.instances.map(({ process }) => process),
      wanted.instances.map(({ process }) => process),
    );
  }
  const order = (one: Trace) =>
    [...one.instances].sort((a, b) => (a.process < b.process ? -1 : a.process > b.process ? 1 : 0));
  const right = order(wanted);
  return order(trace).flatMap((one, index) => {
    const other = right[index];
    return other === undefined ? [] : instance(one, other);
  });
}

function instance(found: InstanceTrace, wanted: InstanceTrace): string[] {
  return (['process', 'path', 'jobs', 'incidents', 'end', 'variables'] as const).flatMap((part) =>
    differing(`${wanted.process} ${part}`, found[part], wanted[part]),
  );
}

function differing(what: string, found: unknown, wanted: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  return one === other ? [] : [`${what}\n      found ${one}\n      Zeebe ${other}`];
}
