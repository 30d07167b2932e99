// The statement of somebody's money in one currency and one role, for a month in UTC or for all
// time: what there was, every movement with what it was for and the balance after it, and what
// there is. Opening plus lines is closing, always; what silence has moved and nobody has written
// yet is in it. The balance is what is theirs: pending and available, without what is leaving.
import { compareInstants, type Instant } from '../domain/calendar.ts';
import { digitsOf } from '../domain/money/currencies.ts';
import { money, toDecimal } from '../domain/money/money.ts';
import type { Party } from '../domain/people.ts';
import { type Lasting, lastingOf } from './lasting.ts';
import {
  type LineType,
  type Moved,
  type Named,
  unwrittenMovements,
  writtenMovements,
} from './movements.ts';
import { atOneMoment, type Desk, unwritten } from './states.ts';

/** All amounts are decimal strings; a minus says that it went away. */
export type StatementLine = {
  /** Of the event in its stream: a line can be found again by these two. */
  readonly stream: string;
  readonly seq: number;
  readonly at: string;
  readonly type: LineType;
  readonly contract?: Named;
  readonly milestone?: Named;
  /** What it changed in all, and in each of the two parts. */
  readonly amount: string;
  readonly pending: string;
  readonly available: string;
  /** Of a payment: what the client paid, and the fee that was taken from it. */
  readonly gross?: string;
  readonly fee?: string;
  /** Final, or reversible until when and by which rule; absent where it says nothing. */
  readonly lasting?: Lasting;
  /** What there is after it. */
  readonly balance: string;
};

export type Sums = {
  readonly pending: string;
  readonly available: string;
  readonly balance: string;
};

export type Statement = {
  readonly currency: string;
  readonly party: Party;
  /** "2026-11", or null for all time. */
  readonly month: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly opening: Sums;
  readonly lines: readonly StatementLine[];
  readonly closing: Sums;
};

export type StatementAsked = {
  readonly party: Party;
  readonly month: Temporal.PlainYearMonth | null;
};

/** Null when there is no such currency. */
export async function statementOf(
  desk: Desk,
  person: string,
  currency: string,
  asked: StatementAsked,
  now: Instant,
): Promise<Statement | null> {
  if (digitsOf(currency) === undefined) return null;
  const [from, until] = boundsOf(asked.month);
  const { moved, lasting } = await atOneMoment(desk, async (sql) => {
    const owner = { person, currency, party: asked.party };
    const written = await writtenMovements(sql, owner, until);
    const steps = await unwritten(desk, sql, person, currency, now);
    const ahead = steps.flatMap(({ step }) => unwrittenMovements(step, owner));
    const all = [...written, ...ahead.filter(({ at }) => isBeforeOr(at, until))].sort(inOrder);
    const shown = all.filter(({ at }) => from === null || compareInstants(at, from) >= 0);
    return { moved: all, lasting: await lastingOf(desk, sql, owner, shown, now) };
  });
  const before = moved.filter(({ at }) => from !== null && compareInstants(at, from) < 0);
  const within = moved.slice(before.length);
  const opening = before.reduce(added, nothing);
  const months = {
    month: asked.month?.toString() ?? null,
    from: textOf(from),
    until: textOf(until),
  };
  const { lines, sum } = linesOf(within, opening, currency, lasting);
  return {
    currency,
    party: asked.party,
    ...months,
    opening: sumsOf(opening, currency),
    lines,
    closing: sumsOf(sum, currency),
  };
}

function boundsOf(month: Temporal.PlainYearMonth | null): [Instant | null, Instant | null] {
  if (month === null) return [null, null];
  const first = (of: Temporal.PlainYearMonth) =>
    of.toPlainDate({ day: 1 }).toZonedDateTime('UTC').toInstant();
  return [first(month), first(month.add({ months: 1 }))];
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : `${at}`;
}

function isBeforeOr(at: Instant, until: Instant | null): boolean {
  return until === null || compareInstants(at, until) < 0;
}

function inOrder(a: Moved, b: Moved): number {
  const byTime = compareInstants(a.at, b.at);
  if (byTime !== 0) return byTime;
  if (a.xid !== b.xid) return a.xid === null || (b.xid !== null && a.xid > b.xid) ? 1 : -1;
  return a.stream === b.stream ? a.seq - b.seq || a.n - b.n : a.stream < b.stream ? -1 : 1;
}

type Running = { readonly pending: bigint; readonly available: bigint };
const nothing: Running = { pending: 0n, available: 0n };

function added(sum: Running, { pending, available }: Running): Running {
  return { pending: sum.pending + pending, available: sum.available + available };
}

function sumsOf({ pending, available }: Running, currency: string): Sums {
  const text = (minor: bigint) => toDecimal(money(minor, currency));
  return { pending: text(pending), available: text(available), balance: text(pending + available) };
}

function linesOf(
  moved: readonly Moved[],
  opening: Running,
  currency: string,
  lasting: (one: Moved) => Lasting | null,
) {
  let sum = opening;
  const lines = moved.map((one): StatementLine => {
    sum = added(sum, one);
    const { stream, seq, at, type, contract, milestone, gross, fee } = one;
    const change = sumsOf(one, currency);
    const lasts = lasting(one);
    return {
      stream,
      seq,
      at: `${at}`,
      type,
      ...(contract === null ? {} : { contract }),
      ...(milestone === null ? {} : { milestone }),
      amount: change.balance,
      pending: change.pending,
      available: change.available,
      ...(gross === null ? {} : { gross }),
      ...(fee === null ? {} : { fee }),
      ...(lasts === null ? {} : { lasting: lasts }),
      balance: sumsOf(sum, currency).balance,
    };
  });
  return { lines, sum };
}
