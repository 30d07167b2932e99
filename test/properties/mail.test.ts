// Whatever happens to a contract can be told by mail, to both sides, and whatever is due can be
// reminded of: in every life that chance can think of. And no mail has a free text in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Instant, isBefore } from '../../src/domain/calendar.ts';
import { consequencesOf } from '../../src/domain/consequences.ts';
import type { Contract } from '../../src/domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../src/domain/contracts/events.ts';
import { seenEvent } from '../../src/domain/contracts/seen-event.ts';
import type { Given } from '../../src/domain/given.ts';
import { money } from '../../src/domain/money/money.ts';
import { isRejection } from '../../src/domain/rejections.ts';
import { reminderName, remindersDue, remindersOf } from '../../src/domain/reminders.ts';
import { caughtUp } from '../../src/domain/step.ts';
import { noTexts, viewFor } from '../../src/engine/mail/contracts-now.ts';
import { toldTo } from '../../src/engine/mail/told.ts';
import {
  type MailScene,
  newsLetter,
  questionLetter,
  reminderLetter,
} from '../../src/words/mail/letters.ts';
import type { WrittenLetter } from '../../src/words/mail/writing.ts';
import {
  begins,
  commandOf,
  momentOf,
  offerOf,
  type RandomLife,
  randomLife,
} from './random-life.ts';

const told = new Set<string>();
const reminded = new Set<string>();
const names = { client: 'Ben', freelancer: 'Ann' };
const origin = 'https://endwell.example';

function given({ currency, policy }: RandomLife, now: Instant): Given {
  const plenty = () => money(10_000_000n, currency);
  const rich = { clientAvailable: plenty, freelancerAvailable: plenty };
  return {
    ...{ now, policy, ...rich },
    ...{ clientCanBeCharged: true, freelancerCanBeCharged: true, former: null },
  };
}

function sceneOf(c: Contract, party: 'client' | 'freelancer', now: Instant): MailScene | null {
  const view = viewFor(party, c, now);
  return view === null ? null : { view, party, names, zone: 'Europe/Berlin', now, origin };
}

function readable({ subject, body, html }: WrittenLetter): void {
  for (const text of [subject, body, html]) {
    assert.doesNotMatch(text, /undefined|null|NaN|\[object|txt_|digest/);
  }
  assert.ok(subject.length > 5 && [...subject].length <= 110, subject);
}

function tell(c: Contract, events: readonly Happened<ContractEvent>[], now: Instant): void {
  for (const party of ['client', 'freelancer'] as const) {
    const scene = sceneOf(c, party, now);
    for (const one of events) {
      if (toldTo(party, one) === null || scene === null) continue;
      const seen = seenEvent(party, c, one, noTexts);
      if (seen === null) continue;
      told.add(one.event.type);
      const next = scene.view.next.find(({ what }) => what === toldTo(party, one)?.until) ?? null;
      readable(newsLetter({ events: [seen], lead: seen, next }, scene));
    }
  }
}

function remind(c: Contract, now: Instant): void {
  const due = remindersDue(c, now);
  assert.equal(
    new Set(due.map(({ what, subject, to }) => `${what} ${subject} ${to}`)).size,
    due.length,
  );
  const all = remindersOf(c).map(reminderName);
  assert.equal(new Set(all).size, all.length, 'each reminder has a name of its own');
  for (const { what, subject, to, until, at } of due) {
    assert.ok(!isBefore(now, at) && (until === null || isBefore(now, until)));
    const scene = sceneOf(c, to, now);
    assert.ok(scene !== null, 'whoever is reminded knows of the contract');
    reminded.add(what);
    if (what === 'question_waits') {
      readable(questionLetter('client', subject, scene));
      continue;
    }
    const next = scene.view.next.find(
      (one) => one.what === what && (one.subject ?? '') === subject && one.at === `${until}`,
    );
    assert.ok(next, `${what} is among what comes next`);
    readable(reminderLetter(next, scene));
  }
}

function lived(life: RandomLife): void {
  const offered = consequencesOf(null, offerOf(life), given(life, begins), 'ctr_1');
  if (isRejection(offered)) return;
  let contract = offered.done.state;
  tell(contract, offered.done.events, begins);
  for (const deed of life.deeds) {
    const now = momentOf(contract, deed);
    const passed = caughtUp(contract, now);
    contract = passed.state;
    tell(contract, passed.events, now);
    remind(contract, now);
    const command = commandOf(contract, deed, now);
    if (command === null) continue;
    const result = consequencesOf(contract, command, given(life, now), 'ctr_1');
    if (isRejection(result)) continue;
    contract = result.done.state;
    tell(contract, result.done.events, now);
    remind(contract, now);
  }
}

test('whatever happens and whatever is due can be told by mail, without anybody’s own words', () => {
  for (const life of fc.sample(randomLife, { seed: 20_261_124, numRuns: 250 })) lived(life);
  assert.ok(told.size > 40, [...told].sort().join(' '));
  assert.ok(reminded.size > 8, [...reminded].sort().join(' '));
});
