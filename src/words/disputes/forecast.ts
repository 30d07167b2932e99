// What silence leads to in each stage of a dispute, and what each stage is called. The part of
// forecast.ts that is about disputes.
import type { DeadlineKind } from '../../domain/contracts/deadlines.ts';
import type { NextView } from '../../domain/contracts/seen/view.ts';
import type { AccountKind } from '../../domain/ledger/accounts.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, type Scene, subject, summed, verb, whom } from '../scene.ts';

export const disputeStages = [
  'dispute_answer_ends',
  'recommendation_due',
  'mediation_answer_ends',
  'arbitration_opt_in_ends',
  'ruling_due',
] as const satisfies readonly DeadlineKind[];

export type StageKind = (typeof disputeStages)[number];

export function isDisputeStage(what: DeadlineKind): what is StageKind {
  return disputeStages.some((one) => one === what);
}

/** In one sentence or two. `silence` is how it begins: "If Ben does nothing,". */
export function disputeForecast(
  what: StageKind,
  next: NextView,
  silence: string,
  scene: Scene,
): string {
  const at = scene.when(next.at);
  switch (what) {
    case 'dispute_answer_ends':
      return `${silence} the dispute is decided on ${at}: ${divided(next, scene)}.`;
    case 'recommendation_due':
      return `If no mediator recommends a split, ${fails(next, at)}`;
    case 'mediation_answer_ends':
      return `${unless(next, scene)}, ${fails(next, at)}`;
    case 'arbitration_opt_in_ends':
      return optInSentence(next, scene, at);
    case 'ruling_due':
      return rulingSentence(next, scene, at);
  }
}

function fails(next: NextView, at: string): string {
  return next.effect.events.includes('dispute_closed')
    ? `the mediation ends on ${at} without an agreement, and what was paid stays paid.`
    : `the mediation fails on ${at}. Both can then pay for a ruling.`;
}

function unless({ who_can_act }: NextView, scene: Scene): string {
  const [only, other] = who_can_act;
  if (only === undefined || other !== undefined) return 'Unless both accept the recommendation';
  return `Unless ${whom(scene, only)} ${verb(scene, only, 'accepts', 'accept')} the recommendation`;
}

/** "Ann gets $225.01 after the 10% fee", "$250.01 goes back to Ben", or both. */
function divided(next: NextView, scene: Scene): string {
  const sum = (to: AccountKind) =>
    summed(
      scene,
      next.effect.postings
        .filter((one) => one.from === 'contract.held' && one.to === to)
        .map(({ amount }) => amount),
    );
  const net = sum('freelancer.pending');
  const back = sum('client.available');
  const after = isZeroAmount(sum('platform.fees')) ? '' : ` after the ${scene.fees.freelancer} fee`;
  const gets = `${subject(scene, 'freelancer', 'gets', 'get')} ${amountOf(scene, net)}${after}`;
  const returns = `${amountOf(scene, back)} goes back to ${whom(scene, 'client')}`;
  const parts = [...(isZeroAmount(net) ? [] : [gets]), ...(isZeroAmount(back) ? [] : [returns])];
  return parts.join(', and ').replace(/^You /, 'you ');
}

function optInSentence(next: NextView, scene: Scene, at: string): string {
  const [only, other] = next.who_can_act;
  const one = only !== undefined && other === undefined;
  const pays = one
    ? `${whom(scene, only)} ${verb(scene, only, 'does', 'do')} not pay for a ruling`
    : 'nobody pays for a ruling';
  return `If ${pays} by ${at}, ${divided(next, scene)}.`;
}

function rulingSentence(next: NextView, scene: Scene, at: string): string {
  const split = divided(next, scene);
  return `If no ruling comes by ${at}, the money is halved and the costs go back: ${split}.`;
}

/** A short line beside its moment. */
export const stageNames: Readonly<Record<StageKind, string>> = {
  dispute_answer_ends: 'Answer to the dispute',
  recommendation_due: 'Recommendation of the mediator',
  mediation_answer_ends: 'Answer to the recommendation',
  arbitration_opt_in_ends: 'Paying for a ruling',
  ruling_due: 'Ruling on the dispute',
};

/** A line of a table whose first cell is the moment; `name` is the contract's title, quoted. */
export function stageAhead(what: StageKind, next: NextView, name: string, scene: Scene): string {
  switch (what) {
    case 'dispute_answer_ends':
      return `The dispute about ${name} is decided: ${divided(next, scene)}`;
    case 'recommendation_due':
      return `The mediation about ${name} ends without a recommendation`;
    case 'mediation_answer_ends':
      return `The recommendation about ${name} lapses`;
    case 'arbitration_opt_in_ends':
      return `The time to pay for a ruling about ${name} ends: ${divided(next, scene)}`;
    case 'ruling_due':
      return `The money that is disputed in ${name} is halved`;
  }
}

/** What somebody has to do until then: "Ben has until Friday to answer the dispute." */
export function stageTask(next: NextView, has: string, scene: Scene): string | null {
  const at = scene.when(next.at);
  switch (next.what) {
    case 'dispute_answer_ends':
      return `${has} until ${at} to answer the dispute.`;
    case 'mediation_answer_ends':
      return `${has} until ${at} to answer the recommendation.`;
    case 'arbitration_opt_in_ends':
      return `${has} until ${at} to pay for a ruling.`;
    default:
      return null;
  }
}
