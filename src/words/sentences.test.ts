// The product, read aloud: how things stand, what silence leads to, what has happened. Every
// sentence here is made from a contract that came about by real commands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as examples from '../domain/contracts/examples.ts';
import {
  ann,
  ben,
  classic,
  givenAt,
  type Life,
  note,
  praise,
  then,
  usual,
} from '../domain/contracts/lives.ts';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import { seenBy } from '../domain/contracts/seen-by.ts';
import { type SeenEvent, seenEvent } from '../domain/contracts/seen-event.ts';
import { forecastOf } from '../domain/forecast.ts';
import { buttonLabel } from './commands.ts';
import { effectLines } from './effects.ts';
import { eventNote, eventSentence } from './events.ts';
import { accountName, deadlineSentence, forecastSentence } from './forecast.ts';
import { untilLongSilence } from './long-silence.ts';
import { exactSceneOf, type Scene, sceneOf, whose } from './scene.ts';
import { stateSentence } from './states.ts';

const names = { client: 'Ben', freelancer: 'Ann' };

function look(life: Life, viewer: Viewer, exact = false) {
  const { contract, world } = life;
  const now = contract.latestAt;
  const view = seenBy(viewer, contract, () => null, forecastOf(contract, givenAt(now, world)));
  assert.ok(view !== null);
  const reader = { viewer, names, zone: 'UTC', now };
  return { view, scene: exact ? exactSceneOf(view, reader) : sceneOf(view, reader) };
}

function events(life: Life, viewer: Viewer): readonly SeenEvent[] {
  return life.events.flatMap((one) => {
    const event = seenEvent(viewer, life.contract, one, (id) => id.replace('txt_', ''));
    return event === null ? [] : [event];
  });
}

function told(life: Life, viewer: Viewer): readonly string[] {
  const { scene } = look(life, viewer);
  return events(life, viewer).map((event) => eventSentence(event, scene));
}

test('the state is one sentence with a subject, for each of the two', () => {
  const table: [Life, Viewer, string][] = [
    [examples.unsent(), 'client', 'Your offer of $800.00 goes to Ann when its money is there.'],
    [
      examples.offered(),
      'client',
      'Ann has until Monday, 9 November to answer your offer of $800.00.',
    ],
    [
      examples.offered(),
      'freelancer',
      'You have until Monday, 9 November to answer Ben’s offer of $800.00.',
    ],
    [
      examples.countered(),
      'client',
      'Ann answered the offer with other terms, $600.00; you have until Monday, 9 November to decide.',
    ],
    [examples.active(), 'client', '“Sketches” waits for you to fund it with $500.00.'],
    [examples.funding(), 'freelancer', 'Ben’s payment of $500.00 for “Sketches” is on its way.'],
    [
      examples.funded(),
      'freelancer',
      'You are working on “Sketches”, due Tuesday, 10 November; $500.00 is held for it.',
    ],
    [
      examples.submitted(),
      'client',
      'You are reviewing “Sketches”, $500.00, and have until Tuesday, 17 November.',
    ],
    [
      examples.submitted(),
      'freelancer',
      'Ben is reviewing “Sketches”, $500.00, and has until Tuesday, 17 November.',
    ],
    [examples.partlyReleased(), 'client', '“Final files” waits for you to fund it with $50.00.'],
    [examples.questionOpen(), 'client', 'You have owed Ann an answer since Monday, 9 November.'],
    [
      examples.changeProposed(),
      'freelancer',
      'You have until Tuesday, 10 November to answer the change that Ben proposed.',
    ],
    [
      examples.cancelProposed(),
      'client',
      'You have until Tuesday, 10 November to agree to end together as Ann proposed.',
    ],
    [
      examples.refundRequested(),
      'freelancer',
      'The contract has ended; you have until Tuesday, 10 November to answer Ben’s request for $300.00 back.',
    ],
    [
      examples.endedUnderReview(),
      'client',
      'The contract has ended, and you are reviewing “Sketches”, $500.00, and have until Tuesday, 17 November.',
    ],
    [
      examples.completed(),
      'freelancer',
      'The contract ended on Wednesday, 4 November; $500.00 was paid. You can give feedback until Wednesday, 18 November.',
    ],
    [
      examples.completed(),
      'operator',
      'The contract ended on Wednesday, 4 November; $500.00 was paid.',
    ],
  ];
  for (const [life, viewer, sentence] of table) {
    const { view, scene } = look(life, viewer);
    assert.equal(stateSentence(view, scene), sentence);
  }
});

test('an offer that came to nothing says how', () => {
  const declined = then(examples.offered(), '2026-11-03T09:00Z', {
    type: 'decline_offer',
    by: ann,
  });
  const withdrawn = then(examples.offered(), '2026-11-03T09:00Z', {
    type: 'withdraw_offer',
    by: ben,
  });
  const failed = {
    type: 'fail_charge',
    by: { as: 'payments', person: null },
    charge: 'chg_1',
  } as const;
  const unsent = then(examples.unsent(), '2026-11-02T09:01Z', failed);
  const table: [Life, string][] = [
    [declined, 'Ann declined the offer on Tuesday, 3 November.'],
    [withdrawn, 'You withdrew the offer on Tuesday, 3 November.'],
    [unsent, 'The offer was not sent: the money for it did not come.'],
  ];
  for (const [life, sentence] of table) {
    const { view, scene } = look(life, 'client');
    assert.equal(stateSentence(view, scene), sentence);
  }
});

function forecast(life: Life, viewer: Viewer): readonly string[] {
  const { view, scene } = look(life, viewer);
  return untilLongSilence(view.next).map((next) => forecastSentence(next, scene));
}

test('silence is told with its amount and its day, to the one who may end it and to the other', () => {
  assert.deepEqual(forecast(examples.submitted(), 'freelancer'), [
    'The due date of “Sketches” passes on Tuesday, 10 November, and nothing follows from it.',
    'If Ben does nothing, $500.00 is released to you on Tuesday, 17 November. You get $450.00 after the 10% fee.',
    '$450.00 becomes available to you on Sunday, 22 November.',
    'If nobody does anything, the contract goes dormant on Monday, 1 February 2027.',
  ]);
  assert.equal(
    forecast(examples.submitted(), 'client')[1],
    'If you do nothing, $500.00 is released to Ann on Tuesday, 17 November. Ann gets $450.00 after the 10% fee.',
  );
  assert.deepEqual(forecast(examples.funded(), 'freelancer'), [
    'If you do nothing, “Sketches” becomes overdue on Tuesday, 10 November.',
    'If nobody does anything, the contract goes dormant on Monday, 8 February 2027.',
  ]);
  assert.deepEqual(forecast(examples.refundRequested(), 'client').slice(1), [
    'If Ann does nothing, $300.00 goes back to you on Tuesday, 10 November.',
    'Feedback closes on Tuesday, 17 November. What was given can be read then, or as soon as both have given theirs.',
  ]);
  assert.deepEqual(forecast(examples.offeredWithMoney(), 'freelancer'), [
    'If nobody does anything, the offer expires on Monday, 9 November and $500.00 goes back to Ben.',
  ]);
  assert.equal(
    forecast(examples.changeProposed(), 'client')[0],
    'If Ann does nothing, the proposed change lapses on Tuesday, 10 November.',
  );
});

test('a midnight deadline is the day that ends there, and 24:00 where the moment is exact', () => {
  const { view, scene } = look(examples.completed(), 'operator', true);
  const closes = view.next.find((next) => next.what === 'feedback_closes');
  assert.ok(closes !== undefined);
  assert.match(forecastSentence(closes, scene), /^Feedback closes on Wed 18 Nov 2026, 24:00 UTC\./);
});

test('who has until when is told on its own', () => {
  const { view, scene } = look(examples.submitted(), 'freelancer');
  const sentences = view.next.map((next) => deadlineSentence(next, scene));
  assert.deepEqual(sentences, [
    'Due date of “Sketches”: Tuesday, 10 November.',
    'Ben has until Tuesday, 17 November to review “Sketches”.',
    'Money becomes available: Sunday, 22 November.',
    'The contract goes dormant: Monday, 1 February 2027.',
    'End of this step of dormancy: Monday, 8 February 2027.',
    'End of this step of dormancy: Monday, 15 February 2027.',
    'Feedback closes: Monday, 1 March 2027.',
  ]);
});

test('what happened is told to each of the two', () => {
  assert.deepEqual(told(examples.completed(), 'freelancer'), [
    'Ben offered you “Logo”: $800.00 in 2 milestones.',
    'You accepted the offer. The contract is active.',
    'Ben funded “Sketches”: $500.00 is held for it.',
    'You submitted “Sketches”.',
    'Ben released $500.00 for “Sketches”: $450.00 to you after the 10% fee.',
    'Ben ended the contract. Reason: completed.',
    'Ben gave feedback. It is sealed.',
  ]);
  assert.deepEqual(told(examples.partlyReleased(), 'client').slice(-1), [
    'You released $250.00 for “Sketches”: $225.00 to Ann after the 10% fee. The other $250.00 moved to “Final files”.',
  ]);
  assert.deepEqual(told(examples.refundRequested(), 'operator').slice(-4), [
    'Ben ended the contract. Reason: quality.',
    'Ben released $200.00 for “Sketches”: $180.00 to Ann after the 10% fee.',
    'Ben asked Ann for $300.00 back.',
    'Ben gave feedback. It is sealed.',
  ]);
  assert.deepEqual(told(examples.unsent(), 'client'), [
    'You wrote Ann an offer: $800.00 in 2 milestones. It is sent when the money for its first milestone is there.',
    'Your card is charged $500.00 for “Sketches”.',
  ]);
  assert.deepEqual(told(examples.changeProposed(), 'freelancer').slice(-1), [
    'Ben proposed a change of terms: “Sketches”, $600.00; “Second round”, $200.00.',
  ]);
});

test('the client’s fee is told where there is one', () => {
  assert.deepEqual(told(examples.funded(classic), 'client').slice(-1), [
    'You funded “Sketches”: $500.00 is held for it. The 2.75% client fee, $13.75, comes on top.',
  ]);
});

test('silence is told as silence, and an agreement as nobody’s deed', () => {
  const quiet = then(examples.submitted(), '2026-11-20T09:00Z', {
    type: 'add_milestone',
    by: ben,
    title: 'More',
    amount: '10',
  });
  assert.ok(
    told(quiet, 'freelancer').includes(
      'Ben did not answer in time, so $500.00 for “Sketches” was released: $450.00 to you after the 10% fee.',
    ),
  );
  const changed = then(examples.changeProposed(), '2026-11-04T09:00Z', {
    type: 'accept_change',
    by: ann,
  });
  assert.deepEqual(told(changed, 'freelancer').slice(-2), [
    'You accepted the change. Version 2 of the terms holds.',
    '$100.00 of Ben’s balance is held for “Sketches”.',
  ]);
});

test('what was written is quoted beside the sentence, and never what is sealed', () => {
  const notes = events(examples.questionOpen(), 'client').map(eventNote);
  assert.deepEqual(notes.at(-1), 'which');
  assert.deepEqual(events(examples.completed(), 'client').map(eventNote).filter(Boolean), []);
});

function preview(before: Life, at: string, command: Parameters<typeof then>[2], viewer: Viewer) {
  const after = then(before, at, command);
  const { view, scene } = look(after, viewer);
  const mine = after.events.slice(before.events.length);
  const happened = mine.flatMap((one) => seenEvent(viewer, after.contract, one, () => null) ?? []);
  const moved = after.postings.slice(before.postings.length);
  const postings = moved.map(({ from, to, amount }) => {
    const decimal = `${amount.minor / 100n}.${String(amount.minor % 100n).padStart(2, '0')}`;
    return { from: from.kind, to: to.kind, amount: decimal };
  });
  const words = { events: happened, postings, before: look(before, viewer).view.next };
  return { scene, happened, lines: effectLines({ ...words, after: view.next }, scene) };
}

test('the last button says what it moves', () => {
  const end = { type: 'end_contract', by: ben, reason: 'quality', feedback: praise } as const;
  const table: [Life, Parameters<typeof then>[2], Viewer, string][] = [
    [
      examples.funded(),
      { ...end, release: '450' },
      'client',
      'End the contract, pay $450.00 and ask for $50.00 back',
    ],
    [examples.funded(), end, 'client', 'End the contract and ask for $500.00 back'],
    [
      examples.funded(),
      { ...end, by: ann },
      'freelancer',
      'End the contract and give $500.00 back',
    ],
    [
      examples.submitted(),
      { type: 'release_payment', by: ben, milestone: 'sketches' },
      'client',
      'Release $500.00',
    ],
    [
      examples.active(),
      { type: 'fund_milestone', by: ben, milestone: 'sketches' },
      'client',
      'Hold $500.00 for the milestone',
    ],
    [
      examples.refundRequested(),
      { type: 'approve_escrow_refund', by: ann },
      'freelancer',
      'Give $300.00 back',
    ],
    [examples.offered(), { type: 'accept_offer', by: ann }, 'freelancer', 'Accept the offer'],
  ];
  for (const [life, command, viewer, label] of table) {
    const { scene, happened } = preview(life, '2026-11-04T13:00Z', command, viewer);
    assert.equal(buttonLabel(command.type, happened, scene), label);
  }
});

test('a preview says what moves, what begins and what no longer counts', () => {
  const command = {
    type: 'request_changes',
    by: ben,
    milestone: 'sketches',
    note: note('warmer'),
  } as const;
  const { lines } = preview(examples.submitted(usual), '2026-11-04T13:00Z', command, 'client');
  assert.deepEqual(lines.money, []);
  assert.deepEqual(
    lines.ends.map((next) => next.what),
    ['review_ends', 'earnings_clear'],
  );
  const release = { type: 'release_payment', by: ben, milestone: 'sketches' } as const;
  const paid = preview(examples.submitted(), '2026-11-04T13:00Z', release, 'client').lines;
  assert.deepEqual(paid.money, [
    { from: 'Held for this contract', to: 'Ann’s money that clears', amount: '$450.00' },
    { from: 'Held for this contract', to: 'Platform fee', amount: '$50.00' },
  ]);
  assert.deepEqual(
    paid.begins.map(({ sentence }) => sentence),
    ['$450.00 becomes available to Ann on Monday, 9 November.'],
  );
});

test('names that end in s get their apostrophe, and you are you', () => {
  const { scene } = look(examples.funded(), 'client');
  const shop: Scene = {
    ...scene,
    viewer: 'freelancer',
    names: { ...names, client: 'Marsh & Sons' },
  };
  assert.equal(whose(shop, 'client'), 'Marsh & Sons’');
  assert.equal(whose(scene, 'client'), 'your');
  assert.equal(accountName('client.available', shop), 'Marsh & Sons’ balance');
  assert.equal(accountName('freelancer.available', shop), 'Your available money');
});
