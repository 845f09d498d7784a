import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP with these files. Names are written as they are, also those that a careful program would refuse. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  const honest: [string, string][] = [];
  for (const [name, content] of Object.entries(files)) {
    // yazl refuses a way out itself; of the same length, so that it can be put in afterwards.
    const standIn = name.replaceAll('..', '__');
    if (standIn !== name) honest.push([standIn, name]);
    zip.addBuffer(Buffer.from(content), standIn);
  }
  zip.end();
  const bytes = await buffer(zip.outputStream);
  for (const [standIn, name] of honest) {
    for (let at = bytes.indexOf(standIn); at !== -1; at = bytes.indexOf(standIn, at + 1)) bytes.write(name, at);
  }
  return bytes;
}
