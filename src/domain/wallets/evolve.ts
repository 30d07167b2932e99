// Event → next state of a wallet. Like a contract's: it judges nothing, and folding all events of
// a wallet from nothing gives exactly the state that is stored beside them.
import { assert, never } from '../assert.ts';
import type { Instant } from '../calendar.ts';
import type { Happened } from '../contracts/events.ts';
import type { WalletEvent } from './events.ts';
import type { PaymentMethod, TransferStatus, Wallet } from './wallet.ts';

/** The state after one more event. A wallet before its first event is the empty one. */
export function evolveWallet(before: Wallet, happened: Happened<WalletEvent>): Wallet {
  const { seq, at, event } = happened;
  assert(seq === before.version + 1, `event ${seq} follows ${before.version}`);
  return { ...folded(before, event, at), version: seq, latestAt: at };
}

function folded(w: Wallet, event: WalletEvent, at: Instant): Wallet {
  switch (event.type) {
    case 'payment_method_added':
      return { ...w, methods: withMethod(w, event.method) };
    case 'payment_method_verified':
      return { ...w, methods: w.methods.map((m) => verified(m, event.method)) };
    case 'deposit_requested': {
      const { deposit: id, amount, method } = event;
      const deposit = { id, amount, method, status: 'waiting' as const, requestedAt: at };
      return { ...w, deposits: [...w.deposits, deposit] };
    }
    case 'deposit_confirmed':
      return withDeposit(w, event.deposit, 'confirmed');
    case 'deposit_failed':
      return withDeposit(w, event.deposit, 'failed');
    case 'deposit_timed_out':
      return withDeposit(w, event.deposit, 'timed_out');
    case 'payout_requested': {
      const { payout: id, from, amount, method } = event;
      const payout = { id, from, amount, method, status: 'waiting' as const, requestedAt: at };
      return { ...w, payouts: [...w.payouts, payout] };
    }
    case 'payout_confirmed':
      return withPayout(w, event.payout, 'confirmed');
    case 'payout_failed':
      return withPayout(w, event.payout, 'failed');
    default:
      return never(event);
  }
}

/** A method that is added under a known id takes the place of the old one, at the end. */
function withMethod(w: Wallet, method: PaymentMethod): readonly PaymentMethod[] {
  return [...w.methods.filter((one) => one.id !== method.id), method];
}

function verified(method: PaymentMethod, id: string): PaymentMethod {
  return method.id === id ? { ...method, verified: true } : method;
}

function withDeposit(w: Wallet, id: string, status: TransferStatus): Wallet {
  return { ...w, deposits: w.deposits.map((one) => (one.id === id ? { ...one, status } : one)) };
}

function withPayout(w: Wallet, id: string, status: TransferStatus): Wallet {
  return { ...w, payouts: w.payouts.map((one) => (one.id === id ? { ...one, status } : one)) };
}
