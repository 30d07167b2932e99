// What people may do is what would be carried out: the buttons and the corridor ask the same
// guards. And whoever is refused is shown only ways that are open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRejection, reject, rejectionCodes } from '../rejections.ts';
import { type Can, canOf, insteadOf } from './allowed.ts';
import type { ContractCommand } from './commands.ts';
import { contractCommandNames, isAboutMilestone } from './decide.ts';
import * as examples from './examples.ts';
import { helpsAgainst } from './instead.ts';
import {
  ann,
  ben,
  classic,
  type Life,
  moment,
  operator,
  praise,
  stranger,
  tried,
} from './lives.ts';

const now = (life: Life) => life.contract.latestAt;
const can = (life: Life, by = ben, at = now(life)): Can => canOf(life.contract, by, at);

function codes(found: Can): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).map(([name, one]) => [name, one === true ? 'yes' : (one?.not ?? '')]),
  );
}

const lives: Readonly<Record<string, Life>> = {
  offered: examples.offered(),
  unsent: examples.unsent(),
  countered: examples.countered(),
  active: examples.active(),
  funding: examples.funding(),
  funded: examples.funded(),
  submitted: examples.submitted(),
  partlyReleased: examples.partlyReleased(),
  questionOpen: examples.questionOpen(),
  changeProposed: examples.changeProposed(),
  cancelProposed: examples.cancelProposed(),
  refundRequested: examples.refundRequested(),
  endedUnderReview: examples.endedUnderReview(),
  endedByFreelancer: examples.endedByFreelancer(),
  completed: examples.completed(),
  classic: examples.funded(classic),
};

/** Every command with fields that nothing could be said against. */
const note = { text: 'txt_note', digest: 'digest' };
const fields: Readonly<Record<string, object>> = {
  revise_offer: {},
  decline_offer: {},
  counter_offer: { milestones: [{ id: 'all', title: 'All', amount: '10' }] },
  propose_change: { milestones: [{ id: 'more', title: 'More', amount: '10' }] },
  ask_clarification: { question: note },
  answer_clarification: { answer: note },
  add_milestone: { title: 'More', amount: '10' },
  request_changes: { note },
  end_contract: { reason: 'other', feedback: praise },
  pay_bonus: { amount: '10', kind: 'bonus' },
  request_payment: { amount: '10', note },
  request_refund: { amount: '10', reason: note },
  give_refund: { amount: '10' },
  give_feedback: praise,
  change_feedback: praise,
};

function refusedOf(life: Life, by: typeof ben, name: string): readonly (string | null)[] {
  const about = isAboutMilestone(name as 'submit_work');
  const milestones = about ? life.contract.milestones.map(({ id }) => ({ milestone: id })) : [{}];
  return milestones.map((milestone) => {
    const command = { type: name, by, ...fields[name], ...milestone } as ContractCommand;
    const result = tried(life.contract, `${now(life)}`, command, life.world);
    return isRejection(result) ? result.rejected : null;
  });
}

/** Refusals that look at fields, balances or cards: they are told when the command is given. */
const aboutFields = ['payment_method_missing', 'amount_', 'note_missing', 'milestone_exists'];

test('what is allowed is carried out, and what is not is refused with the same code', () => {
  for (const [stage, life] of Object.entries(lives)) {
    for (const by of [ben, ann]) {
      for (const [name, answer] of Object.entries(can(life, by))) {
        const got = refusedOf(life, by, name);
        const where = `${name} by the ${by.as} when ${stage}`;
        if (answer !== true) assert.ok(got.includes(answer?.not ?? ''), `${where}: ${got}`);
        else {
          const fine = (code: string | null) =>
            code === null || aboutFields.some((one) => code.startsWith(one));
          assert.ok(got.some(fine), `${where}: ${got}`);
        }
      }
    }
  }
});

/** Commands of the payment provider, of mediators and of moderators. */
const ofOthers = /^((confirm|fail)_charge|take_case|recommend_split|rule|flag_feedback)$/;

test('a party is shown every command of both sides, and nobody else’s', () => {
  const shown = Object.keys(can(lives.funded as Life));
  const mine = contractCommandNames.filter((name) => !ofOthers.test(name));
  assert.deepEqual([...shown].sort(), [...mine].sort());
});

test('whoever is no party is shown nothing, nor is the freelancer of an unsent offer', () => {
  const funded = lives.funded as Life;
  assert.deepEqual(can(funded, operator), {});
  assert.deepEqual(
    Object.values(codes(can(funded, stranger))).filter((c) => c !== 'not_found'),
    [],
  );
  assert.deepEqual(can(lives.unsent as Life, ann), {});
});

test('of several milestones the refusal that got furthest is told', () => {
  const partly = codes(can(lives.partlyReleased as Life, ann));
  assert.equal(partly.submit_work, 'milestone_not_funded');
  const completed = codes(can(lives.completed as Life, ann));
  assert.equal(completed.submit_work, 'contract_has_ended');
});

test('what only the other side decides is grey for just that reason', () => {
  const submitted = lives.submitted as Life;
  assert.equal(codes(can(submitted, ann)).release_payment, 'not_your_decision');
  assert.equal(codes(can(submitted, ben)).release_payment, 'yes');
  assert.equal(codes(can(submitted, ben)).submit_work, 'not_your_decision');
});

test('what helps instead is allowed, or is a command of the wallet', () => {
  const wallet = ['deposit', 'withdraw', 'add_payment_method', 'verify_payment_method'];
  for (const life of Object.values(lives)) {
    for (const by of [ben, ann]) {
      const found = can(life, by);
      for (const [name, answer] of Object.entries(found)) {
        for (const other of answer === true ? [] : (answer?.instead ?? [])) {
          assert.notEqual(other, name);
          assert.ok(wallet.includes(other) || found[other as 'submit_work'] === true, other);
        }
      }
    }
  }
});

test('every command that may help exists', () => {
  const wallet = ['deposit', 'withdraw', 'add_payment_method', 'verify_payment_method'];
  const known = new Set<string>([...contractCommandNames, ...wallet]);
  for (const code of rejectionCodes) {
    for (const command of ['', ...contractCommandNames]) {
      for (const as of ['client', 'freelancer'] as const) {
        for (const name of helpsAgainst(command, code, as)) assert.ok(known.has(name), name);
      }
    }
  }
});

test('a freelancer who cannot release is told to submit, and one who has submitted to ask', () => {
  const release = can(lives.funded as Life, ann).release_payment;
  assert.ok(release !== true && release !== undefined);
  assert.equal(release.instead?.[0], 'submit_work');
});

test('a command that is refused for money is told how to get some', () => {
  const funded = lives.funded as Life;
  const poor = reject('payment_method_missing');
  assert.deepEqual(insteadOf(funded.contract, poor, ben, now(funded), 'fund_milestone'), [
    'add_payment_method',
    'verify_payment_method',
    'deposit',
  ]);
  assert.deepEqual(insteadOf(funded.contract, poor, operator, now(funded)), []);
});

test('feedback can be given until its window closes, and not at that instant', () => {
  const completed = lives.completed as Life;
  const closes = moment('2026-11-19T00:00Z');
  assert.equal(codes(can(completed, ann, closes.subtract({ seconds: 1 }))).give_feedback, 'yes');
  assert.equal(codes(can(completed, ann, closes)).give_feedback, 'feedback_window_has_closed');
});
