// The books beside a random life: every account's balance, summed from postings alone, with no
// help from the rules that are being tested; and what must be true of books and contract together.
import assert from 'node:assert/strict';
import type { Contract } from '../../src/domain/contracts/contract.ts';
import type { ContractEvent } from '../../src/domain/contracts/events.ts';
import { type AccountKind, accountKey, isGuarded } from '../../src/domain/ledger/accounts.ts';
import type { Posting } from '../../src/domain/ledger/postings.ts';
import type { Party } from '../../src/domain/people.ts';

/** As text, so that instants and amounts are compared by what they are. */
export function text(value: unknown): string {
  return JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? `${one}n` : one));
}

export class Books {
  readonly balances = new Map<string, bigint>();
  readonly moved: Record<string, bigint> = {};
  readonly currency: string;
  readonly earnedBefore: bigint;

  constructor(currency: string, funds: bigint, earnedBefore = 0n) {
    this.currency = currency;
    this.earnedBefore = earnedBefore;
    this.balances.set(accountKey(this.account('freelancer.available', 'psn_ann')), earnedBefore);
    this.balances.set(accountKey(this.account('client.available', 'psn_ben')), funds);
  }

  account(kind: AccountKind, owner: string | null) {
    return { kind, owner, currency: this.currency };
  }

  balance(kind: AccountKind, owner: string | null): bigint {
    return this.balances.get(accountKey(this.account(kind, owner))) ?? 0n;
  }

  /** Movements in their order: no account that may not is below nothing at any moment. */
  post(postings: readonly Posting[]): void {
    for (const { from, to, amount } of postings) {
      assert.ok(amount.minor > 0n, 'a movement moves something');
      const left = (this.balances.get(accountKey(from)) ?? 0n) - amount.minor;
      assert.ok(left >= 0n || !isGuarded(from), `${accountKey(from)} is not below nothing`);
      this.balances.set(accountKey(from), left);
      this.balances.set(accountKey(to), (this.balances.get(accountKey(to)) ?? 0n) + amount.minor);
      // A charge for a ruling that came too late is not earned: it was theirs before.
      const credited = from.kind === 'outside' && to.kind === 'freelancer.available';
      if (credited) this.add('costsOfFreelancer', -amount.minor);
    }
  }

  count(events: readonly ContractEvent[]): void {
    for (const event of events) {
      if (event.type === 'milestone_funded') this.add('funded', event.amount.minor);
      if (event.type === 'bonus_paid') this.add('funded', event.amount.minor);
      if (event.type === 'arbitration_paid') this.cost(event, event.amount.minor);
      if (event.type === 'arbitration_cost_returned') this.cost(event, -event.amount.minor);
    }
  }

  private add(what: string, minor: bigint): void {
    this.moved[what] = (this.moved[what] ?? 0n) + minor;
  }

  /** What a charge pays comes from outside, and is no loss of who has it. */
  private cost(event: { party: Party; charge?: string | null }, minor: bigint): void {
    this.add('costs', minor);
    const fromBalance = (event.charge ?? null) === null;
    if (event.party === 'freelancer' && fromBalance) this.add('costsOfFreelancer', minor);
  }

  /** Money is neither made nor lost, and the contract says of it what the books say. */
  agreeWith(c: Contract): void {
    const { escrow, held, paid, returned, refunded, fees, clientFees } = c.money;
    assert.equal(this.balance('contract.escrow', c.id), escrow.minor, 'escrow is on the account');
    assert.equal(this.balance('contract.held', c.id), held.minor, 'so is what disputes hold');
    const funded = this.moved.funded ?? 0n;
    const found = paid.minor + returned.minor + escrow.minor + held.minor;
    assert.equal(funded, found, 'funded = paid + returned + escrow + held');
    const costs = this.moved.costs ?? 0n;
    const kept = fees.minor + clientFees.minor + costs;
    assert.equal(this.balance('platform.fees', null), kept, 'fees, and costs of rulings');
    const pending = c.earnings.reduce((sum, earning) => sum + earning.net.minor, 0n);
    assert.equal(this.balance('freelancer.pending', c.freelancer), pending, 'pending is earnings');
    assert.equal(this.ofFreelancer(c), paid.minor - refunded.minor - fees.minor, 'net of fees');
  }

  /** Pending and available, without what was there before and what rulings cost. */
  private ofFreelancer(c: Contract): bigint {
    const pending = this.balance('freelancer.pending', c.freelancer);
    const available = this.balance('freelancer.available', c.freelancer);
    return pending + available + (this.moved.costsOfFreelancer ?? 0n) - this.earnedBefore;
  }
}
