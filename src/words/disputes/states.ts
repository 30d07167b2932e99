// Where an open dispute stands, in one sentence: what opens the page of its contract before
// anything else does.
import type { ContractView, DisputeView } from '../../domain/contracts/seen/view.ts';
import { otherParty } from '../../domain/people.ts';
import { amountOf, capital, type Scene, subject, whom, whose } from '../scene.ts';

export function isOpenDispute({ status }: Pick<DisputeView, 'status'>): boolean {
  return status === 'open' || status === 'mediation' || status === 'arbitration';
}

/** The dispute that has been open longest. */
export function openDispute(view: ContractView): DisputeView | undefined {
  return Object.values(view.disputes).find(isOpenDispute);
}

export function disputeState(dispute: DisputeView, scene: Scene): string {
  const amount = amountOf(scene, dispute.amount);
  switch (dispute.status) {
    case 'open': {
      const has = subject(scene, otherParty(dispute.opened_by), 'has', 'have');
      const about = `${whose(scene, dispute.opened_by)} dispute about ${amount}`;
      return `${has}${until(dispute.answer_by, scene)} to answer ${about}, which is held.`;
    }
    case 'mediation':
      return mediationState(dispute, amount, scene);
    default:
      return arbitrationState(dispute, amount, scene);
  }
}

function until(at: string | undefined, scene: Scene): string {
  return at === undefined ? '' : ` until ${scene.when(at)}`;
}

function mediationState(dispute: DisputeView, amount: string, scene: Scene): string {
  const { recommendation, about, stage_ends: ends } = dispute;
  const held = about === 'escrow' ? 'disputed and held' : 'disputed';
  if (recommendation === undefined) {
    return `${amount} is ${held}; a mediator has${until(ends, scene)} to recommend a split.`;
  }
  const part = amountOf(scene, recommendation.to_freelancer);
  const split = `${part} of the disputed ${amount} to ${whom(scene, 'freelancer')}`;
  const [one] = recommendation.accepted;
  const who = one === undefined ? 'both have' : subject(scene, otherParty(one), 'has', 'have');
  const rest = who.replace(/^You /, 'you ');
  return `The mediator recommends ${split}; ${rest}${until(ends, scene)} to answer.`;
}

function arbitrationState(dispute: DisputeView, amount: string, scene: Scene): string {
  const { arbitration, stage_ends: ends } = dispute;
  const paid = arbitration?.paid ?? [];
  const [one, other] = paid;
  if (one !== undefined && other !== undefined) {
    return `Both have paid for a ruling on ${amount}; it is due${by(ends, scene)}.`;
  }
  const cost = amountOf(scene, arbitration?.cost ?? '0');
  const who = one === undefined ? 'both have' : subject(scene, otherParty(one), 'has', 'have');
  const has = who.replace(/^You /, 'you ');
  const failed = `Mediation about ${amount} has failed`;
  return capital(`${failed}; ${has}${until(ends, scene)} to pay ${cost} for a ruling.`);
}

function by(at: string | undefined, scene: Scene): string {
  return at === undefined ? '' : ` by ${scene.when(at)}`;
}
