/**
 * A describe block that needs a real Zeebe broker, whose gateway LAUFMAPPE_TEST_ZEEBE names as `host:port`. Where there
 * is none the block is reported as skipped, by name.
 */
export function describeWithZeebe(name: string, tests: (address: string) => void): void {
  const address = process.env['LAUFMAPPE_TEST_ZEEBE']?.trim();
  if (address) describe(name, () => tests(address));
  else describe.skip(`${name} (LAUFMAPPE_TEST_ZEEBE names no broker)`, () => tests(''));
}

/** A describe block whose broker it starts itself, because it kills or wipes it; where there are brokers at all. */
export function describeWithOwnBroker(name: string, tests: () => void): void {
  describeWithZeebe(name, tests);
}
