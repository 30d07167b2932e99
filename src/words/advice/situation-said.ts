// Where a contract stands, in a sentence to begin advice with: who has done what, how often, how
// much it is about and until when.
import type { SituationView } from '../../domain/advice/advice-view.ts';
import { otherParty, type Party } from '../../domain/people.ts';
import {
  amountOf,
  capital,
  type Scene,
  subject,
  titleOf,
  verb,
  Who,
  whom,
  whose,
} from '../scene.ts';

export function situationSaid(situation: SituationView, scene: Scene): string {
  return offerSaid(situation, scene) ?? askedSaid(situation, scene) ?? workSaid(situation, scene);
}

function offerSaid({ is }: SituationView, scene: Scene): string | null {
  switch (is) {
    case 'offer_unsent':
      return `${capital(whose(scene, 'client'))} offer waits for its money and is not sent yet.`;
    case 'counter_waits':
      return `${Who(scene, 'freelancer')} answered the offer with other terms; ${whom(scene, 'client')} ${verb(scene, 'client', 'decides', 'decide')}.`;
    case 'offer_waits':
      return `The offer waits for ${whose(scene, 'freelancer')} answer.`;
    case 'offer_over':
      return 'The offer has come to nothing. Nobody owes anything.';
    default:
      return null;
  }
}

function askedSaid(
  { is, by = 'client', amount = '0' }: SituationView,
  scene: Scene,
): string | null {
  const sum = amountOf(scene, amount);
  const other = otherParty(by);
  const owes = `${whom(scene, other)} ${verb(scene, other, 'has', 'have')} not answered yet`;
  switch (is) {
    case 'dispute_opened':
      return `${Who(scene, by)} opened a dispute about ${sum}; ${owes}.`;
    case 'dispute_in_mediation':
      return `${sum} is in dispute, and a mediator looks at it.`;
    case 'recommendation_waits':
      return `The mediator has recommended how to split the ${sum} in dispute.`;
    case 'ruling_can_be_paid':
      return `Mediation about ${sum} has failed; both can pay for a ruling.`;
    case 'ruling_awaited':
      return `A ruling about ${sum} is on its way.`;
    case 'cancel_proposed':
      return `${subject(scene, by, 'proposes', 'propose')} to end together, with ${sum} to ${whom(scene, 'freelancer')}.`;
    case 'change_proposed':
      return `${subject(scene, by, 'proposes', 'propose')} a change of terms; ${owes}.`;
    case 'reopen_proposed':
      return `${subject(scene, by, 'proposes', 'propose')} to open the contract again; ${owes}.`;
    case 'escrow_asked_back':
      return `${subject(scene, 'client', 'asks', 'ask')} for ${sum} back that is held; ${owes}.`;
    case 'payment_requested':
      return `${subject(scene, by, 'asks', 'ask')} for a payment of ${sum}.`;
    case 'refund_requested':
      return `${subject(scene, by, 'asks', 'ask')} for ${sum} back that was paid.`;
    case 'question_open':
      return `${subject(scene, by, 'has', 'have')} asked a question; ${owes}.`;
    default:
      return null;
  }
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

function workSaid(situation: SituationView, scene: Scene): string {
  const { is, milestone = '', count = 0, amount = '0', at } = situation;
  const title = titleOf(scene, milestone);
  const sum = amountOf(scene, amount);
  const day = at === undefined ? '' : scene.when(at);
  const client: Party = 'client';
  const asked = `${subject(scene, client, 'has', 'have')} asked for changes to ${title} ${times(count)}`;
  switch (is) {
    case 'ended_under_review':
      return `The contract has ended, and ${title} is still under review.`;
    case 'changes_exhausted':
      return `${asked}, which is as often as the rules allow before a dispute.`;
    case 'changes_requested':
      return `${asked}.`;
    case 'submitted':
      return `${title} waits for ${whose(scene, client)} answer; ${sum} is held for it.`;
    case 'dormant':
      return 'Nobody has done anything here for a long time.';
    case 'charge_failed':
      return `The charge for ${title} did not go through.`;
    case 'charge_on_its_way':
      return `The money for ${milestone === '' ? 'it' : title} is on its way.`;
    case 'overdue':
      return `${title} is overdue since ${day}; its money is held.`;
    case 'due_soon':
      return `${title} is due on ${day}, and nothing has been submitted yet.`;
    case 'work_goes_on':
      return `${title} is funded with ${sum}; the work goes on.`;
    case 'nothing_funded':
      return `${title} comes next and is not funded: work on it is not protected.`;
    case 'all_settled':
      return 'Every milestone is settled, and the contract is still open.';
    case 'ended_paid':
      return `The contract has ended, and ${sum} was paid for it.`;
    default:
      return 'The contract has ended, and nothing was paid for it.';
  }
}
