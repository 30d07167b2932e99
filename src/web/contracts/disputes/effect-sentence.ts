// What pressing the button does where people do not agree, and beside the plan, in one sentence in
// the present tense: it opens the confirm page. Amounts come from the preview's events.
import type { SeenEvent, SeenEventOf } from '../../../domain/contracts/seen-event.ts';
import { otherParty } from '../../../domain/people.ts';
import { isZeroAmount } from '../../../words/money.ts';
import { amountOf, capital, type Scene, subject, whom } from '../../../words/scene.ts';
import { splitText } from './dispute-words.ts';

/** The sentence of the event that the command is about; null where its hint says enough. */
export function disputeEffect(events: readonly SeenEvent[], scene: Scene): string | null {
  for (const event of events.toReversed()) {
    const sentence = sentenceFor(event, scene);
    if (sentence !== null) return sentence;
  }
  return null;
}

function sentenceFor(event: SeenEvent, scene: Scene): string | null {
  switch (event.type) {
    case 'dispute_closed':
      return closedText(event, scene);
    case 'dispute_opened':
      return openedText(event, scene);
    case 'dispute_contested':
      return 'The money stays held, and a mediator looks at the case.';
    case 'settlement_offered':
      return `You offer ${amountOf(scene, event.to_freelancer)} to ${whom(scene, 'freelancer')}. It counts once the other side accepts.`;
    case 'split_recommended':
      return `You recommend ${amountOf(scene, event.to_freelancer)} for ${whom(scene, 'freelancer')}. It counts once both accept.`;
    case 'arbitration_paid':
      return `You pay ${amountOf(scene, event.amount)} for a ruling.`;
    case 'bonus_paid':
      return bonusText(event, scene);
    case 'refund_given':
      return `${amountOf(scene, event.amount)} goes back to ${whom(scene, 'client')} at once. ${amountOf(scene, event.fee)} of it is fee that comes back.`;
    default:
      return null;
  }
}

function openedText(event: SeenEventOf<'dispute_opened'>, scene: Scene): string {
  const amount = amountOf(scene, event.amount);
  if (event.about === 'paid') {
    return `A mediator looks at the ${amount} that was paid lately. Nothing is held, and nobody is made to pay.`;
  }
  const answers = subject(scene, otherParty(event.party), 'is', 'are');
  return `${amount} is held until the dispute is over. ${answers} asked to accept or contest it.`;
}

function closedText(event: SeenEventOf<'dispute_closed'>, scene: Scene): string {
  const none = isZeroAmount(event.to_freelancer) && isZeroAmount(event.to_client);
  if (none) return 'The dispute is over, and everything stays as it is.';
  return `${capital(splitText(event, scene))}, at once. The dispute is over.`;
}

function bonusText(event: SeenEventOf<'bonus_paid'>, scene: Scene): string {
  const gets = subject(scene, 'freelancer', 'gets', 'get');
  const fee = isZeroAmount(event.fee) ? '' : ` after the ${scene.fees.freelancer} fee`;
  return `You pay ${amountOf(scene, event.amount)}. ${gets} ${amountOf(scene, event.net)}${fee}, and it cannot be taken back.`;
}
