// How lasting a movement of money is: final, or reversible until when and by which rule. Read off
// the contract or the wallet as it is now, with the numbers of the contract's own policy.
import { after, compareInstants, type Instant } from '../domain/calendar.ts';
import { type Contract, milestoneOf } from '../domain/contracts/contract.ts';
import { deadlinesOf } from '../domain/contracts/deadlines.ts';
import { isPositive } from '../domain/money/money.ts';
import type { Wallet } from '../domain/wallets/wallet.ts';
import type { Sql } from '../store/connection.ts';
import type { Moved } from './movements.ts';
import { type Desk, present, presentWallet, storedContracts } from './states.ts';

export type LastingRule =
  /** Nothing undoes it. */
  | 'final'
  /** Final, but for a refund that the freelancer may give until then. */
  | 'refund'
  /** Held: it goes to the freelancer by a release, or by silence at that moment. */
  | 'held'
  | 'disputed'
  /** On its way out: it comes back if the payment provider fails. */
  | 'confirming';

export type Lasting = {
  readonly rule: LastingRule;
  readonly until?: string;
  /** When what was earned becomes available. */
  readonly clears?: string;
};

/** What is known of some movements of a person in a currency. */
export async function lastingOf(
  desk: Desk,
  sql: Sql,
  owner: { readonly person: string; readonly currency: string },
  moved: readonly Moved[],
  now: Instant,
): Promise<(one: Moved) => Lasting | null> {
  const ids = [...new Set(moved.flatMap(({ contract }) => contract?.id ?? []))];
  const stored = await storedContracts(desk, sql, 'where id = any($1)', [ids]);
  const contracts = new Map(stored.map((one) => [one.id, present(one, now).state]));
  const wallet = await presentWallet(desk, sql, owner.person, owner.currency, now);
  return (one) => {
    const contract = contracts.get(one.stream);
    return contract === undefined ? inWallet(one, wallet) : inContract(one, contract, now);
  };
}

function inWallet({ type, at }: Moved, { payouts }: Wallet): Lasting | null {
  if (type !== 'payout_requested') return null;
  const payout = payouts.find(({ requestedAt }) => requestedAt.equals(at));
  if (payout?.status === 'waiting') return { rule: 'confirming' };
  return payout?.status === 'confirmed' ? { rule: 'final' } : null;
}

function inContract(one: Moved, c: Contract, now: Instant): Lasting | null {
  switch (one.type) {
    case 'payment_released':
    case 'bonus_paid':
    case 'expense_paid':
      return { ...paid(one.at, c, now), ...clearing(one, c) };
    case 'milestone_funded':
      return held(one.milestone?.id ?? '', c);
    case 'escrow_returned':
    case 'refund_given':
      return { rule: 'final' };
    case 'dispute_closed':
      return one.pending > 0n
        ? { ...paid(one.at, c, now), ...clearing(one, c) }
        : { rule: 'final' };
    default:
      return null;
  }
}

function paid(at: Instant, c: Contract, now: Instant): Lasting {
  const until = after(at, c.terms.policy.refund.window);
  return compareInstants(until, now) > 0
    ? { rule: 'refund', until: `${until}` }
    : { rule: 'final' };
}

/** A net of nothing has nothing to clear. */
function clearing({ at, pending }: Moved, c: Contract): Pick<Lasting, 'clears'> {
  const earning = c.earnings.find((one) => one.releasedAt.equals(at) && isPositive(one.net));
  if (earning === undefined || pending <= 0n) return {};
  return { clears: `${after(at, c.terms.policy.clearing)}` };
}

/** Money that has left its milestone is told where it went. */
function held(id: string, c: Contract): Lasting | null {
  const milestone = milestoneOf(c, id);
  if (milestone === undefined) return null;
  if (isPositive(milestone.held)) return { rule: 'disputed' };
  if (!isPositive(milestone.escrow)) return null;
  const review = deadlinesOf(c).find(
    ({ what, subject }) => what === 'review_ends' && subject === id,
  );
  return { rule: 'held', ...(review === undefined ? {} : { until: `${review.at}` }) };
}
