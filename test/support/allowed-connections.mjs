import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Loaded before a program (`--import`): it and every Node process that it starts may connect to the addresses in
 * ALLOWED_CONNECTIONS (`host:port`, comma between them) and to nothing else. Whatever else is tried fails, and stands as a
 * line in the file CONNECTIONS_TRIED, where a test finds it; so does what was allowed.
 */
const allowed = new Set((process.env['ALLOWED_CONNECTIONS'] ?? '').split(',').filter(Boolean));
const file = process.env['CONNECTIONS_TRIED'] ?? '';

/** @param {string} kind @param {string} target */
function note(kind, target) {
  if (file) appendFileSync(file, `${kind} ${target}\n`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: args[1] };
  const target = options.path ?? `${options.host ?? 'localhost'}:${options.port}`;
  if (allowed.has(target)) {
    note('allowed', target);
    return connect.apply(this, args);
  }
  note('refused', target);
  process.nextTick(() => this.destroy(new Error(`a connection to ${target} is not allowed here`)));
  return this;
};

dgram.createSocket = () => {
  note('refused', 'a datagram');
  throw new Error('datagrams are not allowed here');
};

for (const name of ['resolve', 'resolve4', 'resolve6', 'resolveMx', 'resolveTxt', 'resolveSrv']) {
  dns[name] = dns.promises[name] = (host) => {
    note('refused', `${name} ${host}`);
    throw new Error('questions to a name server are not allowed here');
  };
}
