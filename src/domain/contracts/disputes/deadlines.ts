// The deadlines of disputes, one for each stage, and what silence does at its end. Whoever is
// silent, held money comes out: to the freelancer when the client does not answer, to the client or
// to the only one who paid when a ruling is not wanted, halved when it does not come.
import { present } from '../../assert.ts';
import { after } from '../../calendar.ts';
import { zero } from '../../money/money.ts';
import { portion } from '../../money/split.ts';
import type { Party } from '../../people.ts';
import type { Contract } from '../contract.ts';
import type { Deadline } from '../deadlines.ts';
import type { ContractEvent } from '../events.ts';
import { closed } from './close-dispute.ts';
import { type Dispute, openDisputes } from './dispute.ts';
import { mediationFails } from './mediation/mediation-fails.ts';

const both: readonly Party[] = ['client', 'freelancer'];

function inMediation(c: Contract, dispute: Dispute): Omit<Deadline, 'subject'> {
  const { mediation } = c.terms.policy;
  const { recommendation } = dispute;
  if (recommendation === null) {
    const since = present(dispute.mediationSince, 'the beginning of mediation');
    return { what: 'recommendation_due', at: after(since, mediation.recommend), whoCanAct: both };
  }
  const at = after(recommendation.at, mediation.answer);
  const whoCanAct = both.filter((side) => !recommendation.accepted.includes(side));
  return { what: 'mediation_answer_ends', at, whoCanAct };
}

function inArbitration(c: Contract, dispute: Dispute): Omit<Deadline, 'subject'> {
  const { arbitration } = c.terms.policy;
  if (dispute.rulingSince !== null) {
    const at = after(dispute.rulingSince, arbitration.rule);
    return { what: 'ruling_due', at, whoCanAct: both };
  }
  const failed = present(dispute.failedAt, 'the failure of mediation');
  const whoCanAct = both.filter((side) => dispute.costs[side] === null);
  return { what: 'arbitration_opt_in_ends', at: after(failed, arbitration.optIn), whoCanAct };
}

/** The one deadline of a dispute's present stage. */
function stageEnds(c: Contract, dispute: Dispute): Omit<Deadline, 'subject'> {
  if (dispute.status === 'mediation') return inMediation(c, dispute);
  if (dispute.status === 'arbitration') return inArbitration(c, dispute);
  const at = after(dispute.openedAt, c.terms.policy.dispute.escrow.answer);
  return { what: 'dispute_answer_ends', at, whoCanAct: ['client'] };
}

export function disputeDeadlines(c: Contract): readonly Deadline[] {
  return openDisputes(c).map((dispute) => ({ ...stageEnds(c, dispute), subject: dispute.id }));
}

type Fire = (c: Contract, subject: string) => readonly ContractEvent[];

function onOpen(does: (c: Contract, dispute: Dispute) => readonly ContractEvent[]): Fire {
  return (c, subject) => {
    const dispute = c.disputes.find((one) => one.id === subject);
    return does(c, present(dispute, 'the open dispute'));
  };
}

/** Nobody paid: the client gets it. One paid: that one. */
function optInEnds(c: Contract, dispute: Dispute): readonly ContractEvent[] {
  const paid = dispute.costs.freelancer !== null;
  const all = paid ? dispute.amount : zero(dispute.amount.currency);
  return closed(c, dispute, 'opt_in', all);
}

/** Halves; rounded half up, the odd minor unit is the freelancer's. */
function halved(c: Contract, dispute: Dispute): readonly ContractEvent[] {
  return closed(c, dispute, 'halved', portion(dispute.amount, 1n, 2n));
}

type Stage =
  | 'dispute_answer_ends'
  | 'recommendation_due'
  | 'mediation_answer_ends'
  | 'arbitration_opt_in_ends'
  | 'ruling_due';

export const disputeFires: Readonly<Record<Stage, Fire>> = {
  dispute_answer_ends: onOpen((c, dispute) => closed(c, dispute, 'silence', dispute.amount)),
  recommendation_due: onOpen(mediationFails),
  mediation_answer_ends: onOpen(mediationFails),
  arbitration_opt_in_ends: onOpen(optInEnds),
  ruling_due: onOpen(halved),
};
