// The language of stories: what a story may say, what counts as a match, and how a story that
// does not hold says so. Run on small stories of their own, through the command line's own door.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { story } from '../src/cli/story/story.ts';
import { parseStory, StoryRefused } from '../src/cli/story/story-file.ts';
import { spanIn } from '../src/cli/story/story-keys.ts';
import { mismatch, partOf } from '../src/cli/story/story-match.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stories-'));
});
after(async () => {
  await rm(folder, { recursive: true });
});

const people = `
story: A test
people:
  ben: { client: true, funds: "1000.00" }
  ann: { freelancer: true }
steps:
`;
const offer =
  '  - { by: ben, does: send_offer, with: { to: ann, title: Logo, kind: fixed, currency: USD, ' +
  'milestones: [ { id: one, title: Sketches, amount: "500.00" } ] } }\n';

type Told = { readonly code: number; readonly out: readonly string[]; readonly err: string };

async function told(steps: string, ...options: readonly string[]): Promise<Told> {
  const file = join(folder, `${Math.abs(hashOf(steps))}.yaml`);
  await writeFile(file, `${people}${steps}`);
  return run([...options, file]);
}

async function run(args: readonly string[]): Promise<Told> {
  const out: string[] = [];
  const err: string[] = [];
  const print = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  return { code: await story(args, print), out, err: err.join('\n') };
}

function hashOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
}

async function objects(steps: string): Promise<readonly Record<string, unknown>[]> {
  const { out } = await told(steps, '--json');
  return out.map((line) => JSON.parse(line));
}

test('an expected map is a subset, whatever else there is', () => {
  assert.equal(mismatch({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }), null);
  assert.deepEqual(mismatch({ a: { b: 1 } }, { a: { b: 2 } })?.path, ['a', 'b']);
  assert.notEqual(mismatch({ a: {} }, {}), null);
});

test('an expected list is a subsequence of entries that match, and an empty one means none', () => {
  assert.equal(mismatch([{ a: 1 }, { a: 3 }], [{ a: 1, b: 1 }, { a: 2 }, { a: 3 }]), null);
  assert.notEqual(mismatch([{ a: 3 }, { a: 1 }], [{ a: 1 }, { a: 2 }, { a: 3 }]), null);
  assert.notEqual(mismatch([{ a: 1 }, { a: 1 }], [{ a: 1 }]), null);
  assert.equal(mismatch([], []), null);
  assert.notEqual(mismatch([], [1]), null);
  assert.notEqual(mismatch([], undefined), null);
});

test('null means absent, and nothing else does', () => {
  assert.equal(mismatch({ a: null }, {}), null);
  assert.equal(mismatch({ a: null }, { a: null }), null);
  assert.notEqual(mismatch({ a: null }, { a: 0 }), null);
  assert.notEqual(mismatch({ a: 'x' }, {}), null);
  assert.notEqual(mismatch({ constructor: 'x' }, {}), null);
});

test('amounts compare as amounts and instants as instants', () => {
  const table: [unknown, unknown, boolean][] = [
    ['500', '500.00', true],
    [500, '500.00', true],
    ['0.5', '0.50', true],
    ['-0.00', '0.00', true],
    ['500.01', '500.00', false],
    ['-5.00', '5.00', false],
    ['2026-03-19T09:00Z', '2026-03-19T09:00:00Z', true],
    ['2026-03-19T10:00+01:00', '2026-03-19T09:00:00Z', true],
    ['2026-03-19T09:01Z', '2026-03-19T09:00:00Z', false],
    [true, 'true', false],
    ['active', 'active', true],
  ];
  for (const [expected, got, same] of table) {
    assert.equal(mismatch(expected, got) === null, same, `${expected} and ${got}`);
  }
});

test('what is shown beside an expectation is the part that it is about', () => {
  assert.deepEqual(partOf({ a: { b: 1 }, z: 1 }, { a: { b: 2, c: 3 }, d: 4 }), {
    a: { b: 2 },
    z: null,
  });
});

test('spans are read as people write them', () => {
  const table: [string, string | undefined][] = [
    ['3d', 'P3D'],
    ['90m', 'PT90M'],
    ['2w', 'P2W'],
    ['1d12h', 'P1DT12H'],
    ['P3D', 'P3D'],
    ['PT36H', 'PT36H'],
    ['-P3D', undefined],
    ['3 days', undefined],
    ['P', undefined],
    ['', undefined],
  ];
  for (const [text, span] of table) assert.equal(spanIn(text)?.toString(), span, text);
});

test('what a story may not say is refused with its line', () => {
  const table: [string, RegExp][] = [
    [`${people}  - { by: ben, dos: send_offer }`, /line 7: `dos` is not a key of a step/],
    [`${people}  - { after: 3 days }`, /line 7: `after` is a span/],
    [`${people}  - { at: 2026-03-02 }`, /line 7: `at` is an instant/],
    [`${people}  - { after: 1d, until: 2026-03-02T09:00Z }`, /line 7: A step has one of at/],
    [`${people}  - { by: ben, refused: not_found }`, /line 7: `refused` needs does or would/],
    [`${people}  - { does: accept_offer }`, /line 7: `does` needs by/],
    [`${people}  - { by: ben, does: a, would: b }`, /line 7: A step has one of does and would/],
    [`${people}  - { providers: breaks }`, /line 7: `providers` is fails, recovers or away/],
    [`${people}  - nothing`, /line 7: A step is a map/],
    [`story: X\nplot: Y\npeople: {}\nsteps: []`, /line 2: `plot` is not a key of a story/],
    [`story: X\npeople:\n  ben: { clint: true }\nsteps: []`, /line 3: `clint` is not a key/],
    [`story: X\npeople:\n  ben: { card: gold }\nsteps: []`, /line 3: `card` is ok, declines/],
    [`story: X\npeople:\n  ben: { currency: XXX }\nsteps: []`, /line 3: XXX is no currency/],
    [`story: X\npeople: {}`, /`steps` is missing/],
    [`story: X\nstory: Y\npeople: {}\nsteps: []`, /unique/i],
    [`- a list`, /A story is a map/],
  ];
  for (const [text, why] of table) {
    assert.throws(
      () => parseStory(text),
      (error) => error instanceof StoryRefused && why.test(error.message),
      text,
    );
  }
});

test('every mistake of a story is told at once', () => {
  try {
    parseStory(`${people}  - { foo: 1 }\n  - { bar: 2 }`);
    assert.fail('it is refused');
  } catch (error) {
    assert.ok(error instanceof StoryRefused);
    assert.equal(error.message.split('\n').length, 2);
  }
});

test('a story that holds says so, step by step and at last', async () => {
  const lines = await objects(`${offer}  - { by: ann, does: accept_offer }\n`);
  assert.deepEqual(lines, [
    { story: 'A test', step: 1, ok: true },
    { story: 'A test', step: 2, ok: true },
    { stories: 1, steps: 2, failed: 0 },
  ]);
});

test('what does not hold is told with what was expected and what was got', async () => {
  const lines = await objects(
    `${offer}  - { by: ann, sees: { status: active, money: { escrow: "0.00" } } }
  - { by: ann, does: accept_offer, refused: offer_has_expired }
  - { by: ben, does: accept_offer }
  - { by: ann, can: [ fund_milestone ], cannot: { submit_work: contract_has_ended } }
  - { balances: { ben: { available: "1.00" } } }
  - { by: ann, would: submit_work, with: { milestone: one, notes: x } }
  - { by: ann, does: dance }
  - { score: { ann: 92 } }
`,
  );
  const got = lines.slice(1, -1).map(({ ok, expected, got }) => ({ ok, expected, got }));
  assert.deepEqual(got[0], {
    ok: false,
    expected: { sees: { status: 'active', money: { escrow: '0.00' } } },
    got: { sees: { status: 'offered', money: { escrow: '0.00' } } },
  });
  assert.deepEqual(got[1]?.expected, { refused: 'offer_has_expired' });
  assert.deepEqual(got[1]?.got, { refused: null });
  assert.match(JSON.stringify(got[2]?.got), /not_your_decision/);
  assert.match(JSON.stringify(got[3]?.got), /milestone_not_funded/);
  assert.deepEqual(got[4]?.got, { balances: { ben: { available: '1000.00' } } });
  assert.match(JSON.stringify(got[5]?.got), /field_unknown/);
  assert.match(JSON.stringify(got[6]?.got), /There is no command called dance/);
  assert.deepEqual(got[7]?.got, { score: { ann: 'none' } });
  assert.deepEqual(lines.at(-1), { stories: 1, steps: 9, failed: 8 });
});

test('a story that does not hold, or cannot be read, ends with 1; a misuse with 2', async () => {
  assert.equal((await told('  - { by: nobody, does: accept_offer }\n')).code, 1);
  assert.equal((await told('  - { what: 1 }\n')).code, 1);
  assert.equal((await run([join(folder, 'not-there.yaml')])).code, 1);
  assert.equal((await run([])).code, 2);
  assert.equal((await run(['--jason', 'x.yaml'])).code, 2);
});

test('a clock never goes back', async () => {
  const { code, err } = await told(`${offer}  - { at: 2020-01-01T00:00Z }\n`);
  assert.equal(code, 1);
  assert.match(err, /A clock never goes back/);
});

test('a policy may be a file of one’s own beside the story', async () => {
  const policies = new URL('../policies/standard.yaml', import.meta.url);
  const standard = await readFile(policies, 'utf8');
  const own = standard
    .replace('expires: P7D', 'expires: P2D')
    .replace('name: standard', 'name: own');
  await writeFile(join(folder, 'own.yaml'), own);
  const file = join(folder, 'with-own-policy.yaml');
  const sees = '  - { after: 2d, by: ann, sees: { status: expired, policy: { name: own } } }\n';
  await writeFile(file, `policy: ./own.yaml${people}${offer}${sees}`);
  assert.equal((await run([file])).code, 0);
});

test('a recorded transcript stands beside its story and is the same each time', async () => {
  const file = join(folder, 'recorded.yaml');
  await writeFile(file, `${people}${offer}  - { by: ann, does: accept_offer }\n`);
  assert.equal((await run(['--record', file])).code, 0);
  const first = await readFile(join(folder, 'recorded.out'), 'utf8');
  assert.equal((await run(['--record', file])).code, 0);
  assert.equal(await readFile(join(folder, 'recorded.out'), 'utf8'), first);
  assert.match(first, /Ben offered Ann “Logo”: \$500\.00 in 1 milestone\./);
});
