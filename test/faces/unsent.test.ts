// An offer that waits for its money does not exist for anybody but its client: a world in which
// it was written down and one in which it never was cannot be told apart by the freelancer or by
// anybody else, neither while the card is charged nor after the charge has failed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeContract, beginningWith, type FacesHouse, type Handle, logo } from './house.ts';
import { looksAt, sameFor, told } from './two-worlds.ts';

/** The clock of evaluation mode tells the next deadline of anybody, and nothing else of it. */
const looksBut = (contract: string) => looksAt(contract).filter(({ path }) => path !== '/clock');

const everybodyElse: readonly (Handle | null)[] = ['ann', 'cleo', null];

/** An offer for more than Ben's balance, so that his card is asked. */
const dear = (to: string) => ({
  ...logo,
  to,
  title: 'A SECRET plan',
  fund_first: true,
  milestones: [{ id: 'sketches', title: 'All of it', amount: '9000.00' }],
});

async function beginning() {
  let drafted = '';
  const from = await beginningWith(async (house) => {
    await activeContract(house);
    drafted = house.engine.newContractId();
  });
  return { from, drafted };
}

test('an offer that was not sent yet leaves no trace for whom it is meant', async () => {
  const { from, drafted } = await beginning();
  const looks = looksBut(drafted);
  const drafts = async (house: FacesHouse) => {
    await house.does('ben', drafted, dear(house.members.ann.id));
    const { text } = await house.send(house.members.ben, '/api/contracts?which=offers');
    assert.match(text, /SECRET/);
  };
  const without = await told(from, async () => undefined, looks, everybodyElse);
  sameFor(without, await told(from, drafts, looks, everybodyElse));
});

test('an offer whose money never came leaves none either', async () => {
  const { from, drafted } = await beginning();
  const looks = looksBut(drafted);
  const passes = async (house: FacesHouse) => {
    house.clock.set(house.clock.now().add({ hours: 30 }));
    await house.engine.passTime();
  };
  const fails = async (house: FacesHouse) => {
    await house.does('ben', drafted, dear(house.members.ann.id));
    await passes(house);
    const { text } = await house.send(house.members.ben, `/api/contracts/${drafted}`);
    assert.match(text, /"status":"withdrawn"/);
  };
  const without = await told(from, passes, looks, everybodyElse);
  sameFor(without, await told(from, fails, looks, everybodyElse));
});

test('once the money is there it is an offer like every other', async () => {
  const { from, drafted } = await beginning();
  const sends = async (house: FacesHouse) => {
    await house.does('ben', drafted, dear(house.members.ann.id));
    await house.settles();
  };
  const looks = ['/', '/contracts?show=offers', `/contracts/${drafted}`].map((path) => ({ path }));
  for (const [where, text] of await told(from, sends, looks, ['ann'])) {
    assert.match(text, /SECRET/, where);
  }
});
