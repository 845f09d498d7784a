import { readFileSync } from 'node:fs';
import { readText } from './model-text.js';

const xml = readFileSync('processes/rechnungsfreigabe/process.bpmn', 'utf8');
const rechnungsfreigabe = readText(xml, 'rechnungsfreigabe');

describe('readText', () => {
  it('knows no name where there is no model, or where nobody gave one', () => {
    expect(readText('<broken', 'rechnungsfreigabe').names.size).toBe(0);
    expect(rechnungsfreigabe.names.get('nirgends')).toBeUndefined();
  });

  it('does not mix up the processes of one file', () => {
    const other = '<bpmn:process id="andere"><bpmn:userTask id="Weiteres" name="Weiteres" /></bpmn:process>';
    const both = xml.replace('</bpmn:definitions>', `${other}</bpmn:definitions>`);
    expect(readText(both, 'andere').steps).toEqual([{ id: 'Weiteres', name: 'Weiteres' }]);
    expect(readText(both, 'rechnungsfreigabe').names.get('Weiteres')).toBeUndefined();
  });

  it('knows the names that people gave, on one line', () => {
    expect(rechnungsfreigabe.names.get('SachlichePruefung')).toBe('Sachliche Prüfung');
    const broken = xml.replace('name="Sachliche Prüfung"', 'name="Sachliche&#10;Prüfung"');
    expect(readText(broken, 'rechnungsfreigabe').names.get('SachlichePruefung')).toBe('Sachliche Prüfung');
  });

  it('offers no start and no event at a border as a place for a token', () => {
    const ids = rechnungsfreigabe.steps.map(({ id }) => id);
    const places = ['SachlichePruefung', 'RechnungLesen', 'Mitzeichnung'];
    expect(ids).toEqual(expect.arrayContaining(places));
    const others = [...xml.matchAll(/<bpmn:(?:boundary|start)Event id="(\w+)"/g)].map(([, id]) => id);
    expect(others).toHaveLength(4);
    expect(ids.filter((id) => others.includes(id))).toEqual([]);
  });

  it('knows which step follows which, where tokens wait for each other, and what runs several times', () => {
    expect(rechnungsfreigabe.flows).toHaveLength(29);
    expect(rechnungsfreigabe.flows.filter(({ source, target }) => source === '' || target === '')).toEqual([]);
    expect(rechnungsfreigabe.joins.size).toBe(2);
    expect([...rechnungsfreigabe.loops]).toEqual(['Mitzeichnung']);
  });
});
