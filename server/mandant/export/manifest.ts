import { z } from 'zod';

const file = { file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number() };

const rowsSchema = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      rows: z.number(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      ...file,
    }),
  ),
  leftOut: z.array(z.object({ table: z.string(), reason: z.string() })),
  protokoll: z.object({ rows: z.number(), ...file }),
  checkpoints: z.array(z.object(file)),
  objectList: z.object({ objects: z.number(), ...file }),
});

/** What the first part of an export has written: everything that stood in the database at one moment. */
export type ExportedRows = z.infer<typeof rowsSchema>;

const manifestSchema = rowsSchema.extend({
  format: z.literal('laufmappe-mandant/1'),
  mandant: z.object({ id: z.string(), code: z.string().nullable(), name: z.string() }),
  createdAt: z.string(),
  objects: z.object({ count: z.number(), bytes: z.number() }),
  /** Bytes that the store no longer had. `npm run pruefe` says why. */
  missing: z.array(z.string()),
});

/** The last file of an export: with it the export is complete, and everything in the folder can be checked by it. */
export type Manifest = z.infer<typeof manifestSchema>;

export function parseRows(text: string): ExportedRows {
  return rowsSchema.parse(JSON.parse(text));
}

/** null for what is no manifest. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
