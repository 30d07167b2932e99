// What a command on a wallet leads to: its events, or why not. Only its owner moves money, only
// the payment provider says how that went, and whatever it says twice counts once.
import { never } from '../assert.ts';
import type { Instant } from '../calendar.ts';
import { amountGiven } from '../contracts/guards.ts';
import { compare, type Money } from '../money/money.ts';
import type { Party } from '../people.ts';
import { isRejection, type Rejection, reject } from '../rejections.ts';
import type { WalletCommand, WalletCommandName, WalletCommandOf } from './commands.ts';
import type { WalletEvent } from './events.ts';
import { chargeableMethod, type PaymentMethod, type Wallet } from './wallet.ts';

export type WalletGiven = {
  readonly now: Instant;
  /** What the owner has available in this currency, as a client or as a freelancer. */
  readonly available: (party: Party) => Money;
};

export type WalletDecision = readonly WalletEvent[] | Rejection;

const byProvider: readonly WalletCommandName[] = [
  'confirm_charge',
  'fail_charge',
  'confirm_payout',
  'fail_payout',
];

function mayAct(wallet: Wallet, command: WalletCommand): Rejection | null {
  const { as, person } = command.by;
  const provider = byProvider.includes(command.type);
  if (as === 'payments') return provider ? null : reject('not_your_decision');
  if (person !== wallet.person) return reject('not_found');
  return provider ? reject('not_your_decision') : null;
}

/** The wallet is caught up already. */
export function decideWallet(
  wallet: Wallet,
  command: WalletCommand,
  given: WalletGiven,
): WalletDecision {
  const refused = mayAct(wallet, command);
  if (refused !== null) return refused;
  switch (command.type) {
    case 'deposit':
      return deposit(wallet, command);
    case 'withdraw':
      return withdraw(wallet, command, given);
    case 'add_payment_method':
      return addMethod(wallet, command);
    case 'verify_payment_method':
      return verifyMethod(wallet, command);
    case 'confirm_charge':
    case 'fail_charge':
      return chargeAnswered(wallet, command);
    case 'confirm_payout':
    case 'fail_payout':
      return payoutAnswered(wallet, command);
    default:
      return never(command);
  }
}

function deposit(wallet: Wallet, command: WalletCommandOf<'deposit'>): WalletDecision {
  const amount = amountGiven(command.amount, wallet.currency);
  if (isRejection(amount)) return amount;
  const method = methodFor(wallet, 'card', command.method);
  if (isRejection(method)) return method;
  const id = `dep_${wallet.deposits.length + 1}`;
  return [{ type: 'deposit_requested', deposit: id, amount, method: method.id }];
}

function withdraw(
  wallet: Wallet,
  command: WalletCommandOf<'withdraw'>,
  given: WalletGiven,
): WalletDecision {
  const from = command.as ?? (command.by.as === 'client' ? 'client' : 'freelancer');
  const amount = amountGiven(command.amount, wallet.currency);
  if (isRejection(amount)) return amount;
  const available = given.available(from);
  if (compare(amount, available) > 0) {
    return reject('amount_exceeds_balance', { available }, 'amount');
  }
  const method = methodFor(wallet, 'bank', command.method);
  if (isRejection(method)) return method;
  const payout = `pay_${wallet.payouts.length + 1}`;
  return [{ type: 'payout_requested', payout, from, amount, method: method.id }];
}

/** Cards pay in, bank accounts receive; both only once they are verified. */
function methodFor(
  wallet: Wallet,
  kind: PaymentMethod['kind'],
  id: string | undefined,
): PaymentMethod | Rejection {
  if (id === undefined && kind === 'card') {
    return chargeableMethod(wallet) ?? reject('payment_method_missing', { kind });
  }
  const method = wallet.methods.find((one) => one.id === id && one.kind === kind && one.verified);
  return method ?? reject('payment_method_missing', { kind, method: id ?? '' }, 'method');
}

function freeId(wallet: Wallet): string {
  let number = wallet.methods.length + 1;
  while (wallet.methods.some((method) => method.id === `m${number}`)) number += 1;
  return `m${number}`;
}

function addMethod(wallet: Wallet, command: WalletCommandOf<'add_payment_method'>): WalletDecision {
  const { kind, label, token } = command;
  const method = { id: command.id ?? freeId(wallet), kind, label, token, verified: false };
  return [{ type: 'payment_method_added', method }];
}

function verifyMethod(
  wallet: Wallet,
  command: WalletCommandOf<'verify_payment_method'>,
): WalletDecision {
  const method = wallet.methods.find((one) => one.id === command.method);
  if (method === undefined) return reject('not_found', {}, 'method');
  return method.verified ? [] : [{ type: 'payment_method_verified', method: method.id }];
}

/** Money that was taken is credited, also when the answer comes too late; twice it is not. */
function chargeAnswered(
  wallet: Wallet,
  command: WalletCommandOf<'confirm_charge'> | WalletCommandOf<'fail_charge'>,
): WalletDecision {
  const asked = wallet.deposits.find((one) => one.id === command.charge);
  if (asked === undefined) return reject('not_found', {}, 'charge');
  if (command.type === 'fail_charge') {
    const open = asked.status === 'waiting' || asked.status === 'timed_out';
    return open ? [{ type: 'deposit_failed', deposit: asked.id }] : [];
  }
  if (asked.status === 'confirmed') return [];
  return [{ type: 'deposit_confirmed', deposit: asked.id, amount: asked.amount }];
}

/** The provider's first word on a payout is final: afterwards the money is elsewhere already. */
function payoutAnswered(
  wallet: Wallet,
  command: WalletCommandOf<'confirm_payout'> | WalletCommandOf<'fail_payout'>,
): WalletDecision {
  const asked = wallet.payouts.find((one) => one.id === command.payout);
  if (asked === undefined) return reject('not_found', {}, 'payout');
  if (asked.status !== 'waiting') return [];
  const type = command.type === 'confirm_payout' ? 'payout_confirmed' : 'payout_failed';
  return [{ type, payout: asked.id, from: asked.from, amount: asked.amount }];
}
