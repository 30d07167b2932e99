// In every state that a small contract can come to: money is neither made nor lost and nothing is
// below zero, a late look is a punctual one, the forecast is what silence then does, and silence
// brings out all that is held. ENDWELL_STATES says how many states are looked at; `npm run prove`
// looks at 300,000.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contract } from '../../src/domain/contracts/contract.ts';
import { givenAt } from '../../src/domain/contracts/lives.ts';
import { forecastOf } from '../../src/domain/forecast.ts';
import { type ContractStep, caughtUp } from '../../src/domain/step.ts';
import { text } from './books.ts';
import { everyState, policies, sumsOf, worldOf } from './every-state.ts';

const most = Number(process.env.ENDWELL_STATES ?? 6000);
const ever = Temporal.Duration.from({ hours: 24 * 900 });

const minors = (c: Contract): readonly bigint[] => [
  ...Object.values(c.money).map((sum) => sum.minor),
  ...c.earnings.map((earning) => earning.net.minor),
  ...c.milestones.flatMap((m) => [m.escrow.minor, m.held.minor, m.released.minor]),
];

/** What the books say of a step is what the contract says of it. */
function balances(before: Contract, step: ContractStep): void {
  const moved = sumsOf(step.postings);
  const change = (of: (c: Contract) => bigint) => of(step.state) - of(before);
  const {
    escrow = 0n,
    held = 0n,
    pending = 0n,
  } = {
    escrow: moved['contract.escrow'],
    held: moved['contract.held'],
    pending: moved['freelancer.pending'],
  };
  assert.equal(
    escrow,
    change((c) => c.money.escrow.minor),
    'escrow',
  );
  assert.equal(
    held,
    change((c) => c.money.held.minor),
    'held',
  );
  const earnings = (c: Contract) => c.earnings.reduce((sum, one) => sum + one.net.minor, 0n);
  assert.equal(pending, change(earnings), 'pending');
  assert.equal(
    Object.values(moved).reduce((sum, one) => sum + one, 0n),
    0n,
    'conserved',
  );
  for (const minor of minors(step.state)) assert.ok(minor >= 0n, 'nothing is below zero');
}

for (const [name, policy] of Object.entries(policies)) {
  const world = worldOf(policy);

  /** Deadline by deadline, and in one go long after: the same, and nothing stays held. */
  const silence = (c: Contract): void => {
    const late = caughtUp(c, c.latestAt.add(ever));
    const foreseen = forecastOf(c, givenAt(c.latestAt, world)).flatMap(({ step }) => step.events);
    if (!c.charges.some((one) => one.status === 'waiting')) {
      assert.equal(text(foreseen), text(late.events), 'the forecast is what silence does');
    }
    assert.equal(late.state.money.escrow.minor, 0n, 'all escrow comes out');
    assert.equal(late.state.money.held.minor, 0n, 'all that is held comes out');
  };

  test(`in every state of a small contract money and silence hold, under ${name}`, (t) => {
    const found = everyState(world, most, { ofMoves: balances, ofStates: silence });
    t.diagnostic(`${found.states} states, ${found.moves} moves, closed: ${found.closed}`);
    assert.ok(found.closed || found.states === most);
  });
}
