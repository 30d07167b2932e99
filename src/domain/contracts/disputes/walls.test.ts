// The walls of each stage of a dispute, to the second, under both policies: one second before its
// end one can act, at its end silence has decided, however late anybody looks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frozen, lines } from '../../../../test/trials.ts';
import { forecastOf } from '../../forecast.ts';
import { isRejection, type RejectionCode } from '../../rejections.ts';
import { caughtUp } from '../../step.ts';
import type { ContractCommand } from '../commands.ts';
import { deadlinesOf } from '../deadlines.ts';
import {
  ann,
  ben,
  classic,
  givenAt,
  type Life,
  max,
  mia,
  moment,
  note,
  then,
  tried,
} from '../lives.ts';
import { bothPaid, contested, disputed, failed, mediated, recommended } from './examples.ts';

type Wall = {
  readonly what: string;
  readonly life: Life;
  readonly at: string;
  readonly command: ContractCommand;
  readonly refused: RejectionCode;
  readonly events: readonly string[];
  readonly postings: readonly string[];
};

const answer = { type: 'answer_dispute', by: ben, answer: 'contest' } as const;
const recommends = {
  type: 'recommend_split',
  by: mia,
  to_freelancer: '1',
  note: note('x'),
} as const;
const accepts = { type: 'accept_recommendation', by: ann } as const;
const pays = { type: 'pay_arbitration', by: ben } as const;
const rules = { type: 'rule', by: max, to_freelancer: '1', note: note('x') } as const;

const paidOut = [
  'contract.held > freelancer.pending 270.00',
  'contract.held > platform.fees 30.00',
];
const onePaid = then(
  failed(),
  '2026-11-07T11:00Z',
  { type: 'pay_arbitration', by: ann },
  { ...failed().world, earned: '20' },
);

const walls: readonly Wall[] = [
  {
    what: 'dispute_answer_ends',
    life: disputed(),
    at: '2026-11-10T09:00Z',
    command: answer,
    refused: 'wrong_dispute_stage',
    events: ['dispute_closed'],
    postings: paidOut,
  },
  {
    what: 'dispute_answer_ends',
    life: disputed(classic),
    at: '2026-11-12T09:00Z',
    command: answer,
    refused: 'wrong_dispute_stage',
    events: ['dispute_closed'],
    postings: paidOut,
  },
  {
    what: 'recommendation_due',
    life: contested(),
    at: '2026-11-11T09:00Z',
    command: recommends,
    refused: 'not_found',
    events: ['mediation_failed'],
    postings: [],
  },
  {
    what: 'recommendation_due',
    life: contested(classic),
    at: '2026-11-13T09:00Z',
    command: recommends,
    refused: 'not_found',
    events: ['mediation_failed'],
    postings: [],
  },
  {
    what: 'mediation_answer_ends',
    life: recommended(),
    at: '2026-11-09T09:00Z',
    command: accepts,
    refused: 'wrong_dispute_stage',
    events: ['mediation_failed'],
    postings: [],
  },
  {
    what: 'arbitration_opt_in_ends',
    life: failed(),
    at: '2026-11-14T10:00Z',
    command: pays,
    refused: 'wrong_dispute_stage',
    events: ['dispute_closed'],
    postings: ['contract.held > client.available 300.00'],
  },
  {
    what: 'arbitration_opt_in_ends',
    life: failed(classic),
    at: '2026-11-12T10:00Z',
    command: pays,
    refused: 'wrong_dispute_stage',
    events: ['dispute_closed'],
    postings: ['contract.held > client.available 300.00', 'platform.fees > client.available 8.25'],
  },
  {
    what: 'arbitration_opt_in_ends',
    life: onePaid,
    at: '2026-11-14T10:00Z',
    command: pays,
    refused: 'wrong_dispute_stage',
    events: ['dispute_closed'],
    postings: paidOut,
  },
  {
    what: 'ruling_due',
    life: bothPaid(),
    at: '2026-11-21T12:00Z',
    command: rules,
    refused: 'not_found',
    events: ['arbitration_cost_returned', 'arbitration_cost_returned', 'dispute_closed'],
    postings: [
      'platform.fees > client.available 15.00',
      'platform.fees > freelancer.available 15.00',
      'contract.held > freelancer.pending 135.00',
      'contract.held > platform.fees 15.00',
      'contract.held > client.available 150.00',
    ],
  },
  {
    what: 'recommendation_due',
    life: mediated(),
    at: '2026-11-10T09:00Z',
    command: recommends,
    refused: 'not_found',
    events: ['mediation_failed', 'dispute_closed'],
    postings: [],
  },
];

const second = Temporal.Duration.from('PT1S');

for (const [index, wall] of walls.entries()) {
  const { what, life, at, command, refused } = wall;
  test(`${index}: ${command.type} is possible until ${what}, and not at it`, () => {
    const end = moment(at);
    const early = `${end.subtract(second)}`;
    assert.ok(!isRejection(tried(frozen(life.contract), early, command, life.world)), early);
    for (const late of [end, end.add(second), end.add({ hours: 24 * 400 })]) {
      const result = tried(life.contract, `${late}`, command, life.world);
      assert.equal(isRejection(result) && result.rejected, refused, `${late}`);
    }
  });

  test(`${index}: ${what} fires at its own moment, with what silence does`, () => {
    const end = moment(at);
    const early = caughtUp(life.contract, end.subtract(second));
    assert.ok(deadlinesOf(early.state).some((one) => one.what === what && one.at.equals(end)));
    const late = caughtUp(early.state, end);
    const fired = late.events.filter((one) => one.at.equals(end)).map((one) => one.event.type);
    assert.deepEqual(fired, wall.events);
    assert.deepEqual(lines(late.postings), wall.postings);
  });
}

test('from every stage held money comes out, whoever is silent', () => {
  for (const life of [disputed, contested, recommended, failed, bothPaid]) {
    const { contract, world } = life();
    const last = forecastOf(contract, givenAt(contract.latestAt, world)).at(-1);
    assert.equal(last?.step.state.money.held.minor, 0n);
  }
});
