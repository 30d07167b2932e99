// The archive itself: that it is one, that its manifest is the one that was sealed, that exactly
// the entries of the manifest are there, in its order, each with its size and hash, and that there
// is not one byte besides. A bundle of the same entries is made once more and compared.
import type { z } from 'zod';
import { sha256Of } from '../../outside/files/file-store.ts';
import { entryNames, type Manifest, manifestShape } from '../../wire/bundle/format.ts';
import { BrokenZip, type Unzipped, unzipped, zipped } from '../../wire/bundle/zip.ts';
import { count, holdsUnless, type Report } from './report.ts';

export type Bundle = {
  readonly manifest: Manifest;
  readonly entries: ReadonlyMap<string, Uint8Array>;
};

/** What can be looked at further; null when there is nothing to go by. */
export async function checkArchive(bytes: Uint8Array, found: Report): Promise<Bundle | null> {
  const list = entriesOf(bytes, found);
  if (list === null) return null;
  const entries = new Map(list.map(({ path, bytes: content }) => [path, content]));
  checkSeal(entries, found);
  const manifest = manifestOf(entries, found);
  if (manifest === null) return null;
  checkEntries(list, manifest, found);
  await checkEveryByte(bytes, list, found);
  return { manifest, entries };
}

function entriesOf(bytes: Uint8Array, found: Report): readonly Unzipped[] | null {
  try {
    return unzipped(bytes);
  } catch (error) {
    if (!(error instanceof BrokenZip)) throw error;
    found.differs.push({ about: 'the archive', says: error.message });
    return null;
  }
}

type Entries = ReadonlyMap<string, Uint8Array>;

function checkSeal(entries: Entries, { differs }: Report): void {
  const manifest = entries.get(entryNames.manifest);
  const seal = entries.get(entryNames.seal);
  if (seal === undefined) {
    differs.push({ about: entryNames.seal, says: 'It is missing.' });
    return;
  }
  if (manifest === undefined) return;
  const should = `${sha256Of(manifest)}  ${entryNames.manifest}\n`;
  if (Buffer.from(seal).toString('utf8') === should) return;
  const says = 'It does not fit the manifest: one of the two was changed.';
  differs.push({ about: `${entryNames.manifest} or ${entryNames.seal}`, says });
}

function manifestOf(entries: Entries, { differs }: Report): Manifest | null {
  const bytes = entries.get(entryNames.manifest);
  if (bytes === undefined) {
    differs.push({ about: entryNames.manifest, says: 'It is missing, so nothing can be checked.' });
    return null;
  }
  const parsed = manifestShape.safeParse(jsonOf(bytes));
  if (parsed.success) return parsed.data;
  differs.push({ about: entryNames.manifest, says: 'It cannot be read.' });
  return null;
}

/** The value, or undefined when it is no JSON. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** An entry in its shape; null when it is not. */
export function parsed<S extends z.ZodType>(
  { entries }: Bundle,
  path: string,
  shape: S,
  { differs }: Report,
): z.output<S> | null {
  const result = shape.safeParse(jsonOf(entries.get(path)));
  if (result.success) return result.data;
  if (entries.has(path)) differs.push({ about: path, says: 'It cannot be read.' });
  return null;
}

function checkEntries(list: readonly Unzipped[], manifest: Manifest, found: Report): void {
  const wanted = [
    ...manifest.entries.map(({ path }) => path),
    entryNames.manifest,
    entryNames.seal,
  ];
  const paths = list.map(({ path }) => path);
  const sentence = `${count(list.length, 'entry', 'entries')}: all there, none added, each as its hash says.`;
  holdsUnless(found, sentence, (differs) => {
    for (const path of new Set(paths)) {
      if (!wanted.includes(path)) differs(path, 'It was added: the manifest does not know it.');
      if (paths.filter((one) => one === path).length > 1) differs(path, 'It is there twice.');
    }
    for (const { path, sha256, bytes } of manifest.entries) {
      const entry = list.find((one) => one.path === path);
      if (entry === undefined) differs(path, 'It is missing.');
      else if (entry.bytes.length !== bytes) {
        differs(path, `It has ${entry.bytes.length} bytes and should have ${bytes}.`);
      } else if (sha256Of(entry.bytes) !== sha256) {
        differs(path, 'Its content was changed: it has another hash.');
      }
    }
    const known = paths.filter((path) => wanted.includes(path));
    const order = wanted.filter((path) => known.includes(path));
    const moved = order.find((path, index) => known[index] !== path);
    if (moved !== undefined) differs(moved, 'It stands in another place: the order was changed.');
  });
}

/** The same entries make the same file; anything between them would show. */
async function checkEveryByte(
  bytes: Uint8Array,
  list: readonly Unzipped[],
  found: Report,
): Promise<void> {
  if (found.differs.length > 0) return;
  const chunks: Uint8Array[] = [];
  const again = list.map(({ path, bytes: content }) => ({ path, content: once(content) }));
  for await (const chunk of zipped(again)) chunks.push(chunk);
  if (Buffer.concat(chunks).equals(bytes)) {
    found.holds.push('Not one byte stands between the entries or around them.');
    return;
  }
  const says =
    'Its entries are as they were made, and something around them is not: it was packed anew, ' +
    'or changed between its entries.';
  found.differs.push({ about: 'the archive', says });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
