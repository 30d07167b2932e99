// Disputes as they leave the core. How far one is, both sides and every mediator who could take it
// may know; what was said and shown is for the two sides and for who has the case.
import { type Money, toDecimal } from '../../money/money.ts';
import type { Party, PersonId } from '../../people.ts';
import type { Contract } from '../contract.ts';
import { deadlinesOf } from '../deadlines.ts';
import { arbitrationCost } from '../disputes/arbitration/arbitration-charge.ts';
import { type Dispute, openDisputes, toClient } from '../disputes/dispute.ts';
import { hasCase } from '../disputes/mediation/the-mediator.ts';
import type { ContractEvent } from '../events.ts';
import type { Texts, Viewer } from './feedback.ts';
import { fileSeen, maybe, textOf } from './parts.ts';
import type { DisputeView } from './view.ts';

/** Who looks: in what capacity, and which person, where that makes a difference. */
export type Looker = { readonly viewer: Viewer; readonly person: PersonId | null };

/** Whether somebody may read what was said in a dispute. */
export function isInside({ viewer, person }: Looker, dispute: Dispute): boolean {
  if (viewer === 'client' || viewer === 'freelancer') return true;
  return viewer === 'mediator' && hasCase(dispute, person);
}

const sides: readonly Party[] = ['client', 'freelancer'];

function offersSeen({ offers }: Dispute): DisputeView['offers'] {
  const text = (amount: Money | null) => (amount === null ? null : toDecimal(amount));
  return {
    ...maybe('client', text(offers.client)),
    ...maybe('freelancer', text(offers.freelancer)),
  };
}

/** Both shares; about money already paid the freelancer may get more than it was about. */
function split(dispute: Dispute, toFreelancer: Money) {
  const back = toClient(dispute, toFreelancer);
  const none = { ...back, minor: 0n };
  const to_client = toDecimal(back.minor < 0n ? none : back);
  return { to_freelancer: toDecimal(toFreelancer), to_client };
}

type Inner = Pick<DisputeView, 'statement' | 'answer' | 'evidence' | 'recommendation'>;

function saidIn(dispute: Dispute, texts: Texts): Inner {
  const { recommendation } = dispute;
  return {
    ...maybe('statement', textOf(dispute.statement, texts)),
    ...maybe('answer', textOf(dispute.answer, texts)),
    evidence: dispute.evidence.map(({ by, at, note, files }) => ({
      by,
      at: `${at}`,
      ...maybe('note', textOf(note, texts)),
      files: files.map((file) => fileSeen(file, texts)),
    })),
    ...maybe(
      'recommendation',
      recommendation && {
        ...split(dispute, recommendation.toFreelancer),
        ...maybe('note', textOf(recommendation.note, texts)),
        at: `${recommendation.at}`,
        accepted: recommendation.accepted,
      },
    ),
  };
}

function arbitrationSeen(c: Contract, dispute: Dispute, ends: string | undefined) {
  if (dispute.failedAt === null || dispute.about === 'paid') return null;
  const until = dispute.rulingSince === null ? 'opt_in_until' : 'ruling_until';
  return {
    cost: toDecimal(arbitrationCost(c, dispute)),
    paid: sides.filter((side) => dispute.costs[side] !== null),
    ...maybe(until, ends),
  };
}

function disputeSeen(looker: Looker, c: Contract, dispute: Dispute, texts: Texts): DisputeView {
  const deadlines = dispute.end === null ? deadlinesOf(c) : [];
  const stage = deadlines.find(({ subject }) => subject === dispute.id)?.at.toString();
  const inside = isInside(looker, dispute);
  const { end } = dispute;
  return {
    about: dispute.about,
    status: dispute.status,
    opened_by: dispute.openedBy,
    opened: `${dispute.openedAt}`,
    amount: toDecimal(dispute.amount),
    milestones: dispute.parts.map((part) => part.milestone),
    ...maybe('answer_by', dispute.status === 'open' ? stage : null),
    ...maybe('stage_ends', stage),
    ...(inside ? saidIn(dispute, texts) : {}),
    offers: inside ? offersSeen(dispute) : {},
    ...maybe('mediator', dispute.mediator),
    ...maybe('arbiter', dispute.arbiter),
    ...maybe('arbitration', arbitrationSeen(c, dispute, stage)),
    ...maybe(
      'outcome',
      end && { how: end.how, ...split(dispute, end.toFreelancer), at: `${end.at}` },
    ),
  };
}

/** All disputes by their ids; and the one that is open, when there is exactly one. */
export function disputesSeen(looker: Looker, c: Contract, texts: Texts) {
  const seen = (dispute: Dispute) => disputeSeen(looker, c, dispute, texts);
  const open = openDisputes(c);
  const [one] = open;
  return {
    disputes: Object.fromEntries(c.disputes.map((dispute) => [dispute.id, seen(dispute)])),
    ...maybe('dispute', one !== undefined && open.length === 1 ? seen(one) : null),
  };
}

/** An event of a dispute for this looker: to others it is told without what was said or shown. */
export function disputeEventFor(looker: Looker, c: Contract, event: ContractEvent): ContractEvent {
  if (!('dispute' in event)) return event;
  const dispute = c.disputes.find(({ id }) => id === event.dispute);
  if (dispute === undefined || isInside(looker, dispute)) return event;
  const hidden = { statement: null, note: null, files: [] };
  const kept = Object.entries(hidden).filter(([key]) => key in event);
  return { ...event, ...Object.fromEntries(kept) } as ContractEvent;
}
