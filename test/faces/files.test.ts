// Pages with files, and everything that can be wrong with them: a form comes back with what was
// typed and what has arrived, a sentence stands at the field, and nobody gets at what is not
// theirs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verified } from '../../src/cli/verify/verify.ts';
import { arriving, largestFile } from '../../src/outside/files/file-store.ts';
import { bundleOf } from '../../src/reads/bundle/bundle.ts';
import { createDesk } from '../../src/reads/reads.ts';
import { unzipped } from '../../src/wire/bundle/zip.ts';
import {
  type Answered,
  activeContract,
  beginningWith,
  type FacesHouse,
  type Handle,
  withFaces,
} from './house.ts';

type Fields = readonly (readonly [name: string, value: string | File])[];

async function posts(house: FacesHouse, who: Handle, path: string, fields: Fields) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const response = new Response(form);
  const type = response.headers.get('content-type') ?? '';
  const body = new Uint8Array(await response.arrayBuffer());
  return house.send(house.members[who], path, { body, headers: { 'content-type': type } });
}

const submits = (contract: string) => `/contracts/${contract}/do/submit_work?milestone=sketches`;
const begin: Fields = [
  ['milestone', 'sketches'],
  ['note', 'Kept, whatever happens.'],
];

const sentIn = ({ text }: Answered) =>
  [...text.matchAll(/name="files" value="(fil_[0-9a-z]+)"/g)].map(([, id = '']) => id);

const file = (name: string, content: BlobPart = 'In blue.') => new File([content], name);

async function filesIn({ db }: FacesHouse) {
  return db.query<{ id: string; name: string | null }>('select id, name from files order by id');
}

test('what is wrong with one file is told at the field, and everything else stays', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const wrong: readonly [File, RegExp][] = [
      [file('empty.txt', ''), /“empty\.txt” is empty\./],
      [file('logo.png', '<!doctype html><b>Hello'), /“logo\.png” is not what its name says\./],
      [file('tool.exe', 'MZ\0\0'), /“tool\.exe” is of a kind that is not taken here\./],
      [file('large.txt', 'x'.repeat(largestFile + 1)), /“large\.txt” has more than 25 MB\./],
    ];
    for (const [bad, says] of wrong) {
      const form: Fields = [...begin, ['files', file('good.txt')], ['files', bad]];
      const answered = await posts(house, 'ann', submits(contract), form);
      assert.equal(answered.status, 422);
      assert.match(answered.text, says);
      assert.match(answered.text, /Kept, whatever happens\./);
      assert.match(answered.text, /good\.txt/);
      assert.equal(sentIn(answered).length, 1);
    }
    assert.deepEqual(
      (await filesIn(house)).map(({ name }) => name),
      wrong.map(() => 'good.txt'),
    );
  }));

test('eleven files at once, or with those before, are one too many', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const eleven = Array.from(
      { length: 11 },
      (_, index) => ['files', file(`${index}.txt`)] as const,
    );
    const answered = await posts(house, 'ann', submits(contract), [...begin, ...eleven]);
    assert.equal(answered.status, 422);
    assert.match(answered.text, /Send at most 10 files at once/);
    const sent = sentIn(answered);
    assert.equal(sent.length, 10);
    const again: Fields = [
      ...begin,
      ...sent.map((id) => ['files', id] as const),
      ['files', file('more.txt')],
    ];
    const more = await posts(house, 'ann', submits(contract), again);
    assert.equal(more.status, 422);
    assert.match(more.text, /Give a list of 1 to 10\./);
    assert.equal(sentIn(more).length, 11);
  }));

test('somebody else’s upload is neither shown nor carried', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const theirs = await posts(house, 'ann', submits(contract), [
      ...begin,
      ['files', file('secret-name.txt')],
    ]);
    const [id = ''] = sentIn(theirs);
    const form: Fields = [
      ['text', 'Hello.'],
      ['files', id],
      ['_do', 'confirm'],
    ];
    const answered = await posts(house, 'ben', `/contracts/${contract}/do/send_message`, form);
    assert.equal(answered.status, 422);
    assert.doesNotMatch(answered.text, /secret-name/);
    assert.deepEqual(sentIn(answered), []);
    assert.match(answered.text, /Attach the files again/);
  }));

test('what is no form, or half of one, is answered with a page', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const send = (body: string, more = headers) =>
      house.send(house.members.ann, submits(contract), { body, headers: more });
    const part = '--b\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n';
    for (const body of ['', 'x', part, `${part}half`, `--b\r\n\r\nx\r\n--b--`]) {
      const { status, text } = await send(body);
      assert.equal(status, 400, body);
      assert.match(text, /what arrived is no form of this server/);
    }
    const field = '--b\r\ncontent-disposition: form-data; name="note"\r\n\r\n';
    const long = `${field}${'x'.repeat(2_000_000)}\r\n--b--`;
    assert.equal((await send(long)).status, 400);
    const odd = '../../a\\"b%0D%0A.txt';
    const named = `--b\r\ncontent-disposition: form-data; name="files"; filename="${odd}"`;
    const name = `${named}\r\n\r\nIn blue.\r\n--b--`;
    assert.equal((await send(name)).status, 422);
    assert.deepEqual(
      (await filesIn(house)).map((one) => one.name),
      ['a_b.txt'],
    );
    const { status } = await send('x=1', { 'content-type': 'application/json' });
    assert.equal(status, 400);
  }));

test('more than ten whole files is too much, and only where there are files at all', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const headers = (bytes: number) => ({
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(bytes),
    });
    const tooMuch = 11 * largestFile;
    const ask = (path: string, bytes: number) =>
      house.send(house.members.ann, path, { body: 'x', headers: headers(bytes) });
    assert.equal((await ask(submits(contract), tooMuch)).status, 413);
    assert.equal((await ask('/account', 2 * 1024 * 1024)).status, 413);
    assert.equal((await ask(`/contracts/${contract}/x/submit_work`, 2 * 1024 * 1024)).status, 413);
  }));

test('a file is read by who sees what it came with, and by nobody else', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const [sent] = sentIn(
      await posts(house, 'ann', submits(contract), [...begin, ['files', file('a.svg', '<svg/>')]]),
    );
    const path = `/contracts/${contract}/files/${sent}`;
    assert.equal((await house.send(house.members.ann, path)).status, 404, 'nothing carries it yet');
    await house.does('ann', contract, {
      type: 'submit_work',
      milestone: 'sketches',
      files: [sent],
    });
    for (const who of ['ann', 'ben', 'olga'] as const) {
      const { status, headers, text } = await house.send(house.members[who], path);
      assert.equal(status, 200, who);
      assert.equal(text, '<svg/>');
      assert.match(headers.get('content-disposition') ?? '', /^attachment/);
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox");
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cache-control'), 'private, no-store');
    }
    for (const who of ['carl', 'fred', 'cleo', 'mia', 'mo'] as const) {
      assert.equal((await house.send(house.members[who], path)).status, 404, who);
      const bundle = await house.send(house.members[who], `/contracts/${contract}/bundle.zip`);
      assert.equal(bundle.status, 404, who);
    }
    assert.equal((await house.send(null, path)).status, 303);
    const head = await house.send(house.members.ben, path, { method: 'HEAD' });
    assert.equal(head.status, 200);
  }));

test('evidence is for the two sides and for who has the case, in pages and in bundles', () =>
  withFaces(async (house) => {
    const { members, does, uploads } = house;
    const contract = await activeContract(house);
    const feedback = { stars: { ...six, cooperation: 2 } };
    await does('ben', contract, { type: 'end_contract', reason: 'quality', feedback });
    const statement = 'It is all DONE.';
    await does('ann', contract, { type: 'dispute_escrow_refund', statement });
    await does('ben', contract, { type: 'answer_dispute', answer: 'contest' });
    const sent = await uploads.take(members.ann.id, 'proof.txt', arriving(Buffer.from('PROOF')));
    assert.ok('file' in sent);
    const evidence = { note: 'As AGREED.', files: [sent.file] };
    await does('ann', contract, { type: 'submit_evidence', ...evidence });
    const path = `/contracts/${contract}/files/${sent.file}`;
    const reads = async (who: Handle) => {
      const { status } = await house.send(members[who], path);
      assert.equal((await house.send(members[who], `/api${path}`)).status, status);
      return status;
    };
    for (const who of ['ann', 'ben'] as const) assert.equal(await reads(who), 200, who);
    for (const who of ['mia', 'mo', 'olga', 'carl'] as const)
      assert.equal(await reads(who), 404, who);
    const answer = await house.engine.execute({
      contract,
      command: { type: 'take_case' },
      by: { as: 'mediator', person: members.mia.id },
      key: 'mia takes it',
    });
    assert.ok('events' in answer, JSON.stringify(answer));
    assert.equal(await reads('mia'), 200);
    for (const who of ['ann', 'ben', 'mia', 'olga'] as const) {
      const bytes = await bundleBytes(house, who, contract);
      const { differs } = await verified(bytes);
      assert.deepEqual(differs, [], who);
      for (const said of ['PROOF', 'DONE', 'AGREED']) {
        assert.equal(Buffer.from(bytes).includes(said), who !== 'olga', `${who} ${said}`);
      }
      const disputes = unzipped(bytes).find((one) => one.path === 'disputes.json');
      assert.match(Buffer.from(disputes?.bytes ?? []).toString(), /evidence_submitted/);
    }
  }));

const six = { skills: 5, quality: 5, availability: 5, deadlines: 5, communication: 5 };
const glad = { stars: { ...six, cooperation: 5 }, comment: 'GLADLY.', private_note: 'PRICES.' };
const sour = { stars: { ...six, cooperation: 1, skills: 1 } };

async function bundleBytes(house: FacesHouse, who: Handle, contract: string) {
  const found = await house.people.personOfKey(house.members[who].bearer);
  const looker = found?.person;
  assert.ok(looker !== undefined);
  const now = house.clock.now();
  const bundle = await bundleOf(createDesk(house.db), house.uploads.open, looker, contract, now);
  return new Uint8Array(await new Response(bundle?.bytes).arrayBuffer());
}

/** Every entry of a bundle, without what is random wherever it stands. */
async function bundleIn(house: FacesHouse, who: Handle, contract: string): Promise<string> {
  return unzipped(await bundleBytes(house, who, contract))
    .map(({ path, bytes: content }) => `${path}\n${Buffer.from(content).toString('utf8')}`)
    .join('\n')
    .replaceAll(/txt_[0-9a-z]{26}|[0-9a-f]{64}|"salt": "[0-9a-f]{32}"/g, '*');
}

test('what a sealed review says changes nothing in anybody else’s bundle', async () => {
  let contract = '';
  const from = await beginningWith(async (house) => {
    contract = await activeContract(house);
  });
  const world = async (review: typeof glad | typeof sour) => {
    const seen: string[] = [];
    await withFaces(
      async (house) => {
        const ends = { type: 'end_contract', reason: 'completed', release: '500.00' } as const;
        await house.does('ben', contract, { ...ends, feedback: review });
        for (const who of ['ann', 'olga', 'ben'] as const) {
          seen.push(await bundleIn(house, who, contract));
        }
      },
      { from },
    );
    return seen;
  };
  const [one, other] = [await world(glad), await world(sour)];
  assert.equal(one[0], other[0]);
  assert.equal(one[1], other[1]);
  assert.notEqual(one[2], other[2], 'its author has two worlds');
});
