// The store of files: what arrives is all there or not at all, nothing damaged is given out, and a
// file is what its content says, whatever it is called.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DiskFiles } from './disk-files.ts';
import { cleanName, dispositionOf } from './file-names.ts';
import {
  arriving,
  FileDamaged,
  type FileStore,
  FileTooLarge,
  largestFile,
  sha256Of,
} from './file-store.ts';
import { judged } from './media-types.ts';
import { MemoryFiles } from './memory-files.ts';

const bytes = (text: string) => Buffer.from(text);

async function contentOf(store: FileStore, sha256: string): Promise<string | null> {
  const stream = await store.get(sha256);
  return stream === null ? null : new Response(stream).text();
}

async function onStores(run: (store: FileStore, folder: string | null) => Promise<void>) {
  await run(new MemoryFiles(), null);
  const folder = mkdtempSync(join(tmpdir(), 'endwell-files-'));
  try {
    await run(new DiskFiles(folder), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const everyFile = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

test('what was kept comes back under its hash, and what was dropped does not', () =>
  onStores(async (store, folder) => {
    const kept = await store.receive(arriving(bytes('A logo.')));
    assert.equal(kept.sha256, sha256Of(bytes('A logo.')));
    assert.equal(kept.bytes, 7);
    assert.ok(kept.isText);
    assert.equal(await contentOf(store, kept.sha256), null, 'not before it is kept');
    await kept.keep();
    assert.equal(await contentOf(store, kept.sha256), 'A logo.');
    const dropped = await store.receive(arriving(bytes('Another.')));
    await dropped.drop();
    assert.equal(await contentOf(store, dropped.sha256), null);
    await store.delete(kept.sha256);
    await store.delete(kept.sha256);
    assert.equal(await contentOf(store, kept.sha256), null);
    if (folder !== null) assert.deepEqual(everyFile(folder), []);
  }));

test('one byte too many leaves nothing behind', () =>
  onStores(async (store, folder) => {
    const piece = Buffer.alloc(1024 * 1024, 'a');
    async function* much(rest: number) {
      for (let left = largestFile; left > 0; left -= piece.length) yield piece;
      yield piece.subarray(0, rest);
    }
    await assert.rejects(store.receive(much(1)), FileTooLarge);
    if (folder !== null) assert.deepEqual(everyFile(folder), []);
    const most = await store.receive(much(0));
    assert.equal(most.bytes, largestFile);
    await most.drop();
  }));

test('what breaks off leaves nothing behind', async () => {
  await onStores(async (store, folder) => {
    async function* broken() {
      yield bytes('half');
      throw new Error('The connection was lost.');
    }
    await assert.rejects(store.receive(broken()), /connection was lost/);
    if (folder !== null) assert.deepEqual(everyFile(folder), []);
  });
});

test('a damaged content is given to nobody', () =>
  onStores(async (store, folder) => {
    if (folder === null) return;
    const kept = await store.receive(arriving(bytes('A logo.')));
    await kept.keep();
    const { sha256 } = kept;
    writeFileSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'A l0go.');
    await assert.rejects(store.get(sha256), FileDamaged);
  }));

test('only a hash leads to a file', () =>
  onStores(async (store) => {
    await assert.rejects(store.get('../secret'), TypeError);
    await assert.rejects(async () => store.delete('../secret'), TypeError);
  }));

test('texts are known over the borders of what arrives', async () => {
  const store = new MemoryFiles();
  const letters = bytes('“Größe”');
  async function* byByte() {
    for (const byte of letters) yield Uint8Array.of(byte);
  }
  assert.ok((await store.receive(byByte())).isText);
  assert.ok(!(await store.receive(arriving(letters.subarray(0, 2)))).isText);
  assert.ok(!(await store.receive(arriving(Uint8Array.of(65, 0, 66)))).isText);
});

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const zip = Buffer.from('PK\x03\x04 and so on', 'latin1');
const page = bytes('<!doctype html><script>alert(1)</script>');

const cases: readonly [name: string, head: Uint8Array, isText: boolean, is: string][] = [
  ['logo.png', png, false, 'image/png'],
  ['LOGO.PNG', png, false, 'image/png'],
  ['logo', png, false, 'image/png'],
  ['logo.jpg', png, false, 'image/png'],
  ['logo.txt', png, false, 'not_its_name'],
  ['logo.png', page, true, 'not_its_name'],
  ['logo.pdf', page, true, 'not_its_name'],
  ['page.html', page, true, 'text/plain'],
  ['notes', bytes('Blue.'), true, 'text/plain'],
  ['table.csv', bytes('a,b'), true, 'text/csv'],
  ['logo.svg', bytes('<svg onload="alert(1)"/>'), true, 'image/svg+xml'],
  ['all.zip', zip, false, 'application/zip'],
  ['all', zip, false, 'application/zip'],
  [
    'offer.docx',
    zip,
    false,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['offer.doc', zip, false, 'not_its_name'],
  ['setup.exe', Buffer.from('MZ\x90\0', 'latin1'), false, 'kind'],
  ['tool', Buffer.from('\x7fELF\x02', 'latin1'), false, 'kind'],
  ['scan.pdf', bytes('%PDF-1.7'), true, 'application/pdf'],
];

test('a file is what its content says, whatever it is called', () => {
  for (const [name, head, isText, is] of cases) {
    const found = judged(head, isText, name);
    assert.equal('type' in found ? found.type : found.wrong, is, name);
  }
});

const names: readonly [given: string, clean: string][] = [
  ['sketch.png', 'sketch.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Ann\\logo.png', 'logo.png'],
  ['Größe – final.pdf', 'Größe – final.pdf'],
  ['evil\u202egnp.exe', 'evilgnp.exe'],
  ['a\0b\r\nc.txt', 'abc.txt'],
  ['..', 'file'],
  ['', 'file'],
  ['   ', 'file'],
  ['.htaccess', 'htaccess'],
  ['NUL.txt', '_NUL.txt'],
  ['a"b<c>.txt', 'a_b_c_.txt'],
  ['half\ud800.txt', 'half.txt'],
];

test('names lose their paths and what cannot be seen', () => {
  for (const [given, clean] of names) assert.equal(cleanName(given), clean);
  const long = cleanName(`${'ä'.repeat(4000)}.png`);
  assert.equal([...long].length, 200);
  assert.ok(long.endsWith('ä.png'));
});

test('a name cannot leave its header', () => {
  const header = dispositionOf('attachment', 'Gr"öße\\;.png');
  assert.match(
    header,
    /^attachment; filename="Gr__[_e]+;\.png"; filename\*=UTF-8''[A-Za-z0-9%._-]+$/,
  );
  assert.equal(decodeURIComponent(header.split("''")[1] ?? ''), 'Gr"öße\\;.png');
});
