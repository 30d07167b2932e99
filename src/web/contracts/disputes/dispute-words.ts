// A dispute in sentences: what it is called, where it stands, what each stage is for and what
// silence does in it. The numbers are those of the view; the rules behind them are the contract's.

import { otherParty, type Party } from '../../../domain/people.ts';
import type { Scene } from '../../../words/scene.ts';
import { amountOf, listed, subject, titleOf, whom, whose } from '../../../words/scene.ts';
import type { Dispute } from './open-things.ts';

/** "your dispute about “Sketches”", in the middle of a sentence. */
export function disputeName({ opened_by, about, milestones }: Dispute, scene: Scene): string {
  const what = about === 'paid' ? 'payments' : listed(milestones.map((id) => titleOf(scene, id)));
  return `${whose(scene, opened_by)} dispute about ${what === '' ? 'what is held' : what}`;
}

/** Where it stands, with an amount: the sentence that opens its section. */
export function disputeState(dispute: Dispute, scene: Scene): string {
  const amount = amountOf(scene, dispute.amount);
  const other = otherParty(dispute.opened_by);
  switch (dispute.status) {
    case 'open':
      return `${subject(scene, dispute.opened_by, 'disputes', 'dispute')} ${amount}. ${subject(scene, other, 'has', 'have')}${until(dispute.answer_by, scene)} to accept or contest.`;
    case 'mediation':
      return mediationState(dispute, scene, amount);
    case 'arbitration':
      return arbitrationState(dispute, scene, amount);
    default:
      return endState(dispute, scene);
  }
}

function until(at: string | undefined, scene: Scene): string {
  return at === undefined ? '' : ` until ${scene.when(at)}`;
}

function mediationState(dispute: Dispute, scene: Scene, amount: string): string {
  const { recommendation, mediator } = dispute;
  if (recommendation === undefined) {
    const who = mediator === undefined ? 'waits for a mediator' : 'is with a mediator';
    return `The dispute about ${amount} ${who}, who recommends a split${until(dispute.stage_ends, scene)}.`;
  }
  const split = splitText(recommendation, scene);
  const open = (['client', 'freelancer'] as const).filter(
    (party) => !recommendation.accepted.includes(party),
  );
  const [only, another] = open;
  const waits =
    only === undefined
      ? 'Both have accepted.'
      : another === undefined
        ? `${subject(scene, only, 'has', 'have')}${until(dispute.stage_ends, scene)} to accept.`
        : `Both have${until(dispute.stage_ends, scene)} to accept.`;
  return `The mediator recommends ${split}. ${waits}`;
}

function arbitrationState({ arbitration, stage_ends }: Dispute, scene: Scene, amount: string) {
  const until_ = arbitration?.opt_in_until ?? stage_ends;
  if (arbitration?.ruling_until !== undefined) {
    return `A second mediator rules over ${amount} by ${scene.when(arbitration.ruling_until)}.`;
  }
  return `Mediation over ${amount} has failed. Each side can pay for a ruling${until(until_, scene)}.`;
}

const endings: Readonly<Record<NonNullable<Dispute['outcome']>['how'], string>> = {
  accepted: 'The other side accepted it',
  settlement: 'Both agreed on a split',
  recommendation: 'Both accepted the recommendation',
  withdrawn: 'It was withdrawn',
  silence: 'It was not answered in time',
  opt_in: 'It was decided by who paid for a ruling',
  ruling: 'A mediator ruled',
  halved: 'No ruling came in time, so it was halved',
  failed: 'Mediation failed, and nothing changes',
};

function endState({ outcome, about }: Dispute, scene: Scene): string {
  if (outcome === undefined) return 'The dispute is over.';
  const how = `${endings[outcome.how]} on ${scene.when(outcome.at)}`;
  if (about === 'paid' && outcome.how === 'failed') return `${how}.`;
  return `${how}: ${splitText(outcome, scene)}.`;
}

type Split = { readonly to_freelancer: string; readonly to_client: string };

/** "$300.00 to Ann and $200.00 back to you". */
export function splitText({ to_freelancer, to_client }: Split, scene: Scene): string {
  const [worker, client] = [whom(scene, 'freelancer'), whom(scene, 'client')];
  if (isNothing(to_client)) return `all ${amountOf(scene, to_freelancer)} to ${worker}`;
  if (isNothing(to_freelancer)) return `all ${amountOf(scene, to_client)} back to ${client}`;
  return `${amountOf(scene, to_freelancer)} to ${worker} and ${amountOf(scene, to_client)} back to ${client}`;
}

function isNothing(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

/** What silence does from here. Null where nothing is left to wait for. */
export function disputeSilence(dispute: Dispute, scene: Scene): string | null {
  const worker = whom(scene, 'freelancer');
  const amount = amountOf(scene, dispute.amount);
  switch (dispute.status) {
    case 'open':
      return `Without an answer ${amount} is paid to ${worker}.`;
    case 'mediation':
      if (dispute.about === 'paid') return 'Without an agreement nothing changes.';
      return dispute.recommendation === undefined
        ? 'Without a recommendation by then, mediation has failed and each side can pay for a ruling.'
        : 'Without both accepting, mediation has failed and each side can pay for a ruling.';
    case 'arbitration':
      return arbitrationSilence(dispute, scene);
    default:
      return null;
  }
}

function arbitrationSilence({ arbitration }: Dispute, scene: Scene): string {
  if (arbitration?.ruling_until !== undefined) {
    return 'Without a ruling by then the money is halved and both costs go back.';
  }
  const [only] = arbitration?.paid ?? [];
  if (only === undefined) {
    return `If nobody pays for a ruling, all of it goes back to ${whom(scene, 'client')}.`;
  }
  return `If ${whom(scene, otherParty(only))} ${scene.viewer === otherParty(only) ? 'do' : 'does'} not pay too, all of it goes to ${whom(scene, only)}.`;
}

/** Who has paid for a ruling, and what it cost them. */
export function arbitrationText(
  { cost, paid }: NonNullable<Dispute['arbitration']>,
  scene: Scene,
): string {
  const each = `A ruling costs each side ${amountOf(scene, cost)}.`;
  const has = (party: Party) =>
    paid.includes(party)
      ? `${subject(scene, party, 'has', 'have')} paid.`
      : `${subject(scene, party, 'has', 'have')} not paid.`;
  return `${each} ${has('client')} ${has('freelancer')} It comes back only if the two settle before, or if no ruling comes in time.`;
}
