import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after } from '../calendar.ts';
import type { Contract, Dispute } from '../contracts/contract.ts';
import { active, completed, endedByFreelancer, refundRequested } from '../contracts/examples.ts';
import { ann, ben, moment, note, praise, then, usual } from '../contracts/lives.ts';
import { money, toDecimal } from '../money/money.ts';
import { classic2016, standard } from '../policy/examples.ts';
import { factsOf, outcomeOf, revealedReview, scoringOf } from './outcomes.ts';

const six = [5, 4, 3, 2, 1, 5];
const starsOf = () => six;
const neverAsked = (text: string) => assert.fail(`${text} is sealed and was asked for`);

/** Paid in full, ended by Ben, and answered by Ann with feedback of her own. */
function revealed(): Contract {
  const feedback = { type: 'give_feedback', by: ann, ...praise } as const;
  return then(completed(), '2026-11-05T09:00Z', feedback).contract;
}

test('a contract that never ended has no outcome, and what if can begin with it', () => {
  const { contract } = active();
  assert.equal(outcomeOf(contract, 'freelancer', neverAsked), null);
  const facts = factsOf(contract, 'freelancer', neverAsked);
  assert.equal(facts.endedAt, null);
  assert.deepEqual(facts.feedback, { is: 'sealed' });
});

test('sealed feedback is not even asked for, and cannot be told from none', () => {
  const { contract } = completed();
  assert.ok(contract.feedback.client !== null && contract.feedback.freelancer === null);
  for (const side of ['freelancer', 'client'] as const) {
    assert.equal(revealedReview(contract, side), null);
    assert.deepEqual(outcomeOf(contract, side, neverAsked)?.feedback, { is: 'sealed' });
  }
});

test('once it is revealed, the stars are those of the other side', () => {
  const contract = revealed();
  const asked: string[] = [];
  const outcome = outcomeOf(contract, 'freelancer', (text) => {
    asked.push(text);
    return six;
  });
  assert.deepEqual(asked, [contract.feedback.client?.sealed.text]);
  const at = moment('2026-11-05T09:00Z');
  assert.deepEqual(outcome?.feedback, { is: 'given', at, stars: six });
  assert.equal(outcome?.counterpart, ben.person);
  assert.equal(outcomeOf(contract, 'client', starsOf)?.counterpart, ann.person);
  assert.equal(revealedReview(contract, 'client'), contract.feedback.freelancer?.sealed.text);
});

test('an outcome has what was paid net, and when', () => {
  const outcome = outcomeOf(revealed(), 'freelancer', starsOf);
  assert.equal(toDecimal(outcome?.netPaid ?? money(0n, 'USD')), '500.00');
  assert.deepEqual(outcome?.paidAt.map(String), ['2026-11-04T09:00:00Z']);
  assert.equal(`${outcome?.acceptedAt}`, '2026-11-02T12:00:00Z');
  assert.equal(`${outcome?.endedAt}`, '2026-11-04T12:00:00Z');
});

test('when the window closes, the side that said nothing said nothing', () => {
  const { contract } = completed();
  const closedAt = after(moment('2026-11-04T12:00Z'), Temporal.Duration.from('P15D'));
  const over = { ...contract, feedback: { ...contract.feedback, revealedAt: closedAt, closedAt } };
  assert.deepEqual(outcomeOf(over, 'client', neverAsked)?.feedback, { is: 'none', at: closedAt });
  assert.equal(outcomeOf(over, 'freelancer', starsOf)?.feedback.is, 'given');
});

test('flagged feedback keeps its stars to itself', () => {
  const contract = revealed();
  const flag = { reason: note('spite'), at: moment('2026-11-06T09:00Z') };
  const flagged = {
    ...contract,
    feedback: { ...contract.feedback, flagged: { client: flag, freelancer: null } },
  };
  assert.equal(outcomeOf(flagged, 'freelancer', neverAsked)?.feedback.is, 'flagged');
  assert.equal(outcomeOf(flagged, 'client', starsOf)?.feedback.is, 'given');
});

test('a review that was erased counts as none', () => {
  assert.equal(outcomeOf(revealed(), 'freelancer', () => null)?.feedback.is, 'none');
});

test('a mutual end with nothing paid is cancelled; ending alone is not', () => {
  const propose = { type: 'propose_cancel', by: ann } as const;
  const proposed = then(active(), '2026-11-03T09:00Z', propose);
  const { contract } = then(proposed, '2026-11-03T10:00Z', { type: 'accept_cancel', by: ben });
  assert.equal(outcomeOf(contract, 'freelancer', neverAsked)?.cancelled, true);
  const alone = endedByFreelancer().contract;
  assert.equal(outcomeOf(alone, 'freelancer', neverAsked)?.cancelled, false);
});

const decidedAt = moment('2026-11-20T09:00Z');

function disputed(how: NonNullable<Dispute['end']>['how'], toFreelancer: bigint): Contract {
  const { contract } = refundRequested();
  const amount = money(300_00n, 'USD');
  const end = { how, toFreelancer: money(toFreelancer, 'USD'), at: decidedAt };
  return { ...contract, disputes: [{ amount, end } as Dispute] };
}

const lost = (contract: Contract, side: 'freelancer' | 'client') =>
  outcomeOf(contract, side, neverAsked)?.lostDisputeAt ?? null;

test('a dispute is lost when it was ruled or recommended wholly for the other side', () => {
  for (const how of ['ruling', 'recommendation'] as const) {
    assert.deepEqual(lost(disputed(how, 0n), 'freelancer'), decidedAt);
    assert.equal(lost(disputed(how, 0n), 'client'), null);
    assert.deepEqual(lost(disputed(how, 300_00n), 'client'), decidedAt);
    assert.equal(lost(disputed(how, 300_00n), 'freelancer'), null);
    assert.equal(lost(disputed(how, 1n), 'freelancer'), null);
    assert.equal(lost(disputed(how, 299_99n), 'client'), null);
  }
});

test('silence, agreement and a ruling that nobody paid for lose no dispute', () => {
  for (const how of ['accepted', 'settlement', 'withdrawn', 'silence', 'opt_in'] as const) {
    assert.equal(lost(disputed(how, 0n), 'freelancer'), null);
    assert.equal(lost(disputed(how, 300_00n), 'client'), null);
  }
});

test('a contract that was reopened is open again, with nothing said about it', () => {
  const { contract } = active();
  const at = moment('2026-11-06T09:00Z');
  const reopen = { status: 'approved', by: 'client', at, note: null } as const;
  const outcome = outcomeOf({ ...contract, reopen }, 'freelancer', neverAsked);
  assert.equal(outcome?.endedAt, null);
  assert.deepEqual(outcome?.feedback, { is: 'sealed' });
});

test('the rules are those of the policy in force; a currency it lacks goes by the contract', () => {
  const yen = active(usual).contract;
  const inYen: Contract = { ...yen, terms: { ...yen.terms, currency: 'JPY' } };
  const { JPY: _, ...without } = standard.currencies;
  const { rules, upTo } = scoringOf({ ...classic2016, currencies: without }, [inYen]);
  assert.equal(rules.missingFeedback, 'a_third');
  assert.deepEqual(upTo.JPY, standard.currencies.JPY?.scoreUpTo);
  assert.deepEqual(upTo.USD, standard.currencies.USD?.scoreUpTo);
});
