/** Whether a text can name one request, so that its repetition is recognised: a UUID, or anything of that kind. */
export function isIdempotencyKey(text: string): boolean {
  return /^[\w-]{8,100}$/.test(text);
}
