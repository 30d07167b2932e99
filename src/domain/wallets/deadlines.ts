// The deadlines of a wallet, read off its state like those of a contract. There is one kind: a
// deposit that the payment provider does not confirm is given up. A payout never is, because only
// the provider knows whether the money has left.
import { after, compareInstants, earliest, type Instant } from '../calendar.ts';
import type { WalletEvent } from './events.ts';
import type { Wallet } from './wallet.ts';

export type WalletDeadline = {
  readonly what: 'charge_times_out';
  /** The deposit that it is about. */
  readonly subject: string;
  readonly at: Instant;
};

/** A wallet has no policy of its own; this is `charge.timeout` of every policy that we ship. */
const timeout = Temporal.Duration.from('P1D');

/** Every deadline of the wallet, soonest first. */
export function walletDeadlinesOf(wallet: Wallet): readonly WalletDeadline[] {
  return wallet.deposits
    .filter((deposit) => deposit.status === 'waiting')
    .map((deposit) => ({
      what: 'charge_times_out' as const,
      subject: deposit.id,
      at: after(deposit.requestedAt, timeout),
    }))
    .sort((a, b) => compareInstants(a.at, b.at));
}

/** The moment of the earliest deadline: the one thing about deadlines that is stored. */
export function walletNextDueAt(wallet: Wallet): Instant | null {
  return earliest(walletDeadlinesOf(wallet).map((deadline) => deadline.at));
}

/** What happens by itself when a deadline comes. */
export function fireWallet(deadline: WalletDeadline): WalletEvent {
  return { type: 'deposit_timed_out', deposit: deadline.subject };
}
