// Zip files as bundles are: entries one after the other, stored as they are, with nothing between
// them. The same entries always make the same bytes, so a reader can tell whether anything at all
// was changed. They are written as a stream; a reader has the whole file.
import { inflateSync, Zip, ZipPassThrough } from 'fflate';

export type Entry = { readonly path: string; readonly content: AsyncIterable<Uint8Array> };

/** When a bundle was made stands in its manifest. Without a zone, so it is the same everywhere. */
const anyDay = '2000-01-01T12:00:00';

/** The bytes of a zip file with these entries, in their order. */
export async function* zipped(entries: Iterable<Entry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { path, content } of entries) {
    const file = new ZipPassThrough(path);
    file.mtime = anyDay;
    zip.add(file);
    for await (const chunk of content) {
      // It keeps what it is given, and what we are given may be used again.
      file.push(Uint8Array.from(chunk));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

export type Unzipped = { readonly path: string; readonly bytes: Uint8Array };

/** The file is no zip file that can be read. */
export class BrokenZip extends Error {}

const endLength = 22;

/** The entries of a zip file, in the order in which its table of contents has them. */
export function unzipped(file: Uint8Array): readonly Unzipped[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + endLength > bytes.length) throw new BrokenZip('It is no zip file.');
  const count = bytes.readUInt16LE(end + 10);
  const entries: Unzipped[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(bytes, at);
    entries.push(entry);
    at += entry.length;
  }
  return entries;
}

/** An entry, from its place in the table of contents; and how long that place is. */
function entryAt(bytes: Buffer, at: number): Unzipped & { readonly length: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) {
    throw new BrokenZip('Its table of contents is broken.');
  }
  const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
  const path = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
  const size = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) {
    throw new BrokenZip(`${path} does not begin where it should.`);
  }
  const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (begins + size > bytes.length) throw new BrokenZip(`${path} is cut off.`);
  const content = contentOf(
    path,
    bytes.readUInt16LE(at + 10),
    bytes.subarray(begins, begins + size),
  );
  return { path, bytes: content, length: 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0) };
}

/** Ours are stored; one that was packed anew by another program may be compressed. */
function contentOf(path: string, method: number, packed: Uint8Array): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new BrokenZip(`${path} is packed in a way that is not known here.`);
  try {
    return inflateSync(packed);
  } catch (error) {
    throw new BrokenZip(`${path} cannot be unpacked: ${String(error)}`);
  }
}
