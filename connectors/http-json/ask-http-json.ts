import type { QuestionAnswer, QuestionTarget } from '../api/question-port.js';

/**
 * Asks a system over HTTP: the question as JSON by POST, the answer as JSON. A redirect is not followed: the list of an
 * administrator says where data may go, not the other side. `Idempotency-Key` is the same for every try, so that the other
 * side can tell a repetition from a second question.
 */
export async function askHttpJson(target: QuestionTarget, question: unknown, onceId: string): Promise<QuestionAnswer> {
  const { url, secret, timeoutMilliseconds, largestAnswer } = target;
  // One limit for all of it: a server that sends a byte a second must not hold the line.
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'idempotency-key': onceId,
        ...(secret ? { [secret.header]: secret.value } : {}),
      },
      body: JSON.stringify(question),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return verdictOn(response.status);
    }
    const bytes = await readAtMost(response, largestAnswer);
    if (bytes === null) return refused(response.status, `answers with more than ${largestAnswer} bytes`);
    return readJson(response.status, bytes);
  } catch (error) {
    return { kind: 'later', reason: signal.aborted ? `no answer within ${timeoutMilliseconds} ms` : causeOf(error) };
  }
}

/** RFC 9110, section 15: which answers may become another one by themselves. */
function verdictOn(status: number): QuestionAnswer {
  const passing = status >= 500 || status === 408 || status === 425 || status === 429;
  if (passing && status !== 501) return { kind: 'later', reason: `HTTP ${status}` };
  return refused(
    status,
    status >= 300 && status < 400 ? `HTTP ${status}: redirects are not followed` : `HTTP ${status}`,
  );
}

function refused(status: number, reason: string): QuestionAnswer {
  return { kind: 'refused', status, reason };
}

function readJson(status: number, bytes: Uint8Array): QuestionAnswer {
  try {
    return { kind: 'answer', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return refused(status, 'answers with what is no JSON in UTF-8');
  }
}

async function readAtMost({ body }: Response, most: number): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The reason of a failed connection, e.g. „ECONNREFUSED“. Headers, and so the secret, are in no error of fetch. */
function causeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return (cause?.code ?? cause?.message ?? 'the connection broke').replace(/\p{C}+/gu, ' ').slice(0, 200);
}
