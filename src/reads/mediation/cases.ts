// The mediator's desk: cases that nobody has taken, as far as a stranger may know of them, and the
// cases of one's own. Of a case that is not taken it tells what it is about, how much, which stage
// and how long it waits: never who, never what was said.
import type { Instant } from '../../domain/calendar.ts';
import { type Contract, currencyOf, partyOf } from '../../domain/contracts/contract.ts';
import { deadlinesOf } from '../../domain/contracts/deadlines.ts';
import type { Dispute, DisputeStatus } from '../../domain/contracts/disputes/dispute.ts';
import {
  awaitsRuling,
  couldTake,
  hasCase,
} from '../../domain/contracts/disputes/mediation/the-mediator.ts';
import { toDecimal } from '../../domain/money/money.ts';
import type { PersonId } from '../../domain/people.ts';
import type { Looker } from '../people.ts';
import { atOneMoment, type Desk, present, storedContracts } from '../states.ts';

/** A case as every mediator may know it. */
export type CaseCard = {
  readonly contract: string;
  readonly dispute: string;
  readonly about: Dispute['about'];
  readonly status: DisputeStatus;
  /** What is wanted of a mediator: a recommendation, or a ruling; null where nothing is. */
  readonly wants: 'recommendation' | 'ruling' | null;
  readonly amount: string;
  readonly currency: string;
  readonly milestones: number;
  /** Since when it has been waiting in this stage. */
  readonly since: string;
  readonly ends?: string;
};

/** One's own case has a name. `asked`: what only this mediator can do now. */
export type OwnCase = CaseCard & { readonly title: string; readonly asked: Asked };

export type Asked = 'recommend_split' | 'rule' | null;

export type CasesFound = {
  readonly waiting: readonly CaseCard[];
  readonly mine: readonly OwnCase[];
};

const mostAtOnce = 200;

/** Null for whoever is no mediator. The longest waiting come first, one's own newest first. */
export async function casesFor(
  desk: Desk,
  looker: Looker,
  now: Instant,
): Promise<CasesFound | null> {
  if (!looker.roles.includes('mediator')) return null;
  return atOneMoment(desk, async (sql) => {
    // An open dispute always has a deadline, and so has its contract.
    const open = `where c.next_due_at is not null
      and c.id in (select stream from events where type = 'dispute_opened')
      order by c.next_due_at, c.id limit ${mostAtOnce}`;
    const taken = `where c.id in (select stream from events where type = 'case_taken' and by = $1)
      order by c.latest_at desc, c.id limit ${mostAtOnce}`;
    const contracts = await storedContracts(desk, sql, open, []);
    const own = await storedContracts(desk, sql, taken, [looker.id]);
    const waiting = contracts.flatMap((one) => waitingIn(present(one, now).state, looker));
    return {
      waiting: waiting.sort((a, b) => (a.since < b.since ? -1 : 1)),
      mine: own.flatMap((one) => ownIn(present(one, now).state, looker)),
    };
  });
}

/** Nobody mediates in a contract of their own. */
function waitingIn(c: Contract, { id }: Looker): readonly CaseCard[] {
  if (partyOf(c, id) !== null) return [];
  return c.disputes.filter((one) => couldTake(one, id)).map((one) => cardOf(c, one));
}

function ownIn(c: Contract, { id }: Looker): readonly OwnCase[] {
  if (partyOf(c, id) !== null) return [];
  return c.disputes
    .filter((one) => hasCase(one, id))
    .map((one) => ({ ...cardOf(c, one), title: c.terms.title, asked: askedOf(one, id) }));
}

/** The mediator recommends, once; who rules is another one. */
export function askedOf(dispute: Dispute, person: PersonId): Asked {
  const wants = wantedOf(dispute);
  if (wants === 'recommendation' && dispute.mediator === person) return 'recommend_split';
  return wants === 'ruling' && dispute.arbiter === person ? 'rule' : null;
}

export function cardOf(c: Contract, dispute: Dispute): CaseCard {
  const ends = deadlinesOf(c).find(({ subject }) => subject === dispute.id);
  return {
    contract: c.id,
    dispute: dispute.id,
    about: dispute.about,
    status: dispute.status,
    wants: wantedOf(dispute),
    amount: toDecimal(dispute.amount),
    currency: currencyOf(c),
    milestones: dispute.parts.length,
    since: `${dispute.rulingSince ?? dispute.mediationSince ?? dispute.openedAt}`,
    ...(ends === undefined || dispute.end !== null ? {} : { ends: `${ends.at}` }),
  };
}

function wantedOf(dispute: Dispute): CaseCard['wants'] {
  if (awaitsRuling(dispute)) return 'ruling';
  const open = dispute.status === 'mediation' && dispute.recommendation === null;
  return open ? 'recommendation' : null;
}
