// Every state that a small contract can come to: two milestones of 1 and 2, all commands of both
// sides, of mediators, of the payment provider, and every deadline. States that differ only in
// what has no bearing on what can happen next (when it all began, closed proposals, numbers of
// events) count as one. What must hold is asked of each state once.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { Instant } from '../../src/domain/calendar.ts';
import { consequencesOf } from '../../src/domain/consequences.ts';
import type { ContractCommand } from '../../src/domain/contracts/commands.ts';
import type { Contract } from '../../src/domain/contracts/contract.ts';
import { deadlinesOf } from '../../src/domain/contracts/deadlines.ts';
import {
  ann,
  ben,
  givenAt,
  max,
  mia,
  moment,
  note,
  praise,
  type World,
} from '../../src/domain/contracts/lives.ts';
import type { Posting } from '../../src/domain/ledger/postings.ts';
import { type Actor, payments } from '../../src/domain/people.ts';
import { classic2016, standard } from '../../src/domain/policy/examples.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { isRejection } from '../../src/domain/rejections.ts';
import { type ContractStep, caughtUp } from '../../src/domain/step.ts';

/** The rules of 2016 have the smallest minimum; the others get it too. */
function small(policy: Policy): Policy {
  const usd = classic2016.currencies.USD;
  const row = policy.currencies.USD;
  assert.ok(usd !== undefined && row !== undefined);
  return { ...policy, currencies: { USD: { ...row, milestoneMin: usd.milestoneMin } } };
}

export const policies = { standard: small(standard), 'classic-2016': small(classic2016) };

export function worldOf(policy: Policy): World {
  return { policy, available: '100', card: false, earned: '100' };
}

const milestones = [
  { id: 'one', title: 'One', amount: '1', due: moment('2026-11-10T09:00Z') },
  { id: 'two', title: 'Two', amount: '2' },
];

export function begin(world: World): Contract {
  const offer: ContractCommand = {
    ...{ type: 'send_offer', by: ben, to: 'psn_ann', title: 'Logo', kind: 'fixed' },
    ...{ currency: 'USD', milestones },
  };
  const result = consequencesOf(null, offer, givenAt(moment('2026-11-02T09:00Z'), world), 'ctr_1');
  assert.ok(!isRejection(result));
  return result.done.state;
}

const text = note('text');
const amounts = ['1', '2'];

/** What anybody might do. How often without end (new milestones, offers anew) is left out. */
function* tries(c: Contract): Generator<ContractCommand> {
  const [reason, feedback] = ['other', praise] as const;
  for (const by of [ben, ann]) {
    yield* proposals(c, by);
    yield { type: 'end_contract', by, reason, feedback };
    yield { type: 'give_feedback', by, ...praise };
    yield* settling(c, by);
  }
  yield { type: 'end_contract', by: ben, reason, feedback, release: '1' };
  yield* offers();
  for (const { id: milestone } of c.milestones) yield* onMilestone(milestone);
  yield { type: 'approve_escrow_refund', by: ann };
  yield { type: 'withdraw_escrow_refund', by: ben };
  yield { type: 'request_release', by: ann };
  yield* beside(c);
  if (c.disputes.length < 1) {
    yield { type: 'dispute_escrow_refund', by: ann, statement: text };
    yield { type: 'dispute_escrow_refund', by: ann, statement: text, amount: '1' };
  }
  yield* mediating();
  for (const charge of c.charges) {
    yield { type: 'confirm_charge', by: payments, charge: charge.id };
    yield { type: 'fail_charge', by: payments, charge: charge.id };
  }
}

function* offers(): Generator<ContractCommand> {
  yield { type: 'withdraw_offer', by: ben };
  yield { type: 'accept_offer', by: ann };
  yield { type: 'decline_offer', by: ann };
}

function* proposals(c: Contract, by: Actor): Generator<ContractCommand> {
  yield { type: 'propose_cancel', by, to_freelancer: '1' };
  for (const type of ['accept_cancel', 'decline_cancel', 'withdraw_cancel'] as const) {
    yield { type, by };
  }
  if (c.terms.version === 1) {
    yield { type: 'propose_change', by, milestones: [{ id: 'two', amount: '1' }] };
  }
  for (const type of ['accept_change', 'decline_change', 'withdraw_change'] as const) {
    yield { type, by };
  }
  yield { type: 'propose_reopen', by };
  for (const type of ['accept_reopen', 'decline_reopen', 'withdraw_reopen'] as const) {
    yield { type, by };
  }
}

function* settling(c: Contract, by: Actor): Generator<ContractCommand> {
  yield { type: 'offer_settlement', by, to_freelancer: '1' };
  yield { type: 'accept_settlement', by };
  yield { type: 'answer_dispute', by, answer: 'accept' };
  yield { type: 'answer_dispute', by, answer: 'contest', statement: text };
  yield { type: 'accept_recommendation', by };
  yield { type: 'decline_recommendation', by };
  yield { type: 'pay_arbitration', by };
  yield { type: 'withdraw_dispute', by };
  yield { type: 'keep_open', by };
  if (c.disputes.length < 1) yield { type: 'request_mediation', by, statement: text };
}

function* onMilestone(milestone: string): Generator<ContractCommand> {
  yield { type: 'fund_milestone', by: ben, milestone };
  yield { type: 'submit_work', by: ann, milestone };
  yield { type: 'withdraw_submission', by: ann, milestone };
  yield { type: 'request_changes', by: ben, milestone, note: text };
  for (const amount of amounts) yield { type: 'release_payment', by: ben, milestone, amount };
  yield { type: 'dispute_milestone', by: ann, milestone, statement: text };
}

function* beside(c: Contract): Generator<ContractCommand> {
  if (c.payments.length < 2) yield { type: 'pay_bonus', by: ben, amount: '1', kind: 'bonus' };
  if (c.requests.length < 1) {
    yield { type: 'request_payment', by: ann, amount: '1', note: text };
    yield { type: 'request_refund', by: ben, amount: '1', reason: text };
  }
  yield { type: 'withdraw_payment_request', by: ann };
  yield { type: 'decline_payment_request', by: ben };
  yield { type: 'withdraw_refund_request', by: ben };
  yield { type: 'decline_refund', by: ann };
  yield { type: 'give_refund', by: ann, amount: '1' };
}

function* mediating(): Generator<ContractCommand> {
  for (const by of [mia, max]) {
    yield { type: 'take_case', by };
    yield { type: 'recommend_split', by, to_freelancer: '1', note: text };
    yield { type: 'rule', by, to_freelancer: '0', note: text };
  }
}

/** What has no bearing on what can happen next is left out; moments count from the latest one. */
export function keyOf(c: Contract): string {
  const now = c.latestAt;
  const told = JSON.stringify(c, (name, value) => {
    if (left.has(name)) return undefined;
    if (name === 'charges') return c.charges.filter((one) => one.status === 'waiting');
    if (name === 'requests') return [c.requests.length, ...c.requests.filter(isOpen)];
    if (proposed.has(name) && value !== null && !isOpen(value)) return (value as Open).status;
    if (typeof value === 'bigint') return `${value}`;
    return isInstantText(value) ? sinceThen(value, now) : value;
  });
  return hash('sha1', told, 'base64');
}

const left = new Set(['id', 'version', 'latestAt', 'terms', 'submissions', 'clarifications']);
const proposed = new Set(['change', 'cancel', 'reopen', 'escrowRefund', 'counter']);

type Open = { readonly status: string };
const isOpen = ({ status }: Open): boolean => status === 'open';

function isInstantText(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
}

function sinceThen(at: string, now: Instant): string {
  return `${(Date.parse(at) - now.epochMilliseconds) / 1000}`;
}

export type Found = { readonly states: number; readonly moves: number; readonly closed: boolean };

/** Goes through all states, breadth first, until there are no more or so many were seen. */
export function everyState(
  world: World,
  most: number,
  laws: {
    readonly ofMoves: (before: Contract, step: ContractStep) => void;
    readonly ofStates: (c: Contract) => void;
  },
): Found {
  const first = begin(world);
  const seen = new Set([keyOf(first)]);
  let edge: Contract[] = [first];
  let moves = 0;
  while (edge.length > 0) {
    const next: Contract[] = [];
    for (const c of edge) {
      for (const step of stepsFrom(c, world)) {
        moves += 1;
        laws.ofMoves(c, step);
        const key = keyOf(step.state);
        if (seen.has(key)) continue;
        if (seen.size >= most) return { states: seen.size, moves, closed: false };
        seen.add(key);
        laws.ofStates(step.state);
        next.push(step.state);
      }
    }
    edge = next;
  }
  return { states: seen.size, moves, closed: true };
}

/** Everything that may happen next: a command now, or time up to the next deadline. */
function* stepsFrom(c: Contract, world: World): Generator<ContractStep> {
  const given = givenAt(c.latestAt, world);
  for (const command of tries(c)) {
    const result = consequencesOf(c, command, given, c.id);
    if (!isRejection(result) && result.done.events.length > 0) yield result.done;
  }
  const [deadline] = deadlinesOf(c);
  if (deadline !== undefined) yield caughtUp(c, deadline.at);
}

export type Accounts = Readonly<Record<string, bigint>>;

/** What the movements did to each kind of account. */
export function sumsOf(postings: readonly Posting[]): Accounts {
  const sums: Record<string, bigint> = {};
  for (const { from, to, amount } of postings) {
    sums[from.kind] = (sums[from.kind] ?? 0n) - amount.minor;
    sums[to.kind] = (sums[to.kind] ?? 0n) + amount.minor;
  }
  return sums;
}
