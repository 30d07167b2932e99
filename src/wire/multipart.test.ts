// Forms with files, read as they arrive: however the bytes are cut, the same parts come out, and
// what is broken is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrokenMultipart, boundaryOf, partsOf } from './multipart.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

type Read = { name: string; filename: string | null; text: string };

async function read(bytes: Uint8Array, boundary: string, size = 7): Promise<Read[]> {
  const all: Read[] = [];
  for await (const { name, filename, body } of partsOf(cut(bytes, size), boundary)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    all.push({ name, filename, text: Buffer.concat(chunks).toString('latin1') });
  }
  return all;
}

async function sent(form: FormData): Promise<{ bytes: Uint8Array; boundary: string }> {
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get('content-type') ?? '') ?? '';
  return { bytes: new Uint8Array(await response.arrayBuffer()), boundary };
}

test('the same parts come out, however the bytes are cut', async () => {
  const form = new FormData();
  const content = `\r\n--half a border\r\n-\0\xff${'x'.repeat(300)}\r\n`;
  form.append('note', 'In blue.\r\nOr green.');
  form.append('files', new File([Buffer.from(content, 'latin1')], 'a "b".png'));
  form.append('files', new File([], 'none.txt'));
  const { bytes, boundary } = await sent(form);
  const sizes = [...Array.from({ length: 90 }, (_, index) => index + 1), bytes.length];
  for (const size of sizes) {
    assert.deepEqual(await read(bytes, boundary, size), [
      { name: 'note', filename: null, text: 'In blue.\r\nOr green.' },
      { name: 'files', filename: 'a "b".png', text: content },
      { name: 'files', filename: 'none.txt', text: '' },
    ]);
  }
});

test('a part that nobody reads, or not to its end, does not harm the next one', async () => {
  const form = new FormData();
  form.append('files', new File(['x'.repeat(1000)], 'a.txt'));
  form.append('files', new File(['y'.repeat(1000)], 'b.txt'));
  form.append('note', 'Here.');
  const { bytes, boundary } = await sent(form);
  const seen: string[] = [];
  for await (const { name, body } of partsOf(cut(bytes, 50), boundary)) {
    if (name === 'files') for await (const _ of body) break;
    else for await (const chunk of body) seen.push(Buffer.from(chunk).toString());
  }
  assert.equal(seen.join(''), 'Here.');
});

const broken: readonly string[] = [
  '',
  '--b',
  '--b\r\n',
  '--b-',
  '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf',
  '--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--',
  '--b\r\nno header\r\n\r\nx\r\n--b--',
  '--bx\r\n\r\n--b--',
  `--b\r\ncontent-disposition: form-data; name="a"; x="${'y'.repeat(40_000)}"\r\n\r\nx\r\n--b--`,
];

test('what is broken is refused', async () => {
  for (const text of broken) {
    await assert.rejects(read(Buffer.from(text), 'b', 1000), BrokenMultipart, text.slice(0, 80));
  }
  const many = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(1100);
  await assert.rejects(read(Buffer.from(`${many}--b--`), 'b', 1000), BrokenMultipart);
});

test('nothing need follow the last border', async () => {
  const text = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--b--';
  const found = [{ name: 'a', filename: null, text: 'x' }];
  for (const more of ['', '\r\n', '\r\nwhatever']) {
    assert.deepEqual(await read(Buffer.from(text + more), 'b', 1), found);
  }
});

test('only a form with parts has a boundary', () => {
  assert.equal(boundaryOf('multipart/form-data; boundary=abc'), 'abc');
  assert.equal(boundaryOf('multipart/form-data; charset=x; boundary="a b"'), 'a b');
  assert.equal(boundaryOf('multipart/form-data'), null);
  assert.equal(boundaryOf('multipart/mixed; boundary=abc'), null);
  assert.equal(boundaryOf(`multipart/form-data; boundary=${'a'.repeat(100)}`), null);
});
