// Sealed feedback is nobody's but its author's: two worlds that differ in nothing but what a
// review says cannot be told apart by anybody else, anywhere, until it is revealed. And the
// private note is read by its subject alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlainCommand, PlainFeedback } from '../../src/engine/requests.ts';
import { activeContract, type Beginning, beginningWith, type FacesHouse } from './house.ts';
import { allBut, looksAt, sameFor, told } from './two-worlds.ts';

const five = { skills: 5, quality: 5, availability: 5, deadlines: 5, communication: 5 };
const one = { skills: 1, quality: 2, availability: 1, deadlines: 1, communication: 1 };

const glad: PlainFeedback = {
  stars: { ...five, cooperation: 5 },
  comment: 'GLADLY again, every week if she has the time for it.',
  private_note: 'Raise your PRICES.',
};
const sour: PlainFeedback = { stars: { ...one, cooperation: 1 } };

const ends = (feedback: PlainFeedback): PlainCommand => ({
  type: 'end_contract',
  reason: 'completed',
  release: '500.00',
  feedback,
});

async function contractIn(): Promise<{ from: Beginning; contract: string }> {
  let contract = '';
  const from = await beginningWith(async (house) => {
    contract = await activeContract(house);
  });
  return { from, contract };
}

const passes = async ({ clock, engine }: FacesHouse, days: number) => {
  clock.set(clock.now().add({ hours: days * 24 }));
  await engine.passTime();
};

test('what a sealed review says changes nothing that anybody else can see', async () => {
  const { from, contract } = await contractIn();
  const looks = looksAt(contract);
  const world = (review: PlainFeedback) =>
    told(
      from,
      async (house) => {
        await house.does('ben', contract, ends(review));
        await passes(house, 6);
      },
      looks,
      ['ann', 'olga', 'cleo', null],
    );
  sameFor(await world(glad), await world(sour));
});

test('the same holds for a review that comes later, from the other side', async () => {
  const { from, contract } = await contractIn();
  const looks = looksAt(contract).filter(({ path }) => path.includes(contract));
  const world = (review: PlainFeedback) =>
    told(
      from,
      async (house) => {
        await house.does('ben', contract, { ...ends(glad), type: 'propose_cancel' });
        await house.does('ann', contract, { type: 'accept_cancel' });
        await house.does('ann', contract, { type: 'give_feedback', ...review });
      },
      looks,
      ['ben', 'olga', null],
    );
  sameFor(await world(glad), await world(sour));
});

test('its author sees it, so that the two worlds are two', async () => {
  const { from, contract } = await contractIn();
  const look = [{ path: `/api/contracts/${contract}` }];
  const happens = (house: FacesHouse) => house.does('ben', contract, ends(glad));
  for (const [where, text] of await told(from, happens, look, ['ben'])) {
    assert.match(text, /GLADLY/, where);
  }
});

test('once revealed it is both parties’, and the private note is nobody’s who looks on', async () => {
  const { from, contract } = await contractIn();
  const looks = looksAt(contract).filter(({ path }) => path.includes(contract));
  const happens = async (house: FacesHouse) => {
    await house.does('ben', contract, ends(glad));
    await house.does('ann', contract, { type: 'give_feedback', ...sour });
  };
  const room = (who: string) => `${who} at /contracts/${contract}`;
  const api = (who: string) => `${who} at /api/contracts/${contract}`;
  const seen = await told(from, happens, looks, ['ann', ...allBut('ben', 'ann')]);
  for (const where of [room('ann'), api('ann')]) {
    assert.match(seen.get(where) ?? '', /GLADLY/, where);
    assert.match(seen.get(where) ?? '', /PRICES/, where);
  }
  for (const where of [room('olga'), api('olga')]) assert.match(seen.get(where) ?? '', /GLADLY/);
  for (const [where, text] of seen) {
    if (!where.startsWith('ann ')) assert.doesNotMatch(text, /PRICES/, where);
  }
});

test('what was asked for under a key is kept as a hash from which no review can be guessed', async () => {
  await contractIn().then(({ from, contract }) =>
    told(
      from,
      async (house) => {
        await house.does('ben', contract, { ...ends(glad), type: 'propose_cancel' });
        await house.does('ann', contract, { type: 'accept_cancel' });
        const review = { type: 'give_feedback', ...sour } as const;
        await house.does('ann', contract, review);
        const { hash } = await import('node:crypto');
        const { canonical } = await import('../../src/store/codec.ts');
        const guess = canonical({ stream: contract, as: 'freelancer', command: review });
        const rows = await house.db.query<{ body: Uint8Array }>('select body from commands');
        assert.ok(rows.length > 0);
        for (const { body } of rows) {
          assert.notEqual(Buffer.from(body).toString('hex'), hash('sha256', guess, 'hex'));
        }
      },
      [],
      [],
    ),
  );
});
