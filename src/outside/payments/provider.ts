// What we ask of a payment provider, whoever it is. A transfer has a reference that we make: the
// same reference is one transfer, however often it is asked for, so that asking again after a
// crash is harmless. Providers answer later; they decline; they are away.
import type { Money } from '../../domain/money/money.ts';

export type Transfer = {
  /** Ours, unique for ever: it names the contract or wallet and the charge, deposit or payout. */
  readonly reference: string;
  readonly kind: 'charge' | 'payout';
  readonly amount: Money;
  /** What the provider knows the card or bank account by. */
  readonly token: string;
};

export type TransferStatus = 'waiting' | 'done' | 'declined';

export interface PaymentProvider {
  /** Asks for the transfer, or what has become of it. Throws ProviderAway. */
  ask(transfer: Transfer): Promise<TransferStatus>;
  /**
   * What has become of a transfer that nobody waits for any more. `unknown`: it never arrived,
   * and when it should still arrive it will be declined. Throws ProviderAway.
   */
  giveUp(reference: string): Promise<TransferStatus | 'unknown'>;
}

/** The provider cannot be reached. Nothing is known about the transfer; ask again later. */
export class ProviderAway extends Error {
  constructor(why: string) {
    super(`The payment provider is away: ${why}.`);
    this.name = 'ProviderAway';
  }
}
