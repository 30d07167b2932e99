// What a dispute wants of somebody, as a title and the label of the one thing to press.
import type { DisputeView } from '../../domain/contracts/seen/view.ts';
import { amountOf, type Scene, whom } from '../scene.ts';

export type DisputeNeedName =
  | 'answer_dispute'
  | 'answer_recommendation'
  | 'answer_settlement'
  | 'pay_for_ruling';

export const disputeNeedLabels: Readonly<Record<DisputeNeedName, string>> = {
  answer_dispute: 'Answer the dispute',
  answer_recommendation: 'Read the recommendation',
  answer_settlement: 'Read the offer',
  pay_for_ruling: 'Pay for a ruling…',
};

/** `name` is the title of the contract, quoted. */
export function disputeNeedTitle(
  what: DisputeNeedName,
  dispute: DisputeView | undefined,
  name: string,
  scene: Scene,
): string {
  const amount = amountOf(scene, dispute?.amount ?? '0');
  const other = scene.names[scene.viewer === 'client' ? 'freelancer' : 'client'];
  switch (what) {
    case 'answer_dispute':
      return `${other} disputes ${amount} of ${name}`;
    case 'answer_recommendation': {
      const part = amountOf(scene, dispute?.recommendation?.to_freelancer ?? '0');
      return `The mediator recommends ${part} of ${amount} to ${whom(scene, 'freelancer')}`;
    }
    case 'answer_settlement':
      return `${other} offers to settle the dispute about ${name}`;
    case 'pay_for_ruling': {
      const cost = amountOf(scene, dispute?.arbitration?.cost ?? '0');
      return `Mediation about ${name} failed; a ruling costs ${cost}`;
    }
  }
}
