// What was sealed and then given up is nobody's: feedback that was discarded when the contract was
// opened again, and feedback that its author has since written anew. Two worlds that differ in
// nothing but that cannot be told apart, and in one world its words stand nowhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlainCommand, PlainFeedback } from '../../src/engine/requests.ts';
import { activeContract, type Beginning, beginningWith, type FacesHouse } from './house.ts';
import { allBut, looksAt, sameFor, told } from './two-worlds.ts';

const stars = (star: number) => ({
  ...{ skills: star, quality: star, availability: star },
  ...{ deadlines: star, communication: star, cooperation: star },
});
const sour: PlainFeedback = {
  stars: stars(1),
  comment: 'NEVER again, not for any money in the world.',
  private_note: 'Learn to DRAW.',
};
const bland: PlainFeedback = { stars: stars(4) };

const ends = (feedback: PlainFeedback): PlainCommand => ({
  ...{ type: 'end_contract', reason: 'completed', release: '500.00' },
  feedback,
});

/** The contract's own pages and answers: they are where anything would show. */
async function begun() {
  let contract = '';
  const from: Beginning = await beginningWith(async (house) => {
    contract = await activeContract(house);
  });
  const looks = looksAt(contract).filter(({ path }) => path.includes(contract));
  return { from, contract, looks };
}

const everybody = allBut('carl', 'fred', 'cleo', 'mia');

test('feedback that was discarded by opening again is told to nobody, its author neither', async () => {
  const { from, contract, looks } = await begun();
  const opened = (review: PlainFeedback) => async (house: FacesHouse) => {
    await house.does('ben', contract, ends(review));
    await house.does('ben', contract, { type: 'propose_reopen', note: 'Too soon.' });
    await house.does('ann', contract, { type: 'accept_reopen' });
  };
  const one = await told(from, opened(sour), looks, everybody);
  sameFor(one, await told(from, opened(bland), looks, everybody));
  for (const [where, text] of one) assert.doesNotMatch(text, /NEVER|DRAW/, where);
});

test('feedback that was changed leaves nothing of what it said before', async () => {
  const { from, contract, looks } = await begun();
  const changed = (review: PlainFeedback) => async (house: FacesHouse) => {
    await house.does('ben', contract, ends(review));
    await house.does('ann', contract, { type: 'give_feedback', ...bland });
    await house.does('ann', contract, { type: 'allow_feedback_change' });
    await house.does('ben', contract, { type: 'change_feedback', ...bland, comment: 'Fine.' });
  };
  const one = await told(from, changed(sour), looks, everybody);
  sameFor(one, await told(from, changed(bland), looks, everybody));
  for (const [where, text] of one) assert.doesNotMatch(text, /NEVER|DRAW/, where);
});

test('while opening again is proposed, what is sealed is as sealed as before', async () => {
  const { from, contract, looks } = await begun();
  const proposed = (review: PlainFeedback) => async (house: FacesHouse) => {
    await house.does('ben', contract, ends(review));
    await house.does('ann', contract, { type: 'propose_reopen' });
    await house.does('ann', contract, { type: 'send_message', text: 'Shall we go on?' });
  };
  const others = allBut('ben', 'carl', 'fred', 'cleo', 'mia');
  const one = await told(from, proposed(sour), looks, others);
  sameFor(one, await told(from, proposed(bland), looks, others));
});
