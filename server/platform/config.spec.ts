import { describeStartupProblem } from './startup-problem.js';
import { readConfiguration } from './config.js';

const URLS = {
  DATABASE_URL: 'postgres://app:a@db:5432/laufmappe',
  DATABASE_OWNER_URL: 'postgres://owner:o@db:5432/laufmappe',
  DATABASE_SESSION_URL: 'postgres://session:s@db:5432/laufmappe',
};

describe('readConfiguration', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', '40OO'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['LAUFMAPPE_URL', 'akte.musterkreis.example'],
    ['LAUFMAPPE_URL', 'https://akte.musterkreis.example/akte'],
    ['LAUFMAPPE_MODE', 'test'],
    ['LAUFMAPPE_MAX_FILE_MB', '0'],
    ['ZEEBE_ADDRESS', 'zeebe'],
    ['ZEEBE_ADDRESS', 'zeebe:99999'],
    ['ZEEBE_ADDRESS', 'http://zeebe:26500/x'],
    ['DATABASE_URL', 'mysql://app:a@db/laufmappe'],
    ['DATABASE_OWNER_URL', 'postgres://owner:o@db'],
    ['DATABASE_SESSION_URL', 'db.musterkreis.example'],
  ])('refuses %s=%s in one line that names both, with a remedy', (variable, value) => {
    const lines = linesOf({ ...URLS, [variable]: value });
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain(`${variable} hat den Wert „${value.replace(/:[ao]@/, ':…@')}“`);
    expect(lines[1]).toMatch(/^Abhilfe: /);
    expect(lines[3]).toMatch(/^Remedy: /);
  });

  it.each([
    ['127.0.0.1:26500', { address: '127.0.0.1:26500', transport: 'plain', newInstances: 'zeebe' }],
    [
      'https://zeebe.musterkreis.example:443',
      { address: 'zeebe.musterkreis.example:443', transport: 'tls', newInstances: 'zeebe' },
    ],
  ])('reads the address of a Zeebe from %s', (text, zeebe) => {
    expect(readConfiguration({ ZEEBE_ADDRESS: text }).zeebe).toEqual(zeebe);
  });

  it('leaves a Zeebe where it is told that new processes start here, and refuses any other word for it', () => {
    const address = { ZEEBE_ADDRESS: '127.0.0.1:26500' };
    const left = readConfiguration({ ...address, ZEEBE_NEW_PROCESSES: 'here' }).zeebe;
    expect(left?.newInstances).toBe('embedded');
    expect(linesOf({ ...URLS, ...address, ZEEBE_NEW_PROCESSES: 'nowhere' })[0]).toContain('ZEEBE_NEW_PROCESSES');
  });

  it('never prints a password', () => {
    const lines = linesOf({ ...URLS, DATABASE_URL: 'postgres://app:topsecret@db' });
    expect(lines.join('\n')).not.toContain('topsecret');
  });

  it('refuses one or two of the three database addresses', () => {
    const lines = linesOf({ DATABASE_URL: URLS.DATABASE_URL, DATABASE_SESSION_URL: URLS.DATABASE_SESSION_URL });
    expect(lines[0]).toBe('DATABASE_URL ist gesetzt, aber DATABASE_OWNER_URL fehlt.');
  });

  it('refuses to open the demo to the network unless somebody says so', () => {
    expect(linesOf({ HOST: '0.0.0.0' })[0]).toContain('HOST=0.0.0.0 öffnet die Vorführdaten');
    expect(readConfiguration({ HOST: '0.0.0.0', LAUFMAPPE_MODE: 'demo' }).mode).toBe('demo');
    expect(readConfiguration({ HOST: '0.0.0.0', LAUFMAPPE_MODE: 'production' }).mode).toBe('production');
  });

  it('refuses an S3 address without its keys, without a bucket or with a key in it, and never prints a key', () => {
    const url = 'https://s3.kreis.example:9000/laufmappe';
    const keys = { LAUFMAPPE_S3_ACCESS_KEY: 'akte', LAUFMAPPE_S3_SECRET_KEY: 'topsecret' };
    expect(linesOf({ LAUFMAPPE_S3_URL: url, LAUFMAPPE_S3_ACCESS_KEY: 'akte' })[0]).toBe(
      'LAUFMAPPE_S3_URL ist gesetzt, aber LAUFMAPPE_S3_SECRET_KEY fehlt.',
    );
    const wrong = [
      'https://s3.kreis.example',
      'ftp://s3.kreis.example/laufmappe',
      'https://akte:topsecret@s3.example/l',
    ];
    for (const address of wrong) {
      const text = linesOf({ ...keys, LAUFMAPPE_S3_URL: address }).join('\n');
      expect(text).toContain('LAUFMAPPE_S3_URL hat den Wert');
      expect(text).not.toContain('topsecret');
    }
    expect(readConfiguration({ ...keys, LAUFMAPPE_S3_URL: url }).s3).toEqual({
      endpoint: 'https://s3.kreis.example:9000',
      bucket: 'laufmappe',
      accessKey: 'akte',
      secretKey: 'topsecret',
      region: 'us-east-1',
    });
  });

  it('refuses files larger than one PUT carries when the objects lie on S3', () => {
    const keys = {
      LAUFMAPPE_S3_URL: 'http://s3/laufmappe',
      LAUFMAPPE_S3_ACCESS_KEY: 'a',
      LAUFMAPPE_S3_SECRET_KEY: 'b',
    };
    expect(linesOf({ ...keys, LAUFMAPPE_MAX_FILE_MB: '5001' })[0]).toContain('von 1 bis 5000');
  });

  it('is a demo on loopback with everything in ./data when nothing is set', () => {
    expect(readConfiguration({ PORT: '' }, '/srv/laufmappe')).toEqual({
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'http://localhost:4000',
      dataFolder: '/srv/laufmappe/data',
      objectsFolder: '/srv/laufmappe/data/objects',
      s3: null,
      signIn: null,
      eingangFolder: '/srv/laufmappe/data/eingang',
      database: { kind: 'embedded' },
      mode: 'demo',
      xdomeaSchemas: null,
      zeebe: null,
      postausgang: { smtp: null, from: 'poststelle@laufmappe.example' },
      editor: null,
      fachverfahren: null,
      checkpointCopies: null,
      requestsPerMinute: 600,
      maximumFileSize: 250_000_000,
    });
  });

  it('takes database addresses as they are, and is no demo then', () => {
    const configuration = readConfiguration({ ...URLS, LAUFMAPPE_URL: 'https://akte.musterkreis.example' });
    expect(configuration.database).toEqual({
      kind: 'external',
      applicationUrl: URLS.DATABASE_URL,
      ownerUrl: URLS.DATABASE_OWNER_URL,
      sessionUrl: URLS.DATABASE_SESSION_URL,
    });
    expect([configuration.mode, configuration.publicUrl]).toEqual(['production', 'https://akte.musterkreis.example']);
  });
});

function linesOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfiguration(environment, '/srv/laufmappe');
  } catch (error) {
    return describeStartupProblem(error).split('\n');
  }
  throw new Error('the configuration was accepted');
}
