// Which situation a contract is in, and the three roads that come first for each side: a table, so
// that whoever changes the order sees what people are told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as disputes from '../contracts/disputes/examples.ts';
import * as examples from '../contracts/examples.ts';
import {
  ann,
  ben,
  classic,
  givenAt,
  type Life,
  mia,
  moment,
  operator,
} from '../contracts/lives.ts';
import type { Actor } from '../people.ts';
import { adviceFor } from './advice.ts';
import * as moments from './moments.ts';

function told(life: Life, by: Actor, at = life.contract.latestAt): string {
  const { situations, roads } = adviceFor(life.contract, by, givenAt(at, life.world));
  const first = roads.slice(0, 3).map(({ road }) => road);
  return [situations[0].is, ...first].join(' ');
}

/** Due on November 10; from November 3 on that is soon. */
const dueSoon = () => moments.waited(examples.funded(), '2026-11-04T09:00Z');

const table: readonly (readonly [name: string, life: Life, client: string, freelancer: string])[] =
  [
    [
      'active',
      examples.active(),
      'nothing_funded fund_milestone send_message propose_change',
      'nothing_funded send_message ask_clarification propose_change',
    ],
    [
      'cancelProposed',
      examples.cancelProposed(),
      'cancel_proposed accept_cancel decline_cancel send_message',
      'cancel_proposed send_message withdraw_cancel ask_clarification',
    ],
    [
      'changeProposed',
      examples.changeProposed(),
      'change_proposed send_message withdraw_change ask_clarification',
      'change_proposed accept_change decline_change send_message',
    ],
    [
      'completed',
      examples.completed(),
      'ended_paid pay_bonus propose_reopen rehire',
      'ended_paid give_feedback request_payment propose_reopen',
    ],
    [
      'countered',
      examples.countered(),
      'counter_waits accept_counter decline_counter revise_offer',
      'counter_waits accept_offer withdraw_counter send_message',
    ],
    [
      'endedByFreelancer',
      examples.endedByFreelancer(),
      'ended_unpaid give_feedback pay_bonus propose_reopen',
      'ended_unpaid send_message request_payment propose_reopen',
    ],
    [
      'endedUnderReview',
      examples.endedUnderReview(),
      'ended_under_review release_payment part_release request_changes',
      'ended_under_review send_message request_payment give_feedback',
    ],
    [
      'funded',
      examples.funded(),
      'work_goes_on send_message propose_change part_release',
      'work_goes_on submit_work send_message ask_clarification',
    ],
    [
      'funding',
      examples.funding(),
      'charge_on_its_way send_message ask_clarification propose_change',
      'charge_on_its_way send_message ask_clarification propose_change',
    ],
    [
      'offered',
      examples.offered(),
      'offer_waits send_message revise_offer withdraw_offer',
      'offer_waits accept_offer counter_offer decline_offer',
    ],
    [
      'offeredWithMoney',
      examples.offeredWithMoney(),
      'offer_waits send_message revise_offer withdraw_offer',
      'offer_waits accept_offer counter_offer decline_offer',
    ],
    [
      'partlyReleased',
      examples.partlyReleased(),
      'nothing_funded fund_milestone send_message propose_change',
      'nothing_funded send_message ask_clarification propose_change',
    ],
    [
      'questionOpen',
      examples.questionOpen(),
      'question_open answer_clarification send_message extend',
      'question_open send_message extend submit_work',
    ],
    [
      'refundRequested',
      examples.refundRequested(),
      'escrow_asked_back send_message withdraw_escrow_refund part_release',
      'escrow_asked_back send_message approve_escrow_refund dispute_escrow_refund',
    ],
    [
      'submitted',
      examples.submitted(),
      'submitted release_payment request_changes part_release',
      'submitted send_message submit_work withdraw_submission',
    ],
    ['unsent', examples.unsent(), 'offer_unsent withdraw_offer', 'offer_unsent'],
    [
      'bothPaid',
      disputes.bothPaid(),
      'ruling_awaited offer_settlement submit_evidence send_message',
      'ruling_awaited offer_settlement submit_evidence send_message',
    ],
    [
      'changedTwice',
      disputes.changedTwice(),
      'changes_exhausted release_payment part_release propose_cancel',
      'changes_exhausted ask_clarification propose_cancel dispute_milestone',
    ],
    [
      'contested',
      disputes.contested(),
      'dispute_in_mediation offer_settlement submit_evidence send_message',
      'dispute_in_mediation offer_settlement submit_evidence send_message',
    ],
    [
      'disputed',
      disputes.disputed(),
      'dispute_opened contest_dispute offer_settlement answer_dispute',
      'dispute_opened offer_settlement submit_evidence withdraw_dispute',
    ],
    [
      'failed',
      disputes.failed(),
      'ruling_can_be_paid pay_arbitration offer_settlement submit_evidence',
      'ruling_can_be_paid offer_settlement submit_evidence send_message',
    ],
    [
      'mediated',
      disputes.mediated(),
      'dispute_in_mediation offer_settlement submit_evidence send_message',
      'dispute_in_mediation offer_settlement submit_evidence send_message',
    ],
    [
      'milestoneDisputed',
      disputes.milestoneDisputed(),
      'dispute_opened contest_dispute offer_settlement answer_dispute',
      'dispute_opened offer_settlement submit_evidence withdraw_dispute',
    ],
    [
      'recommended',
      disputes.recommended(),
      'recommendation_waits accept_recommendation decline_recommendation offer_settlement',
      'recommendation_waits accept_recommendation decline_recommendation offer_settlement',
    ],
    [
      'twoOpen',
      disputes.twoOpen(),
      'dispute_opened contest_dispute offer_settlement answer_dispute',
      'dispute_opened offer_settlement submit_evidence withdraw_dispute',
    ],
    [
      'allReleased',
      moments.allReleased(),
      'all_settled end_contract add_milestone pay_bonus',
      'all_settled end_contract send_message request_payment',
    ],
    [
      'changedOnce',
      moments.changedOnce(),
      'changes_requested send_message part_release propose_cancel',
      'changes_requested submit_work ask_clarification extend',
    ],
    [
      'dormant',
      moments.dormant(),
      'dormant keep_open release_payment end_contract',
      'dormant keep_open send_message ask_clarification',
    ],
    [
      'dormantForAnn',
      moments.dormantForAnn(),
      'dormant keep_open release_payment end_contract',
      'dormant keep_open request_release send_message',
    ],
    [
      'endedUnpaid',
      moments.endedUnpaid(),
      'ended_unpaid pay_bonus propose_reopen rehire',
      'ended_unpaid send_message request_payment propose_reopen',
    ],
    [
      'overdue',
      moments.overdue(),
      'overdue send_message extend propose_cancel',
      'overdue submit_work send_message extend',
    ],
    [
      'paymentRequested',
      moments.paymentRequested(),
      'payment_requested pay_bonus send_message decline_payment_request',
      'payment_requested send_message withdraw_payment_request request_mediation',
    ],
    [
      'refundRequestedAfterwards',
      moments.refundRequestedAfterwards(),
      'refund_requested send_message withdraw_refund_request request_mediation',
      'refund_requested give_refund send_message decline_refund',
    ],
    [
      'reopenProposed',
      moments.reopenProposed(),
      'reopen_proposed accept_reopen decline_reopen send_message',
      'reopen_proposed send_message withdraw_reopen give_feedback',
    ],
  ];

test('every situation has its first three roads', () => {
  for (const [name, life, client, freelancer] of table) {
    assert.equal(told(life, ben), client, `${name}, client`);
    assert.equal(told(life, ann), freelancer, `${name}, freelancer`);
  }
});

test('a due date that comes near presses, and one that is far does not', () => {
  const at = (text: string) => told(examples.funded(), ann, moment(text));
  assert.match(at('2026-11-02T14:00Z'), /^work_goes_on submit_work/);
  assert.match(at('2026-11-03T09:00Z'), /^due_soon send_message extend propose_cancel/);
  assert.match(told(dueSoon(), ben, moment('2026-11-04T09:00Z')), /^due_soon send_message extend/);
});

test('of a charge that failed only the client is told', () => {
  const life = examples.funding();
  const lost = moments.waited(life, '2026-11-04T09:00Z');
  assert.match(told(lost, ben), /^charge_failed/);
  assert.doesNotMatch(told(lost, ann), /charge_failed/);
});

test('under classic rules nobody ends together, and changes are never exhausted', () => {
  const life = disputes.changedTwice(classic);
  assert.match(told(life, ann), /^changes_requested submit_work ask_clarification/);
  const { notNow } = adviceFor(life.contract, ann, givenAt(life.contract.latestAt, life.world));
  const cancel = notNow.find(({ command }) => command === 'propose_cancel');
  assert.equal(cancel?.rejection.rejected, 'cancel_not_allowed');
  assert.ok(cancel?.closest.includes('end_contract'));
});

test('what comes closest to going back after the end: together, paid beside it, or anew', () => {
  const closest = (life: Life, by: Actor, command: string) => {
    const { notNow } = adviceFor(life.contract, by, givenAt(life.contract.latestAt, life.world));
    const found = notNow.find((one) => one.command === command);
    return [found?.rejection.rejected, ...(found?.closest ?? []).slice(0, 3)].join(' ');
  };
  const ended = examples.completed();
  assert.equal(
    closest(ended, ann, 'submit_work'),
    'contract_has_ended send_message propose_reopen request_payment',
  );
  assert.equal(
    closest(ended, ben, 'fund_milestone'),
    'contract_has_ended propose_reopen pay_bonus rehire',
  );
  const never = examples.completed(classic);
  assert.match(closest(never, ben, 'propose_reopen'), /^reopening_not_allowed pay_bonus rehire/);
  assert.match(closest(never, ann, 'propose_reopen'), /^reopening_not_allowed request_payment/);
  assert.match(
    closest(ended, ann, 'dispute_escrow_refund'),
    /^no_refund_request .*request_mediation/,
  );
});

test('whoever only looks is told the situation and the silence, and has no road', () => {
  const { contract, world } = disputes.contested();
  for (const by of [mia, operator]) {
    const advice = adviceFor(contract, by, givenAt(contract.latestAt, world));
    assert.equal(advice.situations[0].is, 'dispute_in_mediation');
    assert.deepEqual([advice.roads, advice.notNow], [[], []]);
    assert.ok(advice.silence.length > 0);
  }
});
