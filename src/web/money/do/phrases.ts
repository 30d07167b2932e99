// The sentences and buttons of the wallet's confirm pages, from the preview that they are about.
import { toDecimal } from '../../../domain/money/money.ts';
import type { WalletEvent } from '../../../domain/wallets/events.ts';
import type { Wallet } from '../../../domain/wallets/wallet.ts';
import type { WalletPreview } from '../../../engine/requests.ts';
import type { WalletCommandShape } from '../../../wire/commands.ts';
import { formatAmount } from '../../../words/money.ts';
import type { MoneyHere } from '../money-of.ts';
import { availableIn } from '../money-page.tsx';

export function openingOf(command: WalletCommandShape, here: MoneyHere): string {
  switch (command) {
    case 'deposit':
      return `You have ${availableIn(here)} available. Say how much you add.`;
    case 'withdraw':
      return `You have ${availableIn(here)} available. Say how much you withdraw.`;
    case 'add_payment_method':
      return `A card pays in ${here.currency}; a bank account receives it.`;
    default:
      return 'A method is used only once it is verified.';
  }
}

function eventOf({ events }: WalletPreview): WalletEvent | undefined {
  return events[0]?.event;
}

function methodLabel({ methods }: Wallet, id: string): string {
  return methods.find((method) => method.id === id)?.label ?? id;
}

/** What pressing does, in a sentence with its amount. */
export function saysOf(preview: WalletPreview): string {
  const event = eventOf(preview);
  const { after } = preview;
  switch (event?.type) {
    case 'deposit_requested': {
      const amount = formatAmount(toDecimal(event.amount), after.currency);
      const card = methodLabel(after, event.method);
      return `${card} is charged ${amount}, and it is added to your balance when that is confirmed.`;
    }
    case 'payout_requested': {
      const amount = formatAmount(toDecimal(event.amount), after.currency);
      return `${amount} leaves your balance at once and goes to ${methodLabel(after, event.method)}.`;
    }
    case 'payment_method_added':
      return `${event.method.label} becomes one of your payment methods. No money moves.`;
    case 'payment_method_verified':
      return `${methodLabel(after, event.method)} can be used from now on. No money moves.`;
    default:
      return 'Nothing changes: it is so already.';
  }
}

/** The final button names the effect. */
export function labelOf(preview: WalletPreview): string {
  const event = eventOf(preview);
  const { after } = preview;
  switch (event?.type) {
    case 'deposit_requested':
      return `Charge ${formatAmount(toDecimal(event.amount), after.currency)}`;
    case 'payout_requested':
      return `Withdraw ${formatAmount(toDecimal(event.amount), after.currency)}`;
    case 'payment_method_added':
      return `Add ${event.method.label}`;
    case 'payment_method_verified':
      return `Verify ${methodLabel(after, event.method)}`;
    default:
      return 'Leave it as it is';
  }
}
