// Every refusal and every command has its words, and the words keep the tone of the house: short,
// exact, ending in a full point; no begging, no cheering, no blame.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractCommandNames } from '../domain/contracts/decide.ts';
import { rejectionCodes } from '../domain/rejections.ts';
import { emptyWallet, type Wallet } from '../domain/wallets/wallet.ts';
import { commandHint, commandLabel, commandPhrase, hasWords, insteadSentence } from './commands.ts';
import { walletEventSentence } from './ledger/wallet-events.ts';
import { type Refused, rejectionSentence, rejectionTitle } from './rejections.ts';

const scene = {
  currency: 'USD',
  when: (at: string) => `the day ${at.slice(0, 10)}`,
  titles: { sketches: 'Sketches' },
  other: 'Ben',
};
const tone = /please|sorry|oops|successfully|invalid|!/i;

test('every code has a title and a sentence in the tone of the house, also without facts', () => {
  for (const rejected of rejectionCodes) {
    const title = rejectionTitle(rejected);
    const sentence = rejectionSentence({ rejected, facts: {} }, scene);
    assert.match(title, /^[A-Z][^.]*$/, rejected);
    assert.match(sentence, /^[A-Z0-9$“].*\.$/, rejected);
    assert.doesNotMatch(`${title} ${sentence}`, tone, rejected);
    assert.doesNotMatch(sentence, /undefined|null|_/, rejected);
  }
});

test('a refusal says its amounts, dates and names', () => {
  const table: [Refused, string][] = [
    [{ rejected: 'amount_below_minimum', facts: { minimum: '5.00' } }, 'Enter $5.00 or more.'],
    [
      { rejected: 'amount_exceeds_escrow', facts: { escrow: '500.00' } },
      'No more than $500.00 is held.',
    ],
    [{ rejected: 'amount_exceeds_escrow', facts: { escrow: '0.00' } }, 'Nothing is held.'],
    [{ rejected: 'amount_exceeds_balance', facts: { available: '0.00' } }, 'Nothing is available.'],
    [
      { rejected: 'contract_has_ended', facts: { ended: '2026-11-04T12:00:00Z' } },
      'The contract ended on the day 2026-11-04.',
    ],
    [
      { rejected: 'milestone_not_funded', facts: { milestone: 'sketches' } },
      '“Sketches” is not funded.',
    ],
    [
      { rejected: 'another_milestone_is_funded', facts: { milestone: 'sketches' } },
      '“Sketches” is funded; one is funded at a time.',
    ],
    [{ rejected: 'not_your_decision', facts: {} }, 'Only Ben decides this.'],
    [
      { rejected: 'payment_method_missing', facts: { needed: '80.00', available: '0.00' } },
      '$80.00 is needed, $0.00 is available and no verified card can be charged.',
    ],
    [
      { rejected: 'feedback_incomplete', facts: { missing: 'deadlines' } },
      'Choose a number from 1 to 5 for deadlines.',
    ],
  ];
  for (const [refused, sentence] of table) {
    assert.equal(rejectionSentence(refused, scene), sentence);
  }
});

test('every command that people can give has a label and a line on what it leads to', () => {
  const wallet = ['deposit', 'withdraw', 'add_payment_method', 'verify_payment_method'];
  const mine = [...contractCommandNames, ...wallet, 'send_offer'].filter(
    (name) => !/^(confirm|fail)_charge$/.test(name),
  );
  for (const name of mine) {
    assert.ok(hasWords(name), name);
    assert.match(commandLabel(name), /^[A-Z][a-z]/);
    assert.match(commandHint(name), /^[A-Z].*\.$/);
    assert.doesNotMatch(`${commandPhrase(name)} ${commandHint(name)}`, tone);
  }
});

test('what to do instead is one sentence, or nothing', () => {
  assert.equal(insteadSentence([]), '');
  assert.equal(insteadSentence(['submit_work']), 'Instead: submit work.');
  assert.equal(
    insteadSentence(['submit_work', 'propose_cancel', 'ask_clarification']),
    'Instead: submit work, propose to end together or ask for clarification.',
  );
});

test('a wallet’s events are told to its owner and about its owner', () => {
  const method = {
    id: 'bank',
    kind: 'bank',
    label: 'Account ending 88',
    token: 'bank_ok',
    verified: true,
  } as const;
  const wallet: Wallet = { ...emptyWallet('psn_ann', 'USD'), methods: [method] };
  const amount = { minor: 45000n, currency: 'USD' };
  const asked = { type: 'payout_requested', payout: 'pay_1', from: 'freelancer', amount } as const;
  const event = { ...asked, method: 'bank' } as const;
  assert.equal(
    walletEventSentence(event, wallet, null),
    'You asked to withdraw $450.00 to “Account ending 88”.',
  );
  assert.equal(
    walletEventSentence(event, wallet, 'Ann'),
    'Ann asked to withdraw $450.00 to “Account ending 88”.',
  );
  const verified = { type: 'payment_method_verified', method: 'bank' } as const;
  assert.equal(
    walletEventSentence(verified, wallet, null),
    'Your “Account ending 88” is verified.',
  );
});
