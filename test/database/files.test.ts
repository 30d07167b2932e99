// Files in the database: only who has sent one may use it, a command carries it or does not happen,
// its name is a text of the contract, and what nobody used is swept with its content.
import assert from 'node:assert/strict';
import { isRejection } from '../../src/domain/rejections.ts';
import { auditAll } from '../../src/engine/audit/audit.ts';
import { createUploads, isUploadRefused, type Upload } from '../../src/engine/files/uploads.ts';
import type { PlainCommand } from '../../src/engine/requests.ts';
import { arriving, sha256Of } from '../../src/outside/files/file-store.ts';
import { MemoryFiles } from '../../src/outside/files/memory-files.ts';
import type { Database } from '../../src/store/connection.ts';
import { onBoth } from './both.ts';
import {
  ann,
  anyKey,
  ben,
  byAnn,
  byBen,
  deposit,
  fundedContract,
  type House,
  houseOn,
} from './house.ts';

type Filed = House & {
  readonly files: MemoryFiles;
  readonly uploads: ReturnType<typeof createUploads>;
  readonly sends: (owner: string, name: string, text: string) => Promise<Upload>;
};

function filedOn(db: Database): Filed {
  const house = houseOn(db);
  const files = new MemoryFiles();
  const uploads = createUploads({ db, clock: house.clock, files });
  const sends = async (owner: string, name: string, text: string) => {
    const upload = await uploads.take(owner, name, arriving(Buffer.from(text)));
    if (isUploadRefused(upload)) throw new Error(`${name} was refused: ${upload.refused}`);
    return upload;
  };
  return { ...house, files, uploads, sends };
}

const submits = (...files: readonly string[]): PlainCommand => ({
  type: 'submit_work',
  milestone: 'm1',
  files,
});

async function funded(db: Database): Promise<{ house: Filed; contract: string }> {
  const house = filedOn(db);
  await deposit(house, ben, '5000.00');
  return { house, contract: await fundedContract(house) };
}

onBoth('a command carries the files that it names, and their names are texts', async (db) => {
  const { house, contract } = await funded(db);
  const { does, sends, uploads } = house;
  const one = await sends(ann, '../sketch.txt', 'In blue.');
  const two = await sends(ann, 'notes.txt', 'Or green.');
  const { events } = await does(contract, byAnn, submits(one.file, two.file, one.file));
  const [submitted] = events;
  assert.deepEqual(submitted?.event, {
    type: 'work_submitted',
    milestone: 'm1',
    note: null,
    files: [one, two].map(({ name: _, ...ref }) => ref),
  });
  const texts = await db.query(
    'select id, stream, body from texts where id = any($1) order by body desc',
    [[one.file, two.file]],
  );
  assert.deepEqual(texts, [
    { id: one.file, stream: contract, body: 'sketch.txt' },
    { id: two.file, stream: contract, body: 'notes.txt' },
  ]);
  const rows = await db.query('select name, stream from files');
  assert.deepEqual(
    rows,
    Array.from({ length: 2 }, () => ({ name: null, stream: contract })),
  );
  assert.equal((await uploads.mine(ann, [one.file]))[0]?.name, 'sketch.txt');
  assert.deepEqual((await auditAll(db)).findings, []);
});

onBoth('what is not there for its sender is refused before anything else', async (db) => {
  const { house, contract } = await funded(db);
  const { engine, sends, clock, does } = house;
  const foreign = await sends(ben, 'mine.txt', 'Not hers.');
  const own = await sends(ann, 'sketch.txt', 'In blue.');
  const asks = async (command: PlainCommand) => {
    const answer = await engine.execute({ contract, by: byAnn, command, key: anyKey() });
    const preview = await engine.previewContract({ contract, by: byAnn, command });
    assert.deepEqual(answer, preview);
    return isRejection(answer) ? [answer.rejected, answer.field] : null;
  };
  const wrong = ['field_invalid', 'files'];
  assert.deepEqual(await asks(submits(foreign.file)), wrong);
  assert.deepEqual(await asks(submits(own.file, foreign.file)), wrong);
  assert.deepEqual(await asks(submits('fil_00000000000000000000000000')), wrong);
  assert.deepEqual(await asks(submits("fil_'; drop table files")), wrong);
  assert.deepEqual(await asks({ ...submits(), files: 'all' }), wrong);
  assert.deepEqual(await asks({ ...submits(own.file), milestone: 'm9' }), [
    'milestone_not_found',
    'milestone',
  ]);
  assert.equal((await db.query('select 1 from files where stream is not null')).length, 0);
  clock.set(clock.now().add({ hours: 24 }));
  assert.deepEqual(await asks(submits(own.file)), wrong, 'a day is over');
  const other = await fundedContract(house);
  const late = await sends(ann, 'late.txt', 'In red.');
  await does(contract, byAnn, submits(late.file));
  const elsewhere = await engine.execute({
    ...{ contract: other, by: byAnn, command: submits(late.file), key: anyKey() },
  });
  assert.ok(isRejection(elsewhere) && elsewhere.rejected === 'field_invalid');
});

onBoth('the same key gives the first answer, and the same file may come again', async (db) => {
  const { house, contract } = await funded(db);
  const { does, sends, engine } = house;
  const { file } = await sends(ann, 'sketch.txt', 'In blue.');
  const key = anyKey();
  const first = await does(contract, byAnn, submits(file), key);
  const again = await does(contract, byAnn, submits(file), key);
  assert.ok(again.replayed);
  assert.deepEqual(again.events, first.events);
  const three = await Promise.all([1, 2, 3].map(() => does(contract, byAnn, submits(file))));
  assert.ok(three.every(({ replayed }) => !replayed));
  const ask = { contract, by: byAnn, command: submits(), key };
  const other = await engine.execute(ask);
  assert.ok(isRejection(other) && other.rejected === 'key_reused_with_other_body');
});

onBoth('two commands that carry one new file at the same moment both happen', async (db) => {
  const { house, contract } = await funded(db);
  const { does, sends } = house;
  for (let round = 0; round < 5; round += 1) {
    const { file } = await sends(ann, 'sketch.txt', `Round ${round}.`);
    await Promise.all([1, 2, 3, 4].map(() => does(contract, byAnn, submits(file))));
  }
  assert.deepEqual((await auditAll(db)).findings, []);
});

onBoth('a preview promises the same with files and without', async (db) => {
  const { house, contract } = await funded(db);
  const { engine, sends } = house;
  const preview = await engine.previewContract({ contract, by: byAnn, command: submits() });
  assert.ok(!isRejection(preview));
  const { file } = await sends(ann, 'sketch.txt', 'In blue.');
  const { promise } = preview;
  const ask = { contract, by: byAnn, command: submits(file), key: anyKey(), promise };
  const answer = await engine.execute(ask);
  assert.ok(!isRejection(answer), JSON.stringify(answer));
});

onBoth('what nobody used is swept after a day, and its content with it', async (db) => {
  const { house, contract } = await funded(db);
  const { does, sends, files, uploads, clock } = house;
  const same = await sends(ann, 'same.txt', 'In blue.');
  const used = await sends(ann, 'used.txt', 'In blue.');
  const left = await sends(ann, 'left.txt', 'In green.');
  await does(contract, byAnn, submits(used.file));
  clock.set(clock.now().add({ hours: 24 }));
  assert.equal(await uploads.sweep(), 0, 'an hour later, so that none goes while it is used');
  clock.set(clock.now().add({ hours: 1, seconds: 1 }));
  const fresh = await sends(ann, 'fresh.txt', 'In red.');
  assert.equal(await uploads.sweep(), 2);
  assert.deepEqual(await uploads.mine(ann, [same.file, left.file]), []);
  assert.notEqual(await files.get(used.sha256), null, 'another file has the same content');
  assert.notEqual(await files.get(fresh.sha256), null);
  assert.equal(await files.get(left.sha256), null);
  assert.equal(await uploads.sweep(), 0);
});

onBoth('what somebody sends again while it is swept is not lost', async (db) => {
  const { sends, files, uploads, clock } = filedOn(db);
  for (let round = 0; round < 10; round += 1) {
    const text = `Round ${round}.`;
    await sends(ann, 'old.txt', text);
    clock.set(clock.now().add({ hours: 26 }));
    const [{ sha256 }] = await Promise.all([sends(ben, 'new.txt', text), uploads.sweep()]);
    assert.equal(sha256, sha256Of(Buffer.from(text)));
    assert.notEqual(await files.get(sha256), null, text);
  }
});

onBoth('a hundred files wait for their commands, and no more', async (db) => {
  const { sends, uploads } = filedOn(db);
  const all = Array.from({ length: 130 }, (_, index) =>
    uploads.take(ann, 'a.txt', arriving(Buffer.from(`${index}`))),
  );
  const answers = await Promise.all(all);
  const refused = answers.flatMap((one) => (isUploadRefused(one) ? one.refused : []));
  assert.deepEqual(
    refused,
    Array.from({ length: 30 }, () => 'too_many'),
  );
  await sends(ben, 'b.txt', 'Somebody else.');
});

onBoth('what is refused leaves nothing', async (db) => {
  const { uploads } = filedOn(db);
  const refused = async (name: string, bytes: Uint8Array) => {
    const upload = await uploads.take(ann, name, arriving(bytes));
    return isUploadRefused(upload) ? upload.refused : upload.media_type;
  };
  assert.equal(await refused('a.txt', new Uint8Array()), 'empty');
  assert.equal(await refused('logo.png', Buffer.from('<script>')), 'not_its_name');
  assert.equal(await refused('tool.exe', Buffer.from('MZ\x90\0', 'latin1')), 'kind');
  assert.equal(await refused('a.txt', Buffer.alloc(26 * 1024 * 1024, 'a')), 'too_large');
  assert.deepEqual(await db.query('select 1 from files'), []);
});

onBoth(
  'only a party’s own capacity counts: nobody else’s command is asked for files',
  async (db) => {
    const { house, contract } = await funded(db);
    const { engine, sends } = house;
    const { file } = await sends(ben, 'mine.txt', 'In blue.');
    const asked = { contract, by: byBen, command: submits(file), key: anyKey() };
    const answer = await engine.execute(asked);
    assert.ok(isRejection(answer) && answer.rejected === 'not_your_decision');
  },
);
