// The success score out of the database, on both kinds of it: what is read, how far back, and that
// it needs no worker.
import assert from 'node:assert/strict';
import type { Actor } from '../../src/domain/people.ts';
import { createDesk } from '../../src/reads/reads.ts';
import { historyOf } from '../../src/reads/reputation/history.ts';
import {
  exportedScore,
  ownScore,
  publicScore,
  scoreOverTime,
  scoreRangeOf,
} from '../../src/reads/reputation/score.ts';
import { present, storedContracts } from '../../src/reads/states.ts';
import type { Database } from '../../src/store/connection.ts';
import { onBoth } from './both.ts';
import {
  ann,
  as,
  ben,
  byAnn,
  byBen,
  deposit,
  type House,
  houseOn,
  offer,
  standard,
} from './house.ts';

const six = (number: number) =>
  Object.fromEntries(
    ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'].map(
      (name) => [name, number],
    ),
  );

const bea = 'psn_bea';

function onHouse(law: string, run: (house: House, db: Database) => Promise<void>): void {
  onBoth(law, async (db) => {
    const house = houseOn(db);
    await deposit(house, ben, '2000.00');
    await deposit(house, bea, '2000.00');
    await run(house, db);
    await house.engine.close();
  });
}

const by = (person: string): Actor => as('client', person);

/** Paid, and ended by its client; Ann answers unless she is silent. */
async function ended(house: House, client: string, star: number, answered = true) {
  const id = house.engine.newContractId();
  await house.does(id, by(client), { ...offer(1, '100.00'), fund_first: true });
  await house.does(id, byAnn, { type: 'accept_offer' });
  await house.does(id, by(client), { type: 'release_payment', milestone: 'm1' });
  const feedback = { stars: six(star), comment: 'Words.' };
  await house.does(id, by(client), { type: 'end_contract', reason: 'completed', feedback });
  if (answered) await house.does(id, byAnn, { type: 'give_feedback', stars: six(4) });
  return id;
}

const asked = (house: House, person = ann) => ({
  person,
  as: person === ann ? ('freelancer' as const) : ('client' as const),
  policy: standard,
  now: house.clock.now(),
});

const goOn = (house: House, days: number) => {
  house.clock.set(house.clock.now().add({ hours: 24 * days }));
};

onHouse('a score follows the moment of revealing, with no worker in between', async (house) => {
  const desk = createDesk(house.db);
  await ended(house, ben, 5);
  await ended(house, bea, 2, false);
  assert.equal((await publicScore(desk, asked(house))).score, null);
  goOn(house, 16);
  const { score, lines } = await ownScore(desk, asked(house));
  assert.equal(score.score, 0);
  assert.deepEqual(lines.map((line) => line.reason).sort(), ['negative', 'positive']);
});

onHouse('reviews that are sealed are not among the texts that a score reads', async (house) => {
  const desk = createDesk(house.db);
  await ended(house, ben, 5);
  await ended(house, bea, 1, false);
  const read: unknown[] = [];
  const spying = {
    ...house.db,
    query: house.db.query.bind(house.db),
    named: (name: string, text: string, values: readonly unknown[]) => {
      if (name === 'texts-read') read.push(...(values[0] as string[]));
      return house.db.named(name, text, values);
    },
  };
  const history = await historyOf(desk, spying as Database, asked(house));
  assert.equal(history.outcomes.length, 2);
  assert.equal(read.length, 1);
});

onHouse(
  'nothing is read that ended before the longest window, for work or for clients',
  async (house) => {
    const desk = createDesk(house.db);
    await ended(house, ben, 5);
    goOn(house, 30);
    await house.engine.passTime();
    goOn(house, 800);
    const late = await ended(house, bea, 5);
    for (const person of [ann, bea]) {
      const { contracts } = await historyOf(desk, house.db, asked(house, person));
      assert.deepEqual(
        contracts.map(({ id }) => id),
        [late],
      );
    }
    const more = Temporal.Duration.from({ years: 1 });
    assert.equal((await historyOf(desk, house.db, asked(house), more)).contracts.length, 2);
    assert.equal((await ownScore(desk, asked(house), more)).lines.length, 1);
  },
);

onHouse('a client has a score from what freelancers say', async (house) => {
  const desk = createDesk(house.db);
  await ended(house, ben, 1);
  const { score, lines } = await ownScore(desk, asked(house, ben));
  assert.equal(score.score, null);
  assert.deepEqual(
    lines.map(({ counted, reason, stars }) => ({ counted, reason, stars })),
    [{ counted: true, reason: 'positive', stars: [4, 4, 4, 4, 4, 4] }],
  );
});

onHouse('an export is what the page shows', async (house) => {
  const desk = createDesk(house.db);
  await ended(house, ben, 5);
  await ended(house, bea, 3);
  const exported = await exportedScore(desk, asked(house));
  const { score } = await ownScore(desk, asked(house), Temporal.Duration.from({ years: 1 }));
  assert.equal(exported.explained.score, 50);
  assert.equal(score.score, 50);
  assert.deepEqual(
    exported.explained.contracts.map(({ contract, reason }) => [contract, reason]),
    score.contracts.map(({ contract, reason }) => [contract, reason]),
  );
  assert.doesNotMatch(JSON.stringify(exported), /Words\./);
});

onHouse('the year ends with the score of now, which the months have led to', async (house) => {
  const desk = createDesk(house.db);
  await ended(house, ben, 5);
  goOn(house, 60);
  await ended(house, bea, 5);
  const own = await ownScore(desk, asked(house), Temporal.Duration.from({ years: 1 }));
  const points = scoreOverTime(own, 12);
  assert.equal(points.length, 13);
  assert.equal(points.at(-1)?.score, 100);
  assert.equal(points.at(-2)?.score, null);
});

onHouse('a range tells what feedback about a contract at hand could do', async (house) => {
  const desk = createDesk(house.db);
  await ended(house, ben, 5);
  await ended(house, bea, 5);
  const id = house.engine.newContractId();
  await house.does(id, byBen, { ...offer(1, '100.00'), fund_first: true });
  const range = async () => {
    const [stored] = await storedContracts(desk, house.db, 'where id = $1', [id]);
    assert.ok(stored);
    const { state } = present(stored, house.clock.now());
    return scoreRangeOf(desk, state, 'freelancer', standard, house.clock.now());
  };
  assert.equal(await range(), null);
  await house.does(id, byAnn, { type: 'accept_offer' });
  assert.deepEqual(await range(), { now: 100, noFeedback: 100, best: 100, worst: 33 });
  await house.does(id, byBen, { type: 'release_payment', milestone: 'm1' });
  assert.deepEqual(await range(), { now: 100, noFeedback: 100, best: 100, worst: 33 });
});
