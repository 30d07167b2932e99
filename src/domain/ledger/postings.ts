// From an event to its movements of money: from, to, amount. One movement has two ends and one
// amount, so that nothing is made or lost by its very shape. Nothing moves without an event.
import { present } from '../assert.ts';
import type { Contract, RefundPart } from '../contracts/contract.ts';
import type { ContractEvent, EventOf } from '../contracts/events.ts';
import { isPositive, type Money, total } from '../money/money.ts';
import type { Party } from '../people.ts';
import type { WalletEvent } from '../wallets/events.ts';
import type { Wallet } from '../wallets/wallet.ts';
import type { Account, AccountKind } from './accounts.ts';

export type Posting = { readonly from: Account; readonly to: Account; readonly amount: Money };

type Move = readonly [from: AccountKind, to: AccountKind, amount: Money];

function ownerOf(contract: Contract, kind: AccountKind): string | null {
  if (kind.startsWith('client.')) return contract.client;
  if (kind.startsWith('freelancer.')) return contract.freelancer;
  return kind.startsWith('contract.') ? contract.id : null;
}

function movesOf(c: Contract, event: ContractEvent): readonly Move[] {
  switch (event.type) {
    case 'bonus_paid':
      return bonusMoves(event);
    case 'refund_given':
      return refundMoves(event);
    case 'milestone_funded': {
      const from = event.charge === null ? 'client.available' : 'outside';
      return [
        [from, 'contract.escrow', event.amount],
        [from, 'platform.fees', event.client_fee],
      ];
    }
    case 'payment_released':
      return [
        ['contract.escrow', 'freelancer.pending', event.net],
        ['contract.escrow', 'platform.fees', event.fee],
      ];
    case 'earnings_cleared':
      return [['freelancer.pending', 'freelancer.available', event.amount]];
    case 'escrow_returned':
      return [
        ['contract.escrow', 'client.available', event.amount],
        ['platform.fees', 'client.available', event.client_fee],
      ];
    case 'dispute_opened':
      return [['contract.escrow', 'contract.held', sumOf(event.parts, event.amount)]];
    case 'dispute_closed':
      return [
        ['contract.held', 'freelancer.pending', event.net],
        ['contract.held', 'platform.fees', event.fee],
        ['contract.held', 'client.available', sumOf(event.returned, event.to_client)],
        ['platform.fees', 'client.available', event.client_fee],
      ];
    case 'arbitration_paid': {
      const from: AccountKind = event.charge === null ? `${event.party}.available` : 'outside';
      return [[from, 'platform.fees', event.amount]];
    }
    case 'arbitration_cost_returned':
      return [['platform.fees', `${event.party}.available`, event.amount]];
    case 'charge_credited':
      return [['outside', `${payerOf(c, event.charge)}.available`, event.amount]];
    default:
      return [];
  }
}

function payerOf(c: Contract, charge: string): Party {
  return present(
    c.charges.find(({ id }) => id === charge),
    'the charge',
  ).payer;
}

/** A bonus never comes to rest on the contract. */
function bonusMoves(event: EventOf<'bonus_paid'>): readonly Move[] {
  const from = event.charge === null ? 'client.available' : 'outside';
  return [
    [from, 'freelancer.pending', event.net],
    [from, 'platform.fees', event.fee],
    [from, 'platform.fees', event.client_fee],
  ];
}

function refundMoves(event: EventOf<'refund_given'>): readonly Move[] {
  const pending = event.from_pending.map(({ amount }) => amount);
  return [
    ['freelancer.pending', 'client.available', total(pending, event.amount.currency)],
    ['freelancer.available', 'client.available', event.from_available],
    ['platform.fees', 'client.available', event.fee],
  ];
}

/** What these parts are together, in the currency of `like`. */
function sumOf(parts: readonly RefundPart[], like: Money): Money {
  const amounts = parts.map((part) => part.amount);
  return total(amounts, like.currency);
}

/** The movements of one event of a contract. Movements of nothing are left out. */
export function postingsOf(contract: Contract, event: ContractEvent): readonly Posting[] {
  const currency = contract.terms.currency;
  const account = (kind: AccountKind): Account => ({
    kind,
    owner: ownerOf(contract, kind),
    currency,
  });
  return movesOf(contract, event)
    .filter(([, , amount]) => isPositive(amount))
    .map(([from, to, amount]) => ({ from: account(from), to: account(to), amount }));
}

function walletMovesOf(event: WalletEvent): readonly Move[] {
  switch (event.type) {
    case 'deposit_confirmed':
      return [['outside', 'client.available', event.amount]];
    case 'payout_requested':
      return [[`${event.from}.available`, `${event.from}.leaving`, event.amount]];
    case 'payout_confirmed':
      return [[`${event.from}.leaving`, 'outside', event.amount]];
    case 'payout_failed':
      return [[`${event.from}.leaving`, `${event.from}.available`, event.amount]];
    default:
      return [];
  }
}

/** The movements of one event of a wallet. */
export function walletPostingsOf(wallet: Wallet, event: WalletEvent): readonly Posting[] {
  const account = (kind: AccountKind): Account => ({
    kind,
    owner: kind === 'outside' ? null : wallet.person,
    currency: wallet.currency,
  });
  return walletMovesOf(event).map(([from, to, amount]) => ({
    from: account(from),
    to: account(to),
    amount,
  }));
}
