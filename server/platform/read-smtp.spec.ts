import { readPostausgang } from './read-smtp.js';
import { describeStartupProblem } from './startup-problem.js';

const read = (url?: string, from?: string) =>
  readPostausgang((name) => ({ LAUFMAPPE_SMTP_URL: url, LAUFMAPPE_MAIL_FROM: from })[name]);
const FROM = 'poststelle@kreis.example';

function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return describeStartupProblem(error);
  }
  throw new Error('nothing was refused');
}

describe('readPostausgang', () => {
  it.each([
    'mail.kreis.example',
    'https://mail.kreis.example',
    'smtp://',
    'smtp://a.example/x',
    'smtp://a.example?x=1',
  ])('refuses the mail server %s', (url) => {
    expect(problemOf(() => read(url, FROM))).toContain('LAUFMAPPE_SMTP_URL');
  });

  it('refuses without ever printing the password', () => {
    const refused = ['smtp://u:geheim@a.example/x', 'smtp://u:ge%zzheim@a.example', 'xmtp://u:ge@heim@a.example'];
    for (const url of refused) expect(problemOf(() => read(url, FROM))).not.toMatch(/geheim|ge%zz|heim@/);
  });

  it('refuses a mail server without an address that mails come from, and a bad one', () => {
    expect(problemOf(() => read('smtp://a.example'))).toContain('LAUFMAPPE_MAIL_FROM');
    expect(problemOf(() => read(undefined, 'Poststelle <a@b.example>'))).toContain('LAUFMAPPE_MAIL_FROM');
  });

  it('asks for encryption of every server that is not this machine', () => {
    expect(read('smtp://mail.kreis.example', FROM).smtp).toMatchObject({
      port: 587,
      security: 'starttls',
      login: null,
    });
    expect(read('smtps://mail.kreis.example', FROM).smtp).toMatchObject({ port: 465, security: 'tls' });
    expect(read('smtp://[::1]:2525', FROM).smtp).toMatchObject({ host: '::1', port: 2525, security: 'plain' });
    expect(read('smtp://127.0.0.1.kreis.example', FROM).smtp).toMatchObject({ security: 'starttls' });
  });

  it('reads user and password with their special characters', () => {
    expect(read('smtp://po%40st:ge%3Aheim@a.example', FROM).smtp?.login).toEqual({
      user: 'po@st',
      password: 'ge:heim',
    });
  });

  it('lets mails stay in the house where nothing is said', () => {
    expect(read()).toEqual({ smtp: null, from: 'poststelle@laufmappe.example' });
  });
});
