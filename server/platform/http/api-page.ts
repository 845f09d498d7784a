import { ACTS, type ActDescription, type ActName } from '../../contract/acts.js';
import { REJECTIONS, type RejectionText } from '../../contract/rejections.js';
import { methodOf, type ApiParts } from './openapi.js';

/** The API to read: acts, addresses and refusals, on one page without a script, in both languages. */
export function apiPage({ acts, routes }: ApiParts): string {
  const actRows = acts.map(({ act }) => {
    const name = act as ActName;
    const { label, permission }: ActDescription = ACTS[name];
    return row(`POST /api/acts/${name}`, [`${label.de} / ${label.en}`, permission ?? '']);
  });
  const routeRows = [...routes]
    .sort((one, other) => one.path.localeCompare(other.path))
    .map((route) => row(`${methodOf(route)} ${route.path}`, [route.kind, route.permission]));
  const refusals = Object.entries(REJECTIONS as Readonly<Record<string, RejectionText>>)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([code, { status, message, remedy }]) =>
      row(code, [String(status), `${message.de} ${remedy.de}`, `${message.en} ${remedy.en}`], code),
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Laufmappe API</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Laufmappe API</h1>
<p><a href="/api/openapi.json">OpenAPI 3.1</a>. A system sends <code>Authorization: Bearer …</code> with the token that
the administration made for it; every act needs an <code>Idempotency-Key</code>.</p>
<h2>Acts</h2>
${table(['Request', 'What', 'Permission'], actRows)}
<h2>Addresses</h2>
${table(['Request', 'Kind', 'Permission'], routeRows)}
<h2>Refusals</h2>
${table(['Code', 'Status', 'Deutsch', 'English'], refusals)}
</main>
</body>
</html>
`;
}

const STYLE = `body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid #d0d0d0; text-align: left; vertical-align: top; }
tbody th { font: 0.8125rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
tr:target { background: #fff3c4; }`;

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function row(name: string, cells: readonly string[], id?: string): string {
  const anchor = id === undefined ? '' : ` id="${escaped(id)}"`;
  const rest = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
  return `<tr${anchor}><th scope="row">${escaped(name)}</th>${rest}</tr>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
