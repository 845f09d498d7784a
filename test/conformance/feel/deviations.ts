/** Where the embedded engine differs from Zeebe 8.5.8 on purpose, each with its reason. */
export const DEVIATIONS: Readonly<Record<string, string>> = {};
