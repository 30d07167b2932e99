// What leaves the core, and for whom. The heart of it is a comparison of worlds that differ in
// nothing but what somebody wrote and sealed: nobody else may be able to tell them apart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecastOf } from '../forecast.ts';
import type { TextRef } from '../people.ts';
import { starNames } from './commands.ts';
import * as examples from './examples.ts';
import { ann, ben, givenAt, type Life, moment, note, onCard, praise, then } from './lives.ts';
import { publicFeedback, type Texts, type Viewer } from './seen/feedback.ts';
import { factsSeen } from './seen/parts.ts';
import { seenBy } from './seen-by.ts';
import { type SeenEvent, seenEvent } from './seen-event.ts';

const viewers: readonly Viewer[] = ['client', 'freelancer', 'mediator', 'moderator', 'operator'];
const silent: Texts = () => null;

function seen(viewer: Viewer, { contract, world }: Life, texts: Texts = silent) {
  return seenBy(viewer, contract, texts, forecastOf(contract, givenAt(contract.latestAt, world)));
}

function events(viewer: Viewer, { contract, events }: Life, texts: Texts = silent) {
  return events.map((one) => seenEvent(viewer, contract, one, texts));
}

function reviewOf(stars: number, comment: string): string {
  const numbers = Object.fromEntries(starNames.map((name) => [name, stars]));
  return JSON.stringify({ stars: numbers, comment, private_note: `${comment}, and in private` });
}

/** Ben ends with a sealed review, whose reference and content both depend on what he wrote. */
function endedWith(sealed: TextRef): Life {
  const { release, ...end } = { release: undefined, type: 'end_contract', by: ben } as const;
  const feedback = { ...praise, sealed };
  return then(examples.submitted(), '2026-11-04T12:00Z', { ...end, reason: 'quality', feedback });
}

const worlds = [reviewOf(5, 'Lovely'), reviewOf(1, 'Never again')].map((text, index) => {
  const sealed = { text: `txt_${index}`, digest: `digest ${index}` };
  const texts: Texts = (id) => (id === sealed.text ? text : null);
  return { life: endedWith(sealed), texts, text };
});

test('two worlds that differ only in what is sealed look the same to all but its author', () => {
  const [one, other] = worlds;
  assert.ok(one !== undefined && other !== undefined);
  for (const viewer of viewers) {
    const a: string = JSON.stringify([
      seen(viewer, one.life, one.texts),
      events(viewer, one.life, one.texts),
    ]);
    const b: string = JSON.stringify([
      seen(viewer, other.life, other.texts),
      events(viewer, other.life, other.texts),
    ]);
    if (viewer === 'client') assert.notEqual(a, b);
    else assert.equal(a, b, viewer);
  }
});

test('nobody but its author makes anybody even look the sealed text up', () => {
  for (const viewer of viewers.filter((one) => one !== 'client')) {
    const asked: string[] = [];
    const texts: Texts = (id) => {
      asked.push(id);
      return null;
    };
    seen(viewer, endedWith(note('sealed')), texts);
    events(viewer, endedWith(note('sealed')), texts);
    assert.ok(!asked.includes('txt_sealed'), viewer);
  }
});

test('the author reads their own feedback while it is sealed', () => {
  const [world] = worlds;
  assert.ok(world !== undefined);
  const feedback = seen('client', world.life, world.texts)?.feedback;
  assert.ok(feedback !== undefined && 'own' in feedback);
  assert.equal(feedback.own?.comment, 'Lovely');
  assert.equal(feedback.client, 'sealed');
  assert.equal(feedback.closes, '2026-11-19T00:00:00Z');
});

const both: Texts = (id) => reviewOf(id === 'txt_hers' ? 3 : 5, id === 'txt_hers' ? 'Hers' : 'His');

function revealed(before: Life, by = ann): Life {
  const give = { type: 'give_feedback', by, ...praise, sealed: note('hers') } as const;
  return then(before, '2026-11-05T12:00Z', give);
}

test('once revealed both read everything, and who looks on reads no private note', () => {
  const life = revealed(examples.completed());
  for (const viewer of viewers.filter((one) => seen(one, life, both) !== null)) {
    const feedback = seen(viewer, life, both)?.feedback;
    assert.ok(feedback !== undefined && 'contents' in feedback);
    assert.deepEqual([feedback.client, feedback.freelancer], ['given', 'given']);
    assert.equal(feedback.contents.freelancer?.comment, 'Hers');
    const party = viewer === 'client' || viewer === 'freelancer';
    assert.equal(feedback.contents.client?.private_note !== undefined, party, viewer);
    assert.equal(feedback.public, true);
  }
});

test('feedback is public only where enough was paid, and never with its private note', () => {
  const paid = publicFeedback(revealed(examples.completed()).contract, both);
  assert.equal(paid?.contents.client?.comment, 'His');
  assert.equal(paid?.contents.client?.private_note, undefined);
  assert.equal(publicFeedback(revealed(examples.endedByFreelancer(), ben).contract, both), null);
  assert.equal(publicFeedback(examples.completed().contract, both), null);
});

test('an offer whose money is awaited does not exist for the freelancer', () => {
  const life = examples.unsent();
  assert.equal(seen('freelancer', life), null);
  assert.deepEqual(
    events('freelancer', life).filter((event) => event !== null),
    [],
  );
  const view = seen('client', life);
  assert.equal(view?.status, 'offered');
  assert.equal(view?.sent, undefined);
});

test('an offer that was never sent stays unknown when its money does not come', () => {
  const failed = {
    type: 'fail_charge',
    by: { as: 'payments', person: null },
    charge: 'chg_1',
  } as const;
  const life = then(examples.unsent(), '2026-11-02T09:01Z', failed, onCard);
  assert.equal(seen('client', life)?.status, 'withdrawn');
  assert.equal(seen('freelancer', life), null);
  assert.deepEqual(events('freelancer', life).filter(Boolean), []);
});

test('what the card said is between the client and the provider', () => {
  const told = (viewer: Viewer) => events(viewer, examples.funding()).filter((one) => one !== null);
  assert.ok(told('client').some((event) => event.type === 'charge_requested'));
  assert.ok(!told('freelancer').some((event) => event.type === 'charge_requested'));
});

test('amounts are decimal strings, instants ISO strings, and milestones stand in their order', () => {
  const view = seen('client', examples.submitted());
  assert.deepEqual(Object.keys(view?.milestones ?? {}), ['sketches', 'final']);
  assert.deepEqual(view?.milestones.sketches, {
    title: 'Sketches',
    status: 'submitted',
    amount: '500.00',
    escrow: '500.00',
    held: '0.00',
    released: '0.00',
    returned: '0.00',
    moved: '0.00',
    due: '2026-11-10T09:00:00Z',
    agreed: true,
    changes_requested: 0,
    submitted: '2026-11-03T15:20:00Z',
    review_ends: '2026-11-17T15:20:00Z',
  });
  assert.equal(view?.money.escrow, '500.00');
  assert.equal(view?.milestones.final?.due, null);
});

test('what is not there is absent, and what is open says until when it can be answered', () => {
  const quiet = seen('client', examples.funded());
  for (const key of ['outcome', 'escrow_refund', 'cancel', 'change', 'counter']) {
    assert.ok(quiet !== null && !Object.hasOwn(quiet, key), key);
  }
  const refund = seen('freelancer', examples.refundRequested())?.escrow_refund;
  assert.deepEqual(refund, {
    status: 'open',
    by: 'client',
    at: '2026-11-03T12:00:00Z',
    answer_by: '2026-11-10T12:00:00Z',
    amount: '300.00',
  });
  const cancel = seen('client', examples.cancelProposed())?.cancel;
  assert.deepEqual([cancel?.to_freelancer, cancel?.by], ['100.00', 'freelancer']);
  const change = seen('client', examples.changeProposed())?.change;
  assert.deepEqual(change?.milestones, [
    { id: 'sketches', amount: '600.00' },
    { id: 'second', title: 'Second round', amount: '200.00' },
  ]);
  const counter = seen('client', examples.countered())?.counter;
  assert.equal(counter?.terms.milestones[0]?.amount, '600.00');
});

test('a due date that passes while a question is open waits for its answer', () => {
  const asked = examples.questionOpen();
  const later = then(asked, '2026-11-12T09:00Z', {
    type: 'add_milestone',
    by: ben,
    title: 'More',
    amount: '10',
  });
  const view = seen('freelancer', later);
  assert.equal(view?.milestones.sketches?.overdue_since, undefined);
  assert.deepEqual(view?.milestones.sketches?.waiting_for, {
    party: 'client',
    since: '2026-11-09T09:00:00Z',
  });
});

test('the forecast names what, when, who can act and what silence moves', () => {
  const [next] = seen('freelancer', examples.submitted())?.next ?? [];
  assert.equal(next?.what, 'due_passes');
  const review = seen('freelancer', examples.submitted())?.next.find(
    (one) => one.subject === 'sketches' && one.what === 'review_ends',
  );
  assert.deepEqual(review, {
    what: 'review_ends',
    at: '2026-11-17T15:20:00Z',
    subject: 'sketches',
    who_can_act: ['client'],
    effect: {
      events: ['payment_released'],
      postings: [
        { from: 'contract.escrow', to: 'freelancer.pending', amount: '450.00' },
        { from: 'contract.escrow', to: 'platform.fees', amount: '50.00' },
      ],
    },
  });
});

test('events tell what happened, with texts in place and nothing that is sealed', () => {
  const texts: Texts = (id) => (id === 'txt_which' ? 'Which tone?' : null);
  const asked = events('client', examples.questionOpen(), texts).at(-1);
  assert.deepEqual(asked, {
    seq: 4,
    at: '2026-11-09T09:00:00Z',
    by: 'psn_ann',
    as: 'freelancer',
    type: 'clarification_asked',
    party: 'freelancer',
    question: 'Which tone?',
  });
  const all = events('client', examples.completed(), () => 'text').filter((one) => one !== null);
  const given = all.find((event) => event.type === 'feedback_given') as SeenEvent;
  assert.deepEqual(Object.keys(given), ['seq', 'at', 'by', 'as', 'type', 'party']);
  const sent = all.find((event) => event.type === 'offer_sent');
  assert.equal(sent?.type === 'offer_sent' && sent.terms.milestones[1]?.amount, '300.00');
  assert.ok(!JSON.stringify(all).includes('policy'));
});

test('the facts of a refusal are written out like everything else', () => {
  const facts = { ended: moment('2026-11-04T12:00Z'), missing: 'skills', count: 2 };
  assert.deepEqual(factsSeen({ ...facts, escrow: { minor: 12345n, currency: 'USD' } }), {
    ended: '2026-11-04T12:00:00Z',
    missing: 'skills',
    count: 2,
    escrow: '123.45',
  });
});
