import { structLayer } from './struct-layer.js';

describe('structLayer', () => {
  it('gives a picture without alternative text no role', () => {
    const layer = structLayer({ role: 'Root', children: [{ role: 'Figure' }] });
    expect(layer.querySelector('[role="img"]')).toBeNull();
  });

  it('names a picture by its alternative text', () => {
    const layer = structLayer({ role: 'Root', children: [{ role: 'Figure', alt: 'Wappen' }] });
    expect(layer.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Wappen');
  });

  it('gives paragraphs and emphasis a role and owns their text', () => {
    const text = { type: 'content', id: 'p1_mc0' };
    const layer = structLayer({
      role: 'Root',
      children: [{ role: 'P', children: [{ role: 'Em', children: [text] }] }],
    });
    expect(layer.querySelector('[role="paragraph"] [role="emphasis"] [aria-owns="p1_mc0"]')).not.toBeNull();
  });

  it('knows the level of a heading', () => {
    const layer = structLayer({ role: 'Root', children: [{ role: 'H2' }] });
    expect(layer.querySelector('[role="heading"]')?.getAttribute('aria-level')).toBe('2');
  });
});
