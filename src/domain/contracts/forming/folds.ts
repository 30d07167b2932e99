// How the events of offers and counters change the state of a contract. Folds judge nothing and
// keep whatever they are not about.
import type { Instant } from '../../calendar.ts';
import type { PersonId } from '../../people.ts';
import type { ProposalStatus, Terms } from '../contract.ts';
import {
  type Contract,
  type Milestone,
  noFeedback,
  noMoney,
  plannedMilestone,
} from '../contract.ts';
import type { EventOf } from '../events.ts';
import { byEscrow } from '../milestone.ts';
import { lapsed } from '../proposals.ts';
import { keepsFunding } from './first-money.ts';

type Begun = {
  readonly client: PersonId;
  readonly freelancer: PersonId;
  readonly terms: Terms;
  readonly rehire_of?: string;
};

/** The contract as the event that begins it leaves it. */
export function begun(id: string, event: Begun & { type: string }, at: Instant): Contract {
  const { client, freelancer, terms } = event;
  return {
    id,
    version: 1,
    latestAt: at,
    client,
    freelancer,
    status: event.type === 'offer_drafted' ? 'unsent' : 'offered',
    terms,
    sentAt: event.type === 'offer_drafted' ? null : at,
    acceptedAt: null,
    milestones: terms.milestones.map((milestone) => plannedMilestone(milestone, false)),
    charges: [],
    counter: null,
    change: null,
    cancel: null,
    escrowRefund: null,
    clarifications: [],
    submissions: [],
    reopen: null,
    requests: [],
    disputes: [],
    dormancy: null,
    activeAt: null,
    earnings: [],
    payments: [],
    money: noMoney(terms.currency),
    outcome: null,
    feedback: noFeedback,
    rehireOf: event.rehire_of ?? null,
  };
}

/**
 * The plan of new terms. Money that is already held for the first milestone stays with the first
 * one, whatever it is called now.
 */
function replanned(c: Contract, terms: Terms): readonly Milestone[] {
  const [first] = c.milestones;
  return terms.milestones.map((milestone, index) => {
    const planned = plannedMilestone(milestone, false);
    if (index > 0 || first === undefined) return planned;
    const status = keepsFunding(first, terms) ? 'funding' : 'planned';
    return { ...planned, escrow: first.escrow, returned: first.returned, status };
  });
}

export function sent(c: Contract, at: Instant): Contract {
  return { ...c, status: 'offered', sentAt: at };
}

export function revised(c: Contract, event: EventOf<'offer_revised'>, at: Instant): Contract {
  const { terms } = event;
  const milestones = replanned(c, terms);
  return { ...c, terms, milestones, sentAt: at, counter: lapsed(c.counter) };
}

/** An offer that ends unaccepted. Its counter dies with it; a charge has lost its reason. */
export function over(c: Contract, status: 'withdrawn' | 'declined' | 'expired'): Contract {
  const milestones = c.milestones.map((m): Milestone => ({ ...m, status: 'planned' }));
  return { ...c, status, milestones, counter: lapsed(c.counter) };
}

/** The contract becomes active with these terms. What is held for the first milestone funds it. */
export function accepted(c: Contract, terms: Terms, at: Instant): Contract {
  const milestones = replanned(c, terms).map((milestone) => {
    const agreed = { ...milestone, agreed: true };
    return agreed.status === 'funding' ? agreed : byEscrow(agreed);
  });
  return {
    ...c,
    status: 'active',
    terms,
    milestones,
    acceptedAt: at,
    counter: lapsed(c.counter),
  };
}

export function countered(c: Contract, event: EventOf<'offer_countered'>, at: Instant): Contract {
  const { terms, note } = event;
  return { ...c, counter: { status: 'open', by: 'freelancer', at, terms, note } };
}

export function counterAnswered(c: Contract, status: ProposalStatus): Contract {
  return c.counter === null ? c : { ...c, counter: { ...c.counter, status } };
}

export function counterAccepted(c: Contract, at: Instant): Contract {
  if (c.counter === null) return c;
  const answered = counterAnswered(c, 'approved');
  return accepted(answered, c.counter.terms, at);
}
