// Files by the API: sent, named by a command, and read by who sees what they came with. Whatever is
// wrong with one is told in a sentence, and nothing of it stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largestFile } from '../../src/outside/files/file-store.ts';
import { type Answered, type ApiHouse, fundedContract, type Member, withApi } from './house.ts';

type Upload = { file: string; name: string; sha256: string; bytes: number; media_type: string };

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const send = (
  { send: ask }: ApiHouse,
  who: Member | null,
  name: string,
  raw: Uint8Array | string,
) =>
  ask(who, `/api/files?name=${encodeURIComponent(name)}`, {
    raw: typeof raw === 'string' ? raw : Uint8Array.from(raw),
    headers: { 'content-type': 'application/octet-stream' },
  });

async function sent(house: ApiHouse, who: Member, name: string, raw: Uint8Array | string) {
  const answered = await send(house, who, name, raw);
  assert.equal(answered.status, 201, answered.text);
  return answered.body as Upload;
}

const codeOf = ({ body }: Answered) => (body as { code: string }).code;

async function bytesOf({ api }: ApiHouse, who: Member, path: string) {
  const response = await api.request(path, { headers: { authorization: `Bearer ${who.bearer}` } });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

test('a file is sent, carried by a command, and read by both parties alone', () =>
  withApi(async (house) => {
    const { ann, ben, eve, post, get } = house;
    const contract = await fundedContract(house);
    const upload = await sent(house, ann, 'C:\\logo <1>.png', png);
    assert.deepEqual(
      { ...upload, file: '', sha256: '' },
      { file: '', name: 'logo _1_.png', sha256: '', bytes: 11, media_type: 'image/png' },
    );
    const path = `/api/contracts/${contract}/files/${upload.file}`;
    assert.equal((await get(ann, path)).status, 404, 'before any event carries it');
    const done = await post(ann, `/api/contracts/${contract}/submit_work`, {
      milestone: 'sketches',
      files: [upload.file],
    });
    assert.equal(done.status, 200, done.text);
    const { events } = done.body as { events: { files: Upload[] }[] };
    assert.deepEqual(events[0]?.files, [upload]);
    for (const who of [ann, ben]) {
      const { response, bytes } = await bytesOf(house, who, path);
      assert.equal(response.status, 200);
      assert.deepEqual(bytes, png);
      assert.equal(response.headers.get('content-type'), 'image/png');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(response.headers.get('content-length'), '11');
      assert.match(
        response.headers.get('content-disposition') ?? '',
        /^attachment; filename="logo/,
      );
    }
    const head = await house.send(ann, path, { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(head.text, '');
    for (const who of [eve, null]) {
      const { status } = await get(who, path);
      assert.equal(status, who === null ? 401 : 404);
    }
    const second = await fundedContract(house);
    assert.equal((await get(ann, `/api/contracts/${second}/files/${upload.file}`)).status, 404);
    for (const odd of ['fil_x', '..%2f..', "fil_';", `${upload.file}%00`]) {
      assert.equal((await get(ann, `/api/contracts/${contract}/files/${odd}`)).status, 404, odd);
    }
  }));

test('a form with one file in it is as good as the file', () =>
  withApi(async (house) => {
    const form = new FormData();
    form.append('about', 'A field that is nobody’s.');
    form.append('file', new File([png], 'größe.png'));
    const request = new Request('http://localhost/api/files', { method: 'POST', body: form });
    const type = request.headers.get('content-type') ?? '';
    const raw = new Uint8Array(await request.arrayBuffer());
    const answered = await house.send(house.ann, '/api/files', {
      raw,
      headers: { 'content-type': type },
    });
    assert.equal(answered.status, 201, answered.text);
    assert.equal((answered.body as Upload).name, 'größe.png');
    const half = raw.slice(0, raw.length - 30);
    const broken = await house.send(house.ann, '/api/files', {
      raw: half,
      headers: { 'content-type': type },
    });
    assert.equal(broken.status, 400);
    assert.equal(codeOf(broken), 'body_malformed');
  }));

test('what is wrong with a file is told, and nothing of it stays', () =>
  withApi(async (house) => {
    const { ann, db } = house;
    const wrong: readonly [name: string, raw: Uint8Array | string, status: number, says: RegExp][] =
      [
        ['a.txt', '', 422, /is empty/],
        ['logo.png', '<!doctype html><script>alert(1)</script>', 422, /not what its name says/],
        ['tool.exe', 'MZ\0\0', 422, /of a kind that is not taken/],
        ['a.txt', new Uint8Array(largestFile + 1).fill(97), 413, /more than 25 MB/],
      ];
    for (const [name, raw, status, says] of wrong) {
      const answered = await send(house, ann, name, raw);
      assert.equal(answered.status, status, answered.text);
      assert.match((answered.body as { detail: string }).detail, says);
    }
    const nameless = await house.send(ann, '/api/files', { raw: 'x' });
    assert.equal(nameless.status, 422);
    assert.equal((await send(house, null, 'a.txt', 'x')).status, 401);
    assert.deepEqual(await db.query('select 1 from files'), []);
    assert.deepEqual(house.mistakes, []);
  }));

test('a command is told which field is wrong: too many files, somebody else’s, no ids', () =>
  withApi(async (house) => {
    const { ann, ben, post } = house;
    const contract = await fundedContract(house);
    const foreign = await sent(house, ben, 'a.txt', 'x');
    const many = Array.from({ length: 11 }, () => foreign.file);
    for (const files of [[foreign.file], many, ['../a.txt'], 'all', [], [7]]) {
      for (const end of ['', '/preview']) {
        const answered = await post(ann, `/api/contracts/${contract}/submit_work${end}`, {
          milestone: 'sketches',
          files,
        });
        assert.equal(answered.status, 422, answered.text);
        const { errors } = answered.body as { errors: { field: string; code: string }[] };
        assert.equal(errors[0]?.code, 'field_invalid');
        assert.match(errors[0]?.field ?? '', /^files(\[0\])?$/);
      }
    }
  }));

test('a text that looks like a page is a text to be saved', () =>
  withApi(async (house) => {
    const { ann, ben, post } = house;
    const contract = await fundedContract(house);
    for (const [name, type] of [
      ['page.html', 'text/plain'],
      ['logo.svg', 'image/svg+xml'],
    ] as const) {
      const { file } = await sent(house, ann, name, '<svg onload="alert(1)"/>');
      const files = [file];
      await post(ann, `/api/contracts/${contract}/submit_work`, { milestone: 'sketches', files });
      const { headers } = await house.get(ben, `/api/contracts/${contract}/files/${file}`);
      assert.match(headers.get('content-type') ?? '', new RegExp(`^${type.replace('+', '\\+')}`));
      assert.match(headers.get('content-disposition') ?? '', /^attachment;/);
    }
  }));
