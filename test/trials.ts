// How commands are tried in tests: a table of refusals, each a sentence, a contract at a moment of
// its life and the code it must give; and deeds that must be carried out, with all that follows
// written as short lines: events, postings, milestones, money. Contracts are frozen before each
// trial, so that a rule which changes what it was given fails here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandName, ContractCommand } from '../src/domain/contracts/commands.ts';
import type { Contract } from '../src/domain/contracts/contract.ts';
import { completed, offered } from '../src/domain/contracts/examples.ts';
import {
  ann,
  ben,
  type Life,
  operator,
  stranger,
  then,
  tried,
  type World,
} from '../src/domain/contracts/lives.ts';
import type { Posting } from '../src/domain/ledger/postings.ts';
import { toDecimal } from '../src/domain/money/money.ts';
import type { Actor } from '../src/domain/people.ts';
import { isRejection, type RejectionCode, rejectionCodes } from '../src/domain/rejections.ts';
import type { ContractStep } from '../src/domain/step.ts';

/** A moment after everything that happens in the examples, before their next deadlines. */
export const soon = '2026-11-05T09:00Z';

export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Temporal.Instant)
    return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

type Refusal = {
  readonly when: string;
  readonly life: Life | null;
  readonly does: Omit<ContractCommand, 'type'> & Record<string, unknown>;
  readonly refused: RejectionCode;
  readonly field?: string;
  readonly at?: string;
  readonly world?: World;
};

function asCommand(type: CommandName, does: Refusal['does']): ContractCommand {
  return { type, ...does } as unknown as ContractCommand;
}

/** A table of refusals, written in the order of the public list. */
export function refusals(command: CommandName, rows: readonly Refusal[]): void {
  test(`the refusals of ${command} are told in the order of the list`, () => {
    const order = rows.map((row) => rejectionCodes.indexOf(row.refused));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
  });
  for (const row of rows) {
    test(`${command} is refused ${row.when}: ${row.refused}`, () => {
      const { life, at = soon, world = life?.world } = row;
      const contract = frozen(life?.contract ?? null);
      const result = tried(contract, at, asCommand(command, row.does), world);
      if (!isRejection(result)) assert.fail(`it led to ${eventsOf(result.done)}`);
      assert.equal(result.rejected, row.refused);
      if (row.field !== undefined) assert.equal(result.field, row.field);
    });
  }
}

/** The wrong people, for a command that one side or either may give. */
function wrongPeople(life: Life, fields: Fields, by: Actor, either: boolean): readonly Refusal[] {
  const other = by.as === 'client' ? ann : ben;
  const rows: readonly Refusal[] = [
    { when: 'to a stranger', life, does: { ...fields, by: stranger }, refused: 'not_found' },
    { when: 'to an operator', life, does: { ...fields, by: operator }, refused: 'not_a_party' },
    { when: 'to the other', life, does: { ...fields, by: other }, refused: 'not_your_decision' },
  ];
  return either ? rows.slice(0, 2) : rows;
}

type Fields = Readonly<Record<string, unknown>>;
type Whose = { readonly by: Actor; readonly either?: boolean };

/** What is refused to a command on an active contract, whatever else it needs. */
export function onlyWhenActive(life: Life, { by, either = false }: Whose, fields: Fields = {}) {
  const does = { ...fields, by };
  const withdrawn = then(offered(), '2026-11-02T10:00Z', { type: 'withdraw_offer', by: ben });
  const late = '2026-11-09T09:00Z';
  const rows: readonly Refusal[] = [
    ...wrongPeople(life, fields, by, either),
    { when: 'on an expired offer', life: offered(), does, at: late, refused: 'offer_has_expired' },
    { when: 'on a withdrawn offer', life: withdrawn, does, refused: 'offer_not_pending' },
    { when: 'on an offer', life: offered(), does, refused: 'contract_is_offered' },
    { when: 'after the end', life: completed(), does, refused: 'contract_has_ended' },
  ];
  return rows;
}

/** What is refused to a command on an offer, whatever else it needs. */
export function onlyWhenOffered(life: Life, { by }: Whose, fields: Fields = {}) {
  const does = { ...fields, by };
  const rows: readonly Refusal[] = [
    ...wrongPeople(life, fields, by, false),
    {
      when: 'once it has expired',
      life,
      does,
      at: '2026-11-09T09:00Z',
      refused: 'offer_has_expired',
    },
    { when: 'once it is accepted', life: completed(), does, refused: 'offer_not_pending' },
  ];
  return rows;
}

function eventsOf(step: ContractStep): string {
  return step.events.map((one) => one.event.type).join(', ');
}

/** What a command itself leads to; it must be carried out. */
export function doneBy(
  life: Life | null,
  command: ContractCommand,
  at = soon,
  world = life?.world,
): ContractStep {
  const result = tried(frozen(life?.contract ?? null), at, command, world);
  if (isRejection(result))
    assert.fail(`${command.type} is refused: ${JSON.stringify(result.field)} ${result.rejected}`);
  return result.done;
}

/** "contract.escrow > freelancer.pending 450.00", one line for each movement. */
export function lines(postings: readonly Posting[]): readonly string[] {
  return postings.map(({ from, to, amount }) => `${from.kind} > ${to.kind} ${toDecimal(amount)}`);
}

/** "submitted 500.00", by milestone. */
export function plan(c: Contract): Readonly<Record<string, string>> {
  return Object.fromEntries(c.milestones.map((m) => [m.id, `${m.status} ${toDecimal(m.escrow)}`]));
}

/** The sums that are not nothing. */
export function sums(c: Contract): Readonly<Record<string, string>> {
  const all = Object.entries(c.money).filter(([, amount]) => amount.minor !== 0n);
  return Object.fromEntries(all.map(([name, amount]) => [name, toDecimal(amount)]));
}

type Following = {
  readonly events?: readonly string[];
  readonly postings?: readonly string[];
  readonly plan?: Readonly<Record<string, string>>;
  readonly money?: Readonly<Record<string, string>>;
  readonly status?: string;
};

/** All that a step must have led to. What is left out is not looked at. */
export function follows(step: ContractStep, expected: Following): void {
  const { state } = step;
  const got: Required<Following> = {
    events: step.events.map((one) => one.event.type),
    postings: lines(step.postings),
    plan: plan(state),
    money: sums(state),
    status: state.status,
  };
  const looked = Object.keys(expected) as (keyof Following)[];
  assert.deepEqual(Object.fromEntries(looked.map((key) => [key, got[key]])), expected);
}
