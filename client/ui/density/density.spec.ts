import { TestBed } from '@angular/core/testing';
import { Density } from './density.js';

afterEach(() => localStorage.clear());

describe('Density', () => {
  it('is compact, whatever else lies in the browser', () => {
    localStorage.setItem('laufmappe.density', 'huge');
    expect(TestBed.inject(Density).choice()).toBe('compact');
    expect(TestBed.inject(Density).scale()).toBe(1);
  });

  it('gives more room once it is chosen, and still does after a reload', () => {
    const density = TestBed.inject(Density);
    density.choose('comfortable');
    TestBed.tick();
    expect([density.scale(), document.documentElement.dataset['density']]).toEqual([1.25, 'comfortable']);
    TestBed.resetTestingModule();
    expect(TestBed.inject(Density).choice()).toBe('comfortable');
  });
});
