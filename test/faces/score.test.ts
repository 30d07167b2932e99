// The success score at the faces: who sees what of it, and that nothing of it tells what a sealed
// review says, until the one moment in which it is revealed.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contractPreview } from '../../src/api/command-schemas.ts';
import { scoreTable } from '../../src/api/score-routes.ts';
import { score } from '../../src/cli/score.ts';
import { isRejection } from '../../src/domain/rejections.ts';
import type { PlainCommand } from '../../src/engine/requests.ts';
import { scoreHistoryShape } from '../../src/wire/score-history.ts';
import { type Beginning, beginningWith, type FacesHouse, type Handle, withFaces } from './house.ts';
import { sameFor, told } from './two-worlds.ts';

const names = ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'];
const all = (star: number) => Object.fromEntries(names.map((name) => [name, star]));

let keys = 0;

async function does(house: FacesHouse, who: Handle, contract: string, command: PlainCommand) {
  const as = who === 'ann' ? 'freelancer' : 'client';
  const by = { as, person: house.members[who].id } as const;
  keys += 1;
  const answer = await house.engine.execute({ contract, command, by, key: `score-${keys}` });
  if (isRejection(answer)) throw new Error(`${command.type} is refused: ${answer.rejected}`);
}

async function funded(house: FacesHouse, who: Handle): Promise<void> {
  const person = house.members[who].id;
  const card = { id: 'card', kind: 'card', label: 'Card ending 4242', token: 'card_ok' };
  for (const command of [
    { type: 'add_payment_method', ...card },
    { type: 'verify_payment_method', method: 'card' },
    { type: 'deposit', amount: '1000.00' },
  ] as const) {
    const request = { wallet: { person, currency: 'USD' }, command, key: command.type };
    assert.ok(
      !isRejection(await house.engine.execute({ ...request, by: { as: 'client', person } })),
    );
  }
  await house.settles();
}

/** Paid in full and ended by its client, with a review that is sealed until Ann gives hers. */
async function ended(house: FacesHouse, who: Handle, title: string, star: number) {
  const contract = house.engine.newContractId();
  const milestones = [{ id: 'all', title: 'Everything', amount: '100.00' }];
  const terms = { title, kind: 'fixed', currency: 'USD', milestones, fund_first: true };
  await does(house, who, contract, { type: 'send_offer', to: house.members.ann.id, ...terms });
  await does(house, 'ann', contract, { type: 'accept_offer' });
  await does(house, who, contract, { type: 'release_payment', milestone: 'all' });
  const feedback = { stars: all(star) };
  await does(house, who, contract, { type: 'end_contract', reason: 'completed', feedback });
  return contract;
}

const answers = { type: 'give_feedback', stars: all(5) } as const;

/** Ann has praise from Ben and Cleo: a score of 100. */
async function praised(house: FacesHouse): Promise<void> {
  await funded(house, 'cleo');
  for (const [who, title] of [
    ['ben', 'A first logo'],
    ['cleo', 'A second logo'],
  ] as const) {
    await does(house, 'ann', await ended(house, who, title, 5), answers);
    house.clock.set(house.clock.now().add({ hours: 1 }));
  }
}

/** The exit code of the command line for an exported history. */
async function recomputed(history: object): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'endwell-score-'));
  const file = join(folder, 'score.json');
  writeFileSync(file, JSON.stringify(history));
  try {
    return await score(['recompute', file], { out: () => {}, err: () => {} });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('what a sealed review says moves no score, anywhere, until it is revealed', async () => {
  let ids: { ann: string; ben: string; contract: string } | undefined;
  const begun = async (): Promise<Beginning> =>
    beginningWith(async (house) => {
      await praised(house);
      const contract = house.engine.newContractId();
      const milestones = [{ id: 'all', title: 'Everything', amount: '100.00' }];
      const terms = { title: 'Poster', kind: 'fixed', currency: 'USD', milestones };
      const to = house.members.ann.id;
      await does(house, 'ben', contract, { type: 'send_offer', to, ...terms, fund_first: true });
      await does(house, 'ann', contract, { type: 'accept_offer' });
      await does(house, 'ben', contract, { type: 'release_payment', milestone: 'all' });
      ids = { ann: to, ben: house.members.ben.id, contract };
    });
  const from = await begun();
  assert.ok(ids);
  const { ann, ben, contract } = ids;
  const looks = [ann, ben]
    .flatMap((one) => [
      `/people/${one}/score`,
      `/people/${one}/score?as=client&what_if=${contract}`,
      `/people/${one}/score?what_if=${contract}`,
      `/people/${one}/score.json`,
      `/api/people/${one}/score`,
      `/api/people/${one}/score.json`,
    ])
    .concat(`/api/contracts/${contract}/score`)
    .map((path) => ({ path }));
  const world = (star: number) =>
    told(
      from,
      async (house) => {
        const feedback = { stars: all(star) };
        await does(house, 'ben', contract, { type: 'end_contract', reason: 'other', feedback });
      },
      looks,
      ['ann', 'olga', 'cleo', 'carl', null],
    );
  const [sour, glad] = [await world(1), await world(5)];
  sameFor(sour, glad);
  assert.match(sour.get(`ann at /api/people/${ann}/score`) ?? '', /"score":100/);
});

test('the whole score is its owner’s and the operator’s; others get the number and the window', () =>
  withFaces(async (house) => {
    await praised(house);
    const { members, send } = house;
    const path = `/api/people/${members.ann.id}/score`;
    for (const who of ['ann', 'olga'] as const) {
      const body = JSON.parse((await send(members[who], path)).text);
      assert.equal(body.score, 100);
      assert.deepEqual(
        body.contracts.map((one: { title: string; share: number }) => [one.title, one.share]),
        [
          ['A second logo', 50],
          ['A first logo', 50],
        ],
      );
      const [own] = scoreTable;
      assert.ok(own?.answer.safeParse(body).success);
      const history = JSON.parse((await send(members[who], `${path}.json`)).text);
      assert.ok(scoreHistoryShape.safeParse(history).success);
      assert.equal(await recomputed(history), 0);
      assert.equal(
        await recomputed({ ...history, explained: { ...history.explained, score: 92 } }),
        1,
      );
    }
    for (const who of ['ben', 'carl', 'cleo', 'mia'] as const) {
      const { text } = await send(members[who], path);
      const keysSeen = ['as', 'at', 'person', 'says', 'score', 'window'];
      assert.deepEqual(Object.keys(JSON.parse(text)).sort(), keysSeen);
      assert.doesNotMatch(text, /logo|ctr_|Cleo/i);
      assert.equal((await send(members[who], `${path}.json`)).status, 404);
    }
  }));

test('a score of nobody, and of somebody who does not trade, is not there', () =>
  withFaces(async ({ members, send }) => {
    for (const id of ['psn_none', 'A', members.mia.id, `${members.ann.id}'`]) {
      assert.equal((await send(members.ben, `/api/people/${id}/score`)).status, 404);
      assert.equal((await send(members.ben, `/people/${id}/score`)).status, 404);
    }
    const asClient = `/api/people/${members.ann.id}/score?as=client`;
    assert.equal((await send(members.ann, asClient)).status, 404);
    assert.equal((await send(members.ann, `${asClient}x`)).status, 422);
  }));

test('what feedback could do is told to each side about its own score alone', () =>
  withFaces(async (house) => {
    await praised(house);
    const contract = await ended(house, 'ben', 'Poster', 1);
    const { members, send } = house;
    const path = `/api/contracts/${contract}/score`;
    const seen = async (who: Handle) => JSON.parse((await send(members[who], path)).text);
    assert.deepEqual(await seen('ann'), {
      ...{ as: 'freelancer', now: 100, no_feedback: 100, best: 100, worst: 33 },
    });
    assert.deepEqual(await seen('ben'), {
      ...{ as: 'client', now: null, no_feedback: null, best: null, worst: null },
    });
    assert.equal((await send(members.cleo, path)).status, 404);
    await does(house, 'ann', contract, answers);
    assert.equal(
      JSON.parse((await send(members.ann, `/api/people/${members.ann.id}/score`)).text).score,
      33,
    );
  }));

test('a preview of ending has the range of one’s own score, and no other preview has', () =>
  withFaces(async (house) => {
    await praised(house);
    const { members, send, engine } = house;
    const contract = engine.newContractId();
    const milestones = [{ id: 'all', title: 'Everything', amount: '100.00' }];
    const terms = { title: 'Poster', kind: 'fixed', currency: 'USD', milestones };
    await does(house, 'ben', contract, { type: 'send_offer', to: members.ann.id, ...terms });
    await does(house, 'ann', contract, { type: 'accept_offer' });
    const preview = async (command: string, json: object) => {
      const path = `/api/contracts/${contract}/${command}/preview`;
      const body = JSON.parse((await send(members.ann, path, { json })).text);
      assert.ok(contractPreview.shape.score.safeParse(body.score).success);
      return body.score;
    };
    const feedback = { stars: all(5) };
    assert.deepEqual(await preview('end_contract', { reason: 'other', feedback }), {
      ...{ as: 'freelancer', now: 100, no_feedback: 100, best: 100, worst: 33 },
    });
    assert.equal(await preview('ask_clarification', { question: 'Which blue?' }), undefined);
  }));
