import { createStatementNames } from './statement-names.js';

const times = (count: number, work: () => string | undefined) => Array.from({ length: count }, work);

describe('the name of a statement', () => {
  it('is not given to what comes rarely', () => {
    const nameOf = createStatementNames();
    expect(new Set(times(19, () => nameOf('SELECT 1')))).toEqual(new Set([undefined]));
  });

  it('is not given to more than a hundred wordings, so that connections stay small', () => {
    const nameOf = createStatementNames();
    const wordings = Array.from({ length: 120 }, (_, index) => `SELECT ${index}`);
    for (const sql of wordings) times(20, () => nameOf(sql));
    expect(wordings.filter((sql) => nameOf(sql) !== undefined)).toHaveLength(100);
  });

  it('is not sought for among wordings that never come again', () => {
    const nameOf = createStatementNames();
    for (let index = 0; index < 2_000; index++) nameOf(`SELECT ${index}`);
    expect(times(50, () => nameOf('SELECT late')).at(-1)).toBeUndefined();
  });

  it('is the same for every use from the twentieth on, and no other statement has it', () => {
    const nameOf = createStatementNames();
    const first = times(30, () => nameOf('SELECT 1')).slice(19);
    const second = times(30, () => nameOf('SELECT 2')).slice(19);
    expect([new Set(first).size, new Set(second).size]).toEqual([1, 1]);
    expect(first[0]).not.toBe(second[0]);
  });
});
