/** One measured figure. `ratio` is the figure divided by what it is compared with in the same run. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** null: there was nothing to compare with, and `against` says why. */
  readonly ratio: number | null;
  /** What the ratio compares with, and how much that was. */
  readonly against: string;
  /** How often it was measured. */
  readonly n: number;
}

/** The value below which the given share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
