// All that the first page of somebody tells: what needs them, what happens by itself in all their
// contracts if nobody acts, and what is held there. One read at one moment, so that the three
// agree with each other.
import type { Instant } from '../domain/calendar.ts';
import { canOf } from '../domain/contracts/allowed.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { ContractView, NextView } from '../domain/contracts/seen/view.ts';
import { seenBy } from '../domain/contracts/seen-by.ts';
import {
  add,
  fromDecimal,
  isPositive,
  type Money,
  toDecimal,
  zero,
} from '../domain/money/money.ts';
import { feeOf } from '../domain/money/split.ts';
import type { Party } from '../domain/people.ts';
import type { Sql } from '../store/connection.ts';
import { untilLongSilence } from '../words/long-silence.ts';
import { byDeadline, type Need, needsOf } from './needs.ts';
import { actorOf, type Looker, mine, type Parties, partiesSeen, viewerOf } from './people.ts';
import { atOneMoment, type Desk, forecast, present, storedContracts } from './states.ts';

/** A contract that is not over, as one of its parties sees it in a list. */
export type OpenContract = {
  readonly party: Party;
  /** Texts are left out of it. */
  readonly view: ContractView;
  readonly parties: Parties;
};

export type NeedAtHome = Need & { readonly card: OpenContract };

/** Something that a deadline will do. `comes` is what it brings to the one who looks. */
export type Ahead = {
  readonly card: OpenContract;
  readonly next: NextView;
  readonly comes?: string;
};

/** What is held in contracts, by currency, for one who looks at it from one side. */
export type Held = {
  readonly currency: string;
  readonly party: Party;
  readonly escrow: string;
  /** The freelancer's fee on it, if all is released. */
  readonly fee: string;
  /** What of it the client has asked back. */
  readonly askedBack: string;
};

export type Home = {
  readonly needs: readonly NeedAtHome[];
  readonly ahead: readonly Ahead[];
  readonly held: readonly Held[];
};

/** More contracts than this at a time are told by their earliest deadlines. */
const mostAtOnce = 500;

export async function homeOf(desk: Desk, looker: Looker, now: Instant): Promise<Home> {
  return atOneMoment(desk, async (sql) => {
    const found = await openContractsOf(desk, sql, looker, now);
    const cards = found.map(({ card }) => card);
    return {
      needs: found.flatMap(({ needs }) => needs).sort(byUrgency),
      ahead: cards.flatMap(aheadOf).sort((a, b) => byDeadline(a.next, b.next)),
      held: heldIn(cards),
    };
  });
}

/** Somebody's contracts that are not over, the earliest deadline first. */
export async function openContractsOf(
  desk: Desk,
  sql: Sql,
  looker: Looker,
  now: Instant,
): Promise<readonly Found[]> {
  const open = `where ${mine}
    and (c.next_due_at is not null or c.status in ('unsent', 'offered', 'active'))
    order by c.next_due_at nulls last, c.id limit ${mostAtOnce}`;
  const stored = await storedContracts(desk, sql, open, [looker.id]);
  const contracts = stored.map((one) => present(one, now).state);
  const people = contracts.flatMap(({ client, freelancer }) => [client, freelancer]);
  const person = await partiesSeen(sql, people);
  return contracts.flatMap((contract) => {
    const parties = { client: person(contract.client), freelancer: person(contract.freelancer) };
    return openContract(contract, looker, parties, now);
  });
}

/** What is overdue comes first, then the soonest deadline, at last what has none. */
function byUrgency(a: NeedAtHome, b: NeedAtHome): number {
  const late = Number(overdueSince(b) !== null) - Number(overdueSince(a) !== null);
  return late !== 0 ? late : byDeadline(a.next, b.next);
}

/** Since when the work that is needed is overdue; null where it is not. */
export function overdueSince({ what, card, subject }: NeedAtHome): string | null {
  if (what !== 'submit_work') return null;
  return card.view.milestones[subject ?? '']?.overdue_since ?? null;
}

/** `contract` stays in this room: what leaves it is in the card. */
export type Found = {
  readonly contract: Contract;
  readonly card: OpenContract;
  readonly needs: readonly NeedAtHome[];
};

/** None where it is not for the one who looks to know of it. */
function openContract(c: Contract, looker: Looker, parties: Parties, now: Instant): Found[] {
  const party = viewerOf(c, looker);
  if (party !== 'client' && party !== 'freelancer') return [];
  const view = seenBy(party, c, () => null, forecast(c, now));
  if (view === null) return [];
  const card = { party, view, parties };
  const needs = needsOf(view, party, canOf(c, actorOf(party, looker), now), now);
  return [{ contract: c, card, needs: needs.map((need) => ({ ...need, card })) }];
}

/** When the freelancer's money clears is nobody else's business. */
function aheadOf(card: OpenContract): readonly Ahead[] {
  return untilLongSilence(card.view.next)
    .filter(({ what }) => what !== 'earnings_clear' || card.party === 'freelancer')
    .map((next) => ({ card, next, ...comesTo(card, next) }));
}

function comesTo({ party, view }: OpenContract, next: NextView): { readonly comes?: string } {
  const { currency } = view.terms;
  const mine = next.effect.postings.filter(({ to }) => to.startsWith(`${party}.`));
  const sum = mine.reduce((all, { amount }) => add(all, moneyOf(amount, currency)), zero(currency));
  return isPositive(sum) ? { comes: toDecimal(sum) } : {};
}

function moneyOf(amount: string, currency: string): Money {
  return fromDecimal(amount, currency) ?? zero(currency);
}

function heldIn(cards: readonly OpenContract[]): readonly Held[] {
  const currencies = [...new Set(cards.map(({ view }) => view.terms.currency))].sort();
  return currencies.flatMap((currency) =>
    (['client', 'freelancer'] as const).flatMap((party) => {
      const here = cards.filter((c) => c.party === party && c.view.terms.currency === currency);
      const sum = (of: (card: OpenContract) => Money) =>
        toDecimal(here.reduce((all, card) => add(all, of(card)), zero(currency)));
      const escrow = sum(({ view }) => moneyOf(view.money.escrow, currency));
      if (here.length === 0) return [];
      return [{ currency, party, escrow, fee: sum(feeOn), askedBack: sum(askedBackIn) }];
    }),
  );
}

/** By milestone, because each release rounds by itself. */
function feeOn({ view }: OpenContract): Money {
  const { currency } = view.terms;
  const fees = Object.values(view.milestones).map(({ escrow }) =>
    feeOf(moneyOf(escrow, currency), view.policy.fee.freelancer_bps),
  );
  return fees.reduce(add, zero(currency));
}

function askedBackIn({ view }: OpenContract): Money {
  const asked = view.escrow_refund;
  return moneyOf(asked?.status === 'open' ? (asked.amount ?? '0') : '0', view.terms.currency);
}
