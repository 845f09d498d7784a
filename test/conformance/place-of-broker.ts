import type { BrokerPlace } from './run/broker.js';

/** Where the environment says that a broker of ours runs. Throws where it does not say so. */
export function placeOfBroker(): BrokerPlace {
  const {
    CONFORMANCE_ZEEBE: gateway,
    CONFORMANCE_ZEEBE_HTTP: management,
    CONFORMANCE_ZEEBE_RECORDS: records,
  } = process.env;
  if (gateway !== undefined && management !== undefined && records !== undefined)
    return { gateway, management, records };
  throw new Error(
    'A broker with a controlled clock is needed: CONFORMANCE_ZEEBE (host:port), CONFORMANCE_ZEEBE_HTTP (URL of its management port), CONFORMANCE_ZEEBE_RECORDS (file of its exporter)',
  );
}
