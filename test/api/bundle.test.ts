// The evidence bundle: made for one viewer, checked without a server. Whatever is changed in it, by
// one byte or with a manifest made to fit, is found and named; and nothing is in it that its
// viewer may not see.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { verified, verify } from '../../src/cli/verify/verify.ts';
import { sha256Of } from '../../src/outside/files/file-store.ts';
import { type Manifest, pretty } from '../../src/wire/bundle/format.ts';
import { type Unzipped, unzipped, zipped } from '../../src/wire/bundle/zip.ts';
import { type ApiHouse, fundedContract, type Member, offerTo, withApi } from './house.ts';

async function bundleFor({ api }: ApiHouse, who: Member, contract: string) {
  const response = await api.request(`/api/contracts/${contract}/bundle.zip`, {
    headers: { authorization: `Bearer ${who.bearer}` },
  });
  assert.equal(response.status, 200);
  return new Uint8Array(await response.arrayBuffer());
}

async function packed(entries: readonly Unzipped[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  async function* once(bytes: Uint8Array) {
    yield bytes;
  }
  const list = entries.map(({ path, bytes }) => ({ path, content: once(bytes) }));
  for await (const chunk of zipped(list)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function differences(bytes: Uint8Array): Promise<readonly string[]> {
  return (await verified(bytes)).differs.map(({ about, says }) => `${about}: ${says}`);
}

const textOf = (entries: readonly Unzipped[], path: string) =>
  Buffer.from(entries.find((one) => one.path === path)?.bytes ?? []).toString('utf8');

/** The same entries, one of them changed, with a manifest and a seal that fit it. */
async function forged(
  bytes: Uint8Array,
  path: RegExp,
  change: (text: string) => string,
): Promise<Uint8Array> {
  const entries = unzipped(bytes).map((one) => {
    if (!path.test(one.path)) return one;
    const before = Buffer.from(one.bytes).toString('utf8');
    const after = change(before);
    assert.notEqual(after, before, `${path} was to be changed`);
    return { path: one.path, bytes: Buffer.from(after) };
  });
  const manifest = JSON.parse(textOf(entries, 'manifest.json')) as Manifest;
  const fitting = pretty({
    ...manifest,
    entries: manifest.entries.map((entry) => {
      const content = entries.find((one) => one.path === entry.path)?.bytes ?? new Uint8Array();
      return { path: entry.path, sha256: sha256Of(content), bytes: content.length };
    }),
  });
  const seal = `${sha256Of(Buffer.from(fitting))}  manifest.json\n`;
  const sealed: Readonly<Record<string, string>> = {
    'manifest.json': fitting,
    'manifest.sha256': seal,
  };
  return packed(
    entries.map((one) => ({
      path: one.path,
      bytes: sealed[one.path] === undefined ? one.bytes : Buffer.from(sealed[one.path] ?? ''),
    })),
  );
}

async function worked(house: ApiHouse): Promise<string> {
  const { ann, ben, post, clock } = house;
  const contract = await fundedContract(house);
  const sent = await house.send(ann, '/api/files?name=../Größe.txt', {
    raw: 'In blue.',
    headers: { 'content-type': 'text/plain' },
  });
  const { file } = sent.body as { file: string };
  const act = async (who: Member, name: string, body: object) => {
    const done = await post(who, `/api/contracts/${contract}/${name}`, body);
    assert.equal(done.status, 200, done.text);
  };
  await act(ben, 'ask_clarification', { question: 'Which blue?' });
  await act(ann, 'answer_clarification', { answer: 'This one:\n“cobalt”.' });
  await act(ann, 'submit_work', { milestone: 'sketches', note: 'Three of them.', files: [file] });
  clock.set(clock.now().add({ hours: 30 }));
  await act(ben, 'release_payment', { milestone: 'sketches', amount: '123.45' });
  return contract;
}

test('a bundle holds, and says the same head to both sides', () =>
  withApi(async (house) => {
    const contract = await worked(house);
    const heads = new Set<string>();
    for (const who of [house.ann, house.ben, house.olga]) {
      const bytes = await bundleFor(house, who, contract);
      const { differs, holds } = await verified(bytes);
      assert.deepEqual(differs, []);
      assert.ok(holds.length >= 8, holds.join('\n'));
      const manifest = JSON.parse(textOf(unzipped(bytes), 'manifest.json')) as Manifest;
      heads.add(manifest.chain.head);
    }
    assert.equal(heads.size, 1);
    const entries = unzipped(await bundleFor(house, house.ann, contract));
    const file = entries.find(({ path }) => path.startsWith('files/'));
    assert.match(file?.path ?? '', /^files\/fil_[0-9a-z]{26}-Gro-e\.txt$/);
    assert.equal(Buffer.from(file?.bytes ?? []).toString(), 'In blue.');
    assert.match(textOf(entries, 'submissions.json'), /Größe\.txt/);
    assert.match(textOf(entries, 'clarifications.json'), /“cobalt”/);
    assert.match(textOf(entries, 'history.txt'), /Three of them\./);
    const { status } = await house.get(house.eve, `/api/contracts/${contract}/bundle.zip`);
    assert.equal(status, 404);
    assert.deepEqual(house.mistakes, []);
  }));

test('one byte is found in whatever entry it is changed, and the entry is named', () =>
  withApi(async (house) => {
    const bytes = await bundleFor(house, house.ann, await worked(house));
    const entries = unzipped(bytes);
    for (const [index, { path, bytes: content }] of entries.entries()) {
      for (const at of new Set([0, content.length >> 1, content.length - 1])) {
        const flipped = Uint8Array.from(content);
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        const changed = entries.with(index, { path, bytes: flipped });
        const found = await differences(await packed(changed));
        assert.ok(
          found.some((one) => one.includes(path)),
          `${path} at ${at}: ${found.join(' ')}`,
        );
      }
    }
  }));

test('any byte of the archive is found, also those between its entries', () =>
  withApi(async (house) => {
    const bytes = await bundleFor(house, house.ben, await worked(house));
    const step = Math.ceil(bytes.length / 400);
    for (let at = 0; at < bytes.length; at += step) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      assert.notDeepEqual(await differences(flipped), [], `byte ${at}`);
    }
    for (const cut of [0, 1, 21, 22, 100, bytes.length >> 1, bytes.length - 1]) {
      assert.notDeepEqual(await differences(bytes.slice(0, cut)), [], `cut at ${cut}`);
    }
    assert.notDeepEqual(await differences(Buffer.concat([bytes, Buffer.from('x')])), []);
    assert.notDeepEqual(await differences(Buffer.concat([Buffer.from('x'), bytes])), []);
  }));

test('an entry that is missing, added, twice or elsewhere is named', () =>
  withApi(async (house) => {
    const entries = unzipped(await bundleFor(house, house.ann, await worked(house)));
    for (const [index, { path }] of entries.entries()) {
      const found = await differences(await packed(entries.toSpliced(index, 1)));
      assert.ok(
        found.some((one) => one.startsWith(path) && one.includes('missing')),
        `${path}: ${found.join(' ')}`,
      );
    }
    const extra = { path: 'files/extra.txt', bytes: Buffer.from('x') };
    const added = await differences(await packed([...entries, extra]));
    assert.match(added.join('\n'), /files\/extra\.txt: It was added/);
    const [first] = entries as [Unzipped];
    const twice = await differences(await packed([...entries, first]));
    assert.match(twice.join('\n'), /README\.txt: It is there twice/);
    const moved = [...entries.slice(1, 4), first, ...entries.slice(4)];
    assert.match((await differences(await packed(moved))).join('\n'), /order was changed/);
  }));

const forgeries: readonly [path: RegExp, change: (text: string) => string, says: RegExp][] = [
  [/^texts\.json$/, (text) => text.replace('Three', 'Seven'), /texts\.json.*committed/s],
  [/^submissions\.json$/, (text) => text.replace('Three', 'Seven'), /submissions\.json/],
  [/^clarifications\.json$/, () => '[]\n', /clarifications\.json/],
  [/^files\//, () => 'In red.!', /files\/.*not the file/],
  [/^policies\//, (text) => text.replace('1000', '1001'), /policies\/.*not what the terms name/],
  [/^events\.json$/, (text) => text.replace('USD 123.45', 'USD 123.46'), /Event \d+ is not what/],
  [/^events\.json$/, (text) => text.replace(/"seq": 2,/, '"seq": 3,'), /Event 2 is missing/],
  [/^events\.json$/, reordered, /Event \d+ is/],
  [/^events\.json$/, withoutLast, /does not end at the head/],
  [/^ledger\.json$/, (text) => text.replace('"111.10"', '"111.11"'), /ledger\.json/],
  [
    /^ledger\.json$/,
    (text) => text.replace('freelancer.pending', 'freelancer.available'),
    /ledger/,
  ],
  [/^contract\.json$/, (text) => text.replace(/"escrow": "[^"]+"/g, '"escrow": "0.01"'), /leaves/],
];

function reordered(text: string): string {
  const all = JSON.parse(text) as { events: unknown[] };
  const [one, two, ...rest] = all.events;
  return pretty({ ...all, events: [two, one, ...rest] });
}

function withoutLast(text: string): string {
  const all = JSON.parse(text) as { events: unknown[] };
  return pretty({ ...all, events: all.events.slice(0, -1) });
}

test('a manifest that was made to fit does not hide what was changed', () =>
  withApi(async (house) => {
    const bytes = await bundleFor(house, house.ben, await worked(house));
    for (const [path, change, says] of forgeries) {
      const found = await differences(await forged(bytes, path, change));
      assert.match(found.join('\n'), says, `${path} ${found.join('\n')}`);
    }
  }));

const six = { skills: 5, quality: 5, availability: 5, deadlines: 5, communication: 5 };
const stars = { ...six, cooperation: 4 };

test('what others may not see is not in it, and what is then not checked is said', () =>
  withApi(async (house) => {
    const { ann, ben, post, engine, clock } = house;
    const contract = await worked(house);
    await post(ben, `/api/contracts/${contract}/end_contract`, {
      reason: 'completed',
      release: '1.00',
      feedback: { stars, comment: 'GLADLY again.', private_note: 'Raise your PRICES.' },
    });
    const mine = await bundleFor(house, ben, contract);
    assert.match(textOf(unzipped(mine), 'texts.json'), /GLADLY/);
    for (const who of [ann, house.olga]) {
      const bytes = await bundleFor(house, who, contract);
      assert.ok(!Buffer.from(bytes).includes('GLADLY'));
      const { differs, open } = await verified(bytes);
      assert.deepEqual(differs, []);
      assert.match(open.join('\n'), /1 text is not here: sealed/);
    }
    await post(ann, `/api/contracts/${contract}/give_feedback`, { stars });
    const revealed = await bundleFor(house, ann, contract);
    assert.match(textOf(unzipped(revealed), 'texts.json'), /GLADLY.*PRICES/);
    assert.ok(!Buffer.from(await bundleFor(house, house.olga, contract)).includes('PRICES'));
    // A charge is between the client and the provider: its events are hashes for the other side.
    const offered = await post(ben, '/api/offers', {
      ...offerTo(ann.email, '9000'),
      fund_first: true,
    });
    const second = (offered.body as { contract: string }).contract;
    await engine.deliver();
    clock.set(clock.now().add({ seconds: 5 }));
    await engine.deliver();
    const theirs = await bundleFor(house, ann, second);
    const { differs, open } = await verified(theirs);
    assert.deepEqual(differs, []);
    assert.match(open.join('\n'), /2 events are not shown whole/);
    assert.ok(!textOf(unzipped(theirs), 'events.json').includes('charge_requested'));
    assert.deepEqual((await verified(await bundleFor(house, ben, second))).differs, []);
  }));

test('what silence has done and nobody has written is in it as it will be written', () =>
  withApi(async (house) => {
    const { engine, clock, ann } = house;
    const contract = await worked(house);
    clock.set(clock.now().add({ hours: 24 * 6 }));
    const before = await bundleFor(house, ann, contract);
    assert.deepEqual((await verified(before)).differs, []);
    await engine.passTime();
    const after = await bundleFor(house, ann, contract);
    assert.deepEqual(Buffer.from(before), Buffer.from(after));
  }));

test('the command says it in plain words, and by its exit code', () =>
  withApi(async (house) => {
    const folder = mkdtempSync(join(tmpdir(), 'endwell-bundle-'));
    try {
      const bytes = await bundleFor(house, house.ann, await worked(house));
      const [good, bad, odd] = ['good.zip', 'bad.zip', 'odd.zip'].map((name) => join(folder, name));
      const at = Buffer.from(bytes).indexOf('In blue.');
      writeFileSync(good ?? '', bytes);
      writeFileSync(bad ?? '', bytes.with(at, 0x49 ^ 1));
      writeFileSync(odd ?? '', 'This is no zip file.');
      const run = async (...args: readonly string[]) => {
        const said: string[] = [];
        const say = (text: string) => said.push(text);
        const code = await verify(args, { out: say, err: say });
        return { code, text: said.join('\n') };
      };
      const fine = await run(good ?? '');
      assert.equal(fine.code, 0);
      assert.match(fine.text, /Everything that can be checked holds\.$/);
      const broken = await run(good ?? '', bad ?? '');
      assert.equal(broken.code, 1);
      assert.match(broken.text, /DIFFERS {2}files\/fil_[^:]+: Its content was changed/);
      assert.equal((await run(odd ?? '')).code, 1);
      assert.equal((await run(join(folder, 'none.zip'))).code, 3);
      assert.equal((await run(folder)).code, 3);
      assert.equal((await run()).code, 2);
      assert.equal((await run('--loud', good ?? '')).code, 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }));

test('a file that is gone or damaged is told, and the rest holds', () =>
  withApi(async (house) => {
    const { db, ann, files } = house;
    const contract = await worked(house);
    const [row] = await db.query<{ sha256: string }>('select sha256 from files');
    await files.delete(row?.sha256 ?? '');
    const bytes = await bundleFor(house, ann, contract);
    const { differs, open } = await verified(bytes);
    assert.deepEqual(differs, []);
    assert.match(open.join('\n'), /is not here: It is not kept any more\./);
  }));
