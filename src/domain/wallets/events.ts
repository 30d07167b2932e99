// Everything that can have happened to a wallet.
import type { Money } from '../money/money.ts';
import type { Party } from '../people.ts';
import type { PaymentMethod } from './wallet.ts';

export type WalletEvent =
  | { type: 'payment_method_added'; method: PaymentMethod }
  | { type: 'payment_method_verified'; method: string }
  | { type: 'deposit_requested'; deposit: string; amount: Money; method: string }
  | { type: 'deposit_confirmed'; deposit: string; amount: Money }
  | { type: 'deposit_failed'; deposit: string }
  | { type: 'deposit_timed_out'; deposit: string }
  | { type: 'payout_requested'; payout: string; from: Party; amount: Money; method: string }
  | { type: 'payout_confirmed'; payout: string; from: Party; amount: Money }
  | { type: 'payout_failed'; payout: string; from: Party; amount: Money };

export type WalletEventType = WalletEvent['type'];
