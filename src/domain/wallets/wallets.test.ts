// The law of wallets: what may leave, where a waiting payout is, and what the provider's answers
// do, early, late and twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountKey } from '../ledger/accounts.ts';
import { fromDecimal, type Money, toDecimal } from '../money/money.ts';
import { type Actor, type Party, payments } from '../people.ts';
import { isRejection } from '../rejections.ts';
import type { WalletCommand } from './commands.ts';
import { type WalletStep, walletConsequencesOf } from './consequences.ts';
import { walletNextDueAt } from './deadlines.ts';
import type { WalletGiven } from './decide.ts';
import { evolveWallet } from './evolve.ts';
import { emptyWallet, type Wallet } from './wallet.ts';

const at = (text: string) => Temporal.Instant.from(text);
const start = at('2026-03-02T09:00Z');
const ann: Actor = { as: 'freelancer', person: 'psn_ann' };

function usd(text: string): Money {
  const amount = fromDecimal(text, 'USD');
  assert.ok(amount !== null);
  return amount;
}

function given(available = '450.00', now = start): WalletGiven {
  return { now, available: (party: Party) => (party === 'freelancer' ? usd(available) : usd('0')) };
}

function done(wallet: Wallet, command: WalletCommand, facts = given()): WalletStep {
  const consequences = walletConsequencesOf(wallet, command, facts);
  assert.ok(!isRejection(consequences), `${command.type} is carried out`);
  return consequences.done;
}

function withMethods(): Wallet {
  const method = { type: 'add_payment_method', by: ann } as const;
  let wallet = emptyWallet('psn_ann', 'USD');
  const add = (fields: { kind: 'card' | 'bank'; label: string; token: string; id?: string }) => {
    wallet = done(wallet, { ...method, ...fields }).state;
  };
  add({ kind: 'bank', label: 'IBAN …42', token: 'bank_ok', id: 'bank' });
  add({ kind: 'card', label: 'Card …1', token: 'card_ok' });
  add({ kind: 'card', label: 'Card …2', token: 'card_ok' });
  for (const id of ['bank', 'm2']) {
    wallet = done(wallet, { type: 'verify_payment_method', by: ann, method: id }).state;
  }
  return wallet;
}

const moves = (step: WalletStep) =>
  step.postings.map(
    ({ from, to, amount }) => `${accountKey(from)} > ${accountKey(to)} ${toDecimal(amount)}`,
  );

test('what a wallet refuses, by whom and why', () => {
  const wallet = withMethods();
  const ben: Actor = { as: 'client', person: 'psn_ben' };
  const out = { type: 'withdraw', by: ann, method: 'bank' } as const;
  const table: [WalletCommand, string][] = [
    [{ ...out, by: ben, amount: '1.00' }, 'not_found'],
    [{ ...out, by: payments, amount: '1.00' }, 'not_your_decision'],
    [{ type: 'confirm_payout', by: ann, payout: 'pay_1' }, 'not_your_decision'],
    [{ type: 'confirm_payout', by: payments, payout: 'pay_1' }, 'not_found'],
    [{ type: 'fail_charge', by: payments, charge: 'dep_1' }, 'not_found'],
    [{ type: 'verify_payment_method', by: ann, method: 'm9' }, 'not_found'],
    [{ ...out, amount: '0' }, 'amount_not_positive'],
    [{ ...out, amount: '-450.001' }, 'amount_not_positive'],
    [{ ...out, amount: '1.001' }, 'amount_has_too_many_digits'],
    [{ ...out, amount: '450.01' }, 'amount_exceeds_balance'],
    [{ ...out, amount: '0.01', as: 'client' }, 'amount_exceeds_balance'],
    [{ ...out, amount: '450.00', method: 'm2' }, 'payment_method_missing'],
    [{ ...out, amount: '450.00', method: 'nowhere' }, 'payment_method_missing'],
    [{ type: 'deposit', by: ann, amount: '0' }, 'amount_not_positive'],
    [{ type: 'deposit', by: ann, amount: '5', method: 'm3' }, 'payment_method_missing'],
    [{ type: 'deposit', by: ann, amount: '5', method: 'bank' }, 'payment_method_missing'],
  ];
  for (const [command, code] of table) {
    const refused = walletConsequencesOf(wallet, command, given());
    assert.ok(isRejection(refused), `${command.type} ${code}`);
    assert.equal(refused.rejected, code, `${command.type} ${code}`);
  }
});

test('a deposit is money only when the provider has taken it', () => {
  const asked = done(withMethods(), { type: 'deposit', by: ann, amount: '20' });
  assert.deepEqual(moves(asked), []);
  assert.equal(asked.state.deposits[0]?.method, 'm2');
  const command = { type: 'confirm_charge', by: payments, charge: 'dep_1' } as const;
  const confirmed = done(asked.state, command);
  assert.deepEqual(moves(confirmed), ['outside - USD > client.available psn_ann USD 20.00']);
  assert.deepEqual(done(confirmed.state, command).events, []);
  const failed = done(confirmed.state, { ...command, type: 'fail_charge' });
  assert.deepEqual(failed.events, []);
});

test('a deposit nobody confirms is given up after a day, and credited if it comes after all', () => {
  const asked = done(withMethods(), { type: 'deposit', by: ann, amount: '20.00' }).state;
  assert.equal(walletNextDueAt(asked)?.toString(), '2026-03-03T09:00:00Z');
  const late = walletConsequencesOf(
    asked,
    { type: 'confirm_charge', by: payments, charge: 'dep_1' },
    given('0', at('2026-03-05T09:00Z')),
  );
  assert.ok(!isRejection(late));
  assert.deepEqual(
    late.caughtUp.events.map(({ at, as, event }) => `${at} ${as} ${event.type}`),
    ['2026-03-03T09:00:00Z clock deposit_timed_out'],
  );
  assert.deepEqual(moves(late.done), ['outside - USD > client.available psn_ann USD 20.00']);
  assert.equal(walletNextDueAt(late.done.state), null);
});

test('a payout leaves at once, is gone when confirmed and back when it fails, once', () => {
  const out = { type: 'withdraw', by: ann, amount: '450.00', method: 'bank' } as const;
  const asked = done(withMethods(), out);
  const leaving = 'freelancer.leaving psn_ann USD';
  const available = 'freelancer.available psn_ann USD';
  assert.deepEqual(moves(asked), [`${available} > ${leaving} 450.00`]);
  assert.equal(walletNextDueAt(asked.state), null);
  const confirm = { type: 'confirm_payout', by: payments, payout: 'pay_1' } as const;
  const fail = { type: 'fail_payout', by: payments, payout: 'pay_1' } as const;
  const gone = done(asked.state, confirm);
  assert.deepEqual(moves(gone), [`${leaving} > outside - USD 450.00`]);
  assert.deepEqual(done(gone.state, fail).events, []);
  const back = done(asked.state, fail);
  assert.deepEqual(moves(back), [`${leaving} > ${available} 450.00`]);
  assert.deepEqual(done(back.state, confirm).events, []);
});

test('a method under a known id takes its place and must be verified anew', () => {
  const add = { type: 'add_payment_method', by: ann, kind: 'bank', id: 'bank' } as const;
  const wallet = done(withMethods(), { ...add, label: 'IBAN …7', token: 'bank_ok' }).state;
  assert.deepEqual(
    wallet.methods.map(({ id, verified }) => `${id} ${verified}`),
    ['m2 true', 'm3 false', 'bank false'],
  );
  const verify = { type: 'verify_payment_method', by: ann, method: 'm2' } as const;
  assert.deepEqual(done(wallet, verify).events, []);
});

test('a wallet is the fold of its events', () => {
  const add = { type: 'add_payment_method', by: ann, kind: 'card' } as const;
  const empty = emptyWallet('psn_ann', 'USD');
  const added = done(empty, { ...add, label: 'Card', token: 'card_ok' });
  const verified = done(added.state, { type: 'verify_payment_method', by: ann, method: 'm1' });
  const asked = done(verified.state, { type: 'deposit', by: ann, amount: '7' });
  const all = [...added.events, ...verified.events, ...asked.events];
  assert.deepEqual(all.reduce(evolveWallet, empty), asked.state);
});
