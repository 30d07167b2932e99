// The sentences of money beside the plan, as each of the two reads them. Every one is made from a
// real deed, so that no sentence stands for something that cannot happen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { active, completed } from '../../domain/contracts/examples.ts';
import { ann, ben, classic, type Life, note, onCard, then } from '../../domain/contracts/lives.ts';
import { seenBy } from '../../domain/contracts/seen-by.ts';
import { seenEvent } from '../../domain/contracts/seen-event.ts';
import type { Party } from '../../domain/people.ts';
import { eventSentence } from '../events.ts';
import { sceneOf } from '../scene.ts';

const texts = (id: string) => (id === 'txt_praise' ? '{"stars":{}}' : id.replace('txt_', ''));

/** What the last event of a life reads like; null for whom it does not exist. */
function reads(life: Life, viewer: Party): string | null {
  const view = seenBy(viewer, life.contract, texts, []);
  const last = life.events.at(-1);
  assert.ok(view && last);
  const names = { client: 'Ben', freelancer: 'Ann' };
  const scene = sceneOf(view, { viewer, names, zone: 'UTC', now: last.at });
  const event = seenEvent(viewer, life.contract, last, texts);
  return event === null ? null : eventSentence(event, scene);
}

const at = '2026-11-05T09:00Z';
const bonus = { type: 'pay_bonus', by: ben, amount: '100', kind: 'bonus' } as const;
const asked = then(active(), at, {
  type: 'request_payment',
  by: ann,
  amount: '150',
  note: note('extra'),
});
const back = then(completed(), at, {
  type: 'request_refund',
  by: ben,
  amount: '300',
  reason: note('broken'),
});

test('a bonus names its sum and what is left of it', () => {
  const paid = then(active(), at, bonus);
  assert.equal(
    reads(paid, 'client'),
    'You paid $100.00 for a bonus to Ann. Ann gets $90.00 after the 10% fee.',
  );
  assert.equal(
    reads(paid, 'freelancer'),
    'Ben paid $100.00 for a bonus to you. You get $90.00 after the 10% fee.',
  );
});

test('expenses are called so, and the client fee is told', () => {
  const paid = then(active(classic), at, { ...bonus, kind: 'expense' });
  assert.equal(
    reads(paid, 'client'),
    'You paid $100.00 for Ann’s expenses. Ann gets $90.00 after the 10% fee. The 2.75% client fee, $2.75, comes on top.',
  );
});

test('a charge of a bonus is between the client and the payment provider', () => {
  const charged = then(active(), at, bonus, onCard);
  assert.equal(reads(charged, 'client'), 'Your card is charged $100.00 for a bonus to Ann.');
  assert.equal(reads(charged, 'freelancer'), null);
  const charges = (viewer: Party) => seenBy(viewer, charged.contract, texts, [])?.charges.length;
  assert.deepEqual([charges('client'), charges('freelancer')], [1, 0]);
});

test('a request, and every answer to it, is a sentence for both', () => {
  assert.equal(reads(asked, 'client'), 'Ann asked you for a payment of $150.00.');
  assert.equal(
    reads(then(asked, at, bonus), 'freelancer'),
    'Ben paid $100.00 for a bonus to you. You get $90.00 after the 10% fee. It counts towards your request.',
  );
  const declined = then(asked, at, { type: 'decline_payment_request', by: ben });
  assert.equal(reads(declined, 'freelancer'), 'Ben declined the request for a payment.');
  const taken = then(asked, at, { type: 'withdraw_payment_request', by: ann });
  assert.equal(reads(taken, 'client'), 'Ann took the request for a payment back.');
});

test('money that goes back says where it comes from', () => {
  assert.equal(reads(back, 'freelancer'), 'Ben asked you to give $300.00 back.');
  const given = then(back, at, { type: 'give_refund', by: ann, amount: '100' });
  assert.equal(
    reads(given, 'freelancer'),
    'You gave $100.00 back to Ben. $90.00 came from you, $10.00 is fee that came back.',
  );
  const declined = then(back, at, { type: 'decline_refund', by: ann });
  assert.equal(reads(declined, 'client'), 'Ann declined to give the money back.');
  const taken = then(back, at, { type: 'withdraw_refund_request', by: ben });
  assert.equal(reads(taken, 'client'), 'You no longer ask for money back.');
});
