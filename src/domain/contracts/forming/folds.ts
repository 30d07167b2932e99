// How the events of forming a contract change its state: offers, counters, changes of terms,
// clarifications. Folds judge nothing and keep whatever they are not about.
import { after, type Instant } from '../../calendar.ts';
import { compare, isPositive } from '../../money/money.ts';
import type { PersonId } from '../../people.ts';
import {
  type Contract,
  isSettled,
  type Milestone,
  type MilestoneTerms,
  noMoney,
  type ProposalStatus,
  plannedMilestone,
  type Terms,
} from '../contract.ts';
import type { EventOf } from '../events.ts';

type Begun = { readonly client: PersonId; readonly freelancer: PersonId; readonly terms: Terms };

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
    sentAt: at,
    acceptedAt: null,
    milestones: terms.milestones.map((milestone) => plannedMilestone(milestone, false)),
    charges: [],
    counter: null,
    change: null,
    cancel: null,
    escrowRefund: null,
    clarifications: [],
    submissions: [],
    earnings: [],
    money: noMoney(terms.currency),
    outcome: null,
    feedback: { client: null, freelancer: null, revealedAt: null, closedAt: null },
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
    return { ...planned, escrow: first.escrow, returned: first.returned, status: first.status };
  });
}

export function revised(c: Contract, event: EventOf<'offer_revised'>, at: Instant): Contract {
  const counter =
    c.counter?.status === 'open' ? { ...c.counter, status: 'lapsed' as const } : c.counter;
  const { terms } = event;
  return { ...c, terms, milestones: replanned(c, terms), sentAt: at, counter };
}

/** The state of a milestone by the money that it holds, outside funding and review. */
export function byEscrow(milestone: Milestone): Milestone {
  const full = isPositive(milestone.escrow) && compare(milestone.escrow, milestone.amount) >= 0;
  return { ...milestone, status: full ? 'funded' : 'planned' };
}

/** The contract becomes active with these terms. What is held for the first milestone funds it. */
export function accepted(c: Contract, terms: Terms, at: Instant): Contract {
  const milestones = replanned(c, terms).map((milestone) => {
    const agreed = { ...milestone, agreed: true };
    return agreed.status === 'funding' ? agreed : byEscrow(agreed);
  });
  const counter =
    c.counter?.status === 'open' ? { ...c.counter, status: 'lapsed' as const } : c.counter;
  return { ...c, status: 'active', terms, milestones, acceptedAt: at, counter };
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

export function changeProposed(
  c: Contract,
  event: EventOf<'change_proposed'>,
  at: Instant,
): Contract {
  const { party, patch, note } = event;
  return { ...c, change: { status: 'open', by: party, at, patch, note } };
}

export function changeAnswered(c: Contract, status: ProposalStatus): Contract {
  return c.change === null ? c : { ...c, change: { ...c.change, status } };
}

function changed(milestone: Milestone, terms: MilestoneTerms): Milestone {
  const moved = terms.due?.toString() !== milestone.due?.toString();
  const next = moved ? { overdueSince: null, duePassed: false } : {};
  return { ...milestone, ...terms, ...next, agreed: true };
}

/** New terms: known milestones keep their money, new ones are planned, the rest is gone. */
export function changeAccepted(c: Contract, event: EventOf<'change_accepted'>): Contract {
  const { terms } = event;
  const milestones = terms.milestones.map((wanted) => {
    const known = c.milestones.find((milestone) => milestone.id === wanted.id);
    return known === undefined ? plannedMilestone(wanted, true) : changed(known, wanted);
  });
  return changeAnswered({ ...c, terms, milestones }, 'approved');
}

export function clarificationAsked(
  c: Contract,
  event: EventOf<'clarification_asked'>,
  at: Instant,
): Contract {
  const { party, question } = event;
  const asked = { by: party, question, askedAt: at, answer: null, answeredAt: null };
  return { ...c, clarifications: [...c.clarifications, asked] };
}

/** How long the open question was open puts off every due date that had not passed before it. */
export function clarificationAnswered(
  c: Contract,
  event: EventOf<'clarification_answered'>,
  at: Instant,
): Contract {
  const open = c.clarifications.find((clarification) => clarification.answeredAt === null);
  if (open === undefined) return c;
  const wait = at.since(open.askedAt);
  const put = (milestone: Milestone): Milestone => {
    const { due, overdueSince } = milestone;
    if (due === null || overdueSince !== null || isSettled(milestone)) return milestone;
    return { ...milestone, due: after(due, wait), duePassed: false };
  };
  return {
    ...c,
    milestones: c.milestones.map(put),
    clarifications: c.clarifications.map((one) =>
      one === open ? { ...one, answer: event.answer, answeredAt: at } : one,
    ),
  };
}
