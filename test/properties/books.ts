// The books beside a random life: every account's balance, summed from postings alone, with no
// help from the rules that are being tested; and what must be true of books and contract together.
import assert from 'node:assert/strict';
import type { Contract } from '../../src/domain/contracts/contract.ts';
import type { ContractEvent } from '../../src/domain/contracts/events.ts';
import { type AccountKind, accountKey, isGuarded } from '../../src/domain/ledger/accounts.ts';
import type { Posting } from '../../src/domain/ledger/postings.ts';

/** As text, so that instants and amounts are compared by what they are. */
export function text(value: unknown): string {
  return JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? `${one}n` : one));
}

export class Books {
  readonly balances = new Map<string, bigint>();
  readonly moved: Record<string, bigint> = {};
  readonly currency: string;

  constructor(currency: string, funds: bigint) {
    this.currency = currency;
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
    }
  }

  count(events: readonly ContractEvent[]): void {
    for (const event of events) {
      if (event.type !== 'milestone_funded') continue;
      this.moved.funded = (this.moved.funded ?? 0n) + event.amount.minor;
    }
  }

  /** Money is neither made nor lost, and the contract says of it what the books say. */
  agreeWith(c: Contract): void {
    const { escrow, paid, returned, fees, clientFees } = c.money;
    assert.equal(this.balance('contract.escrow', c.id), escrow.minor, 'escrow is on the account');
    const funded = this.moved.funded ?? 0n;
    assert.equal(
      funded,
      paid.minor + returned.minor + escrow.minor,
      'funded = paid + returned + held',
    );
    assert.equal(this.balance('platform.fees', null), fees.minor + clientFees.minor, 'fees');
    const pending = c.earnings.reduce((sum, earning) => sum + earning.net.minor, 0n);
    assert.equal(this.balance('freelancer.pending', c.freelancer), pending, 'pending is earnings');
    const available = this.balance('freelancer.available', c.freelancer);
    assert.equal(available + pending + fees.minor, paid.minor, 'paid = net + fees');
  }
}
