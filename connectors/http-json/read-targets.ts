import { z } from 'zod';
import type { QuestionTarget } from '../api/question-port.js';

const target = z.strictObject({
  url: z.url(),
  timeoutSeconds: z.number().min(0.1).max(60).default(10),
  largestAnswerKilobytes: z.number().int().min(1).max(1_000).default(256),
  secret: z
    .strictObject({
      header: z.string().regex(/^[A-Za-z0-9-]{1,60}$/),
      /** Name of the environment variable that holds the value. */
      environment: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    })
    .optional(),
});
const file = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), target);

/** Headers that the request itself decides on. */
const OWN_HEADERS = /^(host|content-.*|transfer-encoding|connection|idempotency-key|accept)$/i;

/** What is wrong with the list of targets; names the target and never a secret. */
export class TargetProblem extends Error {}

/**
 * Reads the list of systems that processes may ask.
 *
 * @param text of the administrator's file: JSON, an entry for each name
 * @throws TargetProblem for everything that an administrator has to correct
 */
export function readTargets(text: string, environment: Readonly<Record<string, string | undefined>>): QuestionTarget[] {
  const parsed = file.safeParse(jsonOf(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TargetProblem(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  return Object.entries(parsed.data).map(([name, entry]) => {
    const url = new URL(entry.url);
    if (!isAllowed(url))
      throw new TargetProblem(`${name}: https is needed, or http on 127.0.0.1, without user and password`);
    return {
      name,
      url: url.href,
      secret: entry.secret ? secretOf(name, entry.secret, environment) : null,
      timeoutMilliseconds: Math.round(entry.timeoutSeconds * 1_000),
      largestAnswer: entry.largestAnswerKilobytes * 1_000,
    };
  });
}

function secretOf(
  name: string,
  { header, environment: variable }: { header: string; environment: string },
  environment: Readonly<Record<string, string | undefined>>,
): { header: string; value: string } {
  const value = environment[variable]?.trim();
  if (!value) throw new TargetProblem(`${name}: the environment variable ${variable} is not set`);
  if (OWN_HEADERS.test(header)) throw new TargetProblem(`${name}: the header ${header} is not free`);
  if (!/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(value)) {
    throw new TargetProblem(`${name}: the value of ${variable} cannot stand in a header`);
  }
  return { header, value };
}

function isAllowed(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TargetProblem('the file is no JSON');
  }
}
