// What was said in a dispute is for its two sides and for who has the case, in the view and in
// every event; others are told how far it is, and mediators without a case in sight not even that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contested, disputed, failed, mediated, recommended } from '../disputes/examples.ts';
import { ann, ben, type Life, max, mia, note, then } from '../lives.ts';
import { seenBy } from '../seen-by.ts';
import { seenEvent } from '../seen-event.ts';
import type { Viewer } from './feedback.ts';

const texts = (id: string) => (id === 'txt_praise' ? '{"stars":{}}' : `said: ${id}`);
const file = { file: 'fil_1', sha256: 'ab', bytes: 3, media_type: 'text/plain' };

const look = ({ contract }: Life, viewer: Viewer, person: string | null = null) =>
  seenBy(viewer, contract, texts, [], person);

const history = ({ contract, events }: Life, viewer: Viewer, person: string | null = null) =>
  events.flatMap((one) => seenEvent(viewer, contract, one, texts, person) ?? []);

const shown = then(recommended(), '2026-11-07T09:30Z', {
  type: 'submit_evidence',
  by: ben,
  note: note('proof'),
  files: [file],
});

test('the two sides and the mediator of the case read all that was said', () => {
  const insiders = [
    ['client', null],
    ['freelancer', null],
    ['mediator', mia.person],
  ] as const;
  for (const [viewer, person] of insiders) {
    const dispute = look(shown, viewer, person)?.dispute;
    assert.equal(dispute?.statement, 'said: txt_done');
    assert.equal(dispute?.recommendation?.note, 'said: txt_why');
    assert.equal(dispute?.evidence?.[0]?.files[0]?.name, 'said: fil_1');
    assert.match(JSON.stringify(history(shown, viewer, person)), /txt_proof/);
  }
});

test('an operator is told how far it is, and not what was said', () => {
  const dispute = look(shown, 'operator')?.dispute;
  assert.equal(dispute?.status, 'mediation');
  assert.deepEqual(dispute?.offers, {});
  const told = `${JSON.stringify(dispute)} ${JSON.stringify(history(shown, 'operator'))}`;
  assert.doesNotMatch(told, /txt_done|txt_why|txt_proof|fil_1/);
});

test('a mediator sees a contract when its case is theirs, or free to take', () => {
  assert.equal(look(disputed(), 'mediator', mia.person), null);
  assert.equal(look(contested(), 'mediator'), null);
  assert.equal(look(contested(), 'mediator', max.person)?.dispute?.statement, undefined);
  assert.ok(look(contested(), 'mediator', max.person));
  assert.equal(look(shown, 'mediator', max.person), null);
  assert.deepEqual(history(shown, 'mediator', max.person), []);
});

test('whose case it was may still look after its end', () => {
  const over = then(shown, '2026-11-07T10:00Z', { type: 'withdraw_dispute', by: ann });
  const view = look(over, 'mediator', mia.person);
  assert.equal(view?.dispute, undefined);
  assert.equal(view?.disputes.dsp_1?.statement, 'said: txt_done');
  assert.equal(look(over, 'mediator', max.person), null);
});

test('the view says what a ruling costs and until when it can be paid', () => {
  const { arbitration, stage_ends } = look(failed(), 'client')?.dispute ?? {};
  const until = '2026-11-14T10:00:00Z';
  assert.equal(stage_ends, until);
  assert.deepEqual(arbitration, { cost: '15.00', paid: [], opt_in_until: until });
});

test('about paid money nothing is held, and no milestone is named', () => {
  const view = look(mediated(), 'freelancer');
  assert.equal(view?.dispute?.about, 'paid');
  assert.deepEqual(view?.dispute?.milestones, []);
  assert.equal(view?.money.held, '0.00');
});
