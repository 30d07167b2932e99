// What has happened to somebody's money outside contracts, in sentences: deposits, payouts and
// the methods for both. Its reader is the owner, or somebody who keeps the books.
import { never } from '../../domain/assert.ts';
import { toDecimal } from '../../domain/money/money.ts';
import type { WalletEvent } from '../../domain/wallets/events.ts';
import type { Wallet } from '../../domain/wallets/wallet.ts';
import { formatAmount } from '../money.ts';

/** `owner` is null when the owner reads; then it is "you". */
export function walletEventSentence(
  event: WalletEvent,
  wallet: Wallet,
  owner: string | null,
): string {
  const you = owner ?? 'You';
  const amount = 'amount' in event ? formatAmount(toDecimal(event.amount), wallet.currency) : '';
  switch (event.type) {
    case 'payment_method_added':
      return `${you} added ${nameOfKind(event.method.kind)} “${event.method.label}”.`;
    case 'payment_method_verified':
      return `${owner === null ? 'Your' : whose(owner)} ${labelOf(wallet, event.method)} is verified.`;
    case 'deposit_requested':
      return `${you} asked to add ${amount} from ${labelOf(wallet, event.method)}.`;
    case 'deposit_confirmed':
      return `${amount} was added to ${owner === null ? 'your' : whose(owner)} balance.`;
    case 'deposit_failed':
      return 'The deposit was declined. No money was taken.';
    case 'deposit_timed_out':
      return 'The payment provider did not answer in time. The deposit was given up.';
    case 'payout_requested':
      return `${you} asked to withdraw ${amount} to ${labelOf(wallet, event.method)}.`;
    case 'payout_confirmed':
      return `${amount} arrived at the bank.`;
    case 'payout_failed':
      return `The bank did not take ${amount}. It is available again.`;
    default:
      return never(event);
  }
}

function whose(owner: string): string {
  return owner.endsWith('s') ? `${owner}’` : `${owner}’s`;
}

function nameOfKind(kind: 'card' | 'bank'): string {
  return kind === 'card' ? 'the card' : 'the bank account';
}

function labelOf(wallet: Wallet, id: string): string {
  const method = wallet.methods.find((one) => one.id === id);
  return method === undefined ? `“${id}”` : `“${method.label}”`;
}
