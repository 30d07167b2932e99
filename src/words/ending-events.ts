// What has happened at and after the end of a contract, in sentences: escrow that goes back,
// requests for it, ending together, the end itself, feedback. The other half of events.ts.
import { never } from '../domain/assert.ts';
import type { EndReason } from '../domain/contracts/contract.ts';
import type { SeenEvent, SeenEventOf } from '../domain/contracts/seen-event.ts';
import type { Party } from '../domain/people.ts';
import type { AfterEvent } from './after/events.ts';
import { isZeroAmount } from './money.ts';
import { amountOf, capital, listed, type Scene, summed, Who, whom, whose } from './scene.ts';

type EndingEvent = Extract<
  Exclude<SeenEvent, AfterEvent>,
  { type: `escrow_${string}` | `cancel_${string}` | `contract_${string}` | `feedback_${string}` }
>;

export function endingSentence(event: EndingEvent, scene: Scene, actor: string): string {
  const freelancer = Who(scene, 'freelancer');
  switch (event.type) {
    case 'escrow_returned':
      return returnedSentence(event, scene);
    case 'escrow_refund_requested':
      return requestedSentence(event, scene);
    case 'escrow_refund_lowered':
      return `The request is lower now: ${amountOf(scene, partsOf(event, scene))}.`;
    case 'escrow_refund_approved':
      return `${freelancer} agreed that the money goes back.`;
    case 'escrow_refund_disputed':
      return `${freelancer} disputed the request for the money.`;
    case 'escrow_refund_lapsed':
      return `${freelancer} did not answer the request for the money in time.`;
    case 'escrow_refund_withdrawn':
      return `Nothing is asked back from ${whom(scene, 'freelancer')} any more.`;
    case 'cancel_proposed':
      return `${actor} proposed to end the contract together: ${splitText(event, scene)}.`;
    case 'cancel_accepted':
      return `${actor} agreed to end the contract together.`;
    case 'cancel_declined':
      return `${actor} declined to end the contract together.`;
    case 'cancel_withdrawn':
      return `${actor} took the proposal to end together back.`;
    case 'cancel_lapsed':
      return 'The proposal to end together lapsed without an answer. The contract goes on.';
    case 'contract_ended':
      return endedSentence(event, scene);
    case 'feedback_given':
      return `${actor} gave feedback. It is sealed.`;
    case 'feedback_revealed':
      return revealedSentence(event, scene);
    case 'feedback_closed':
      return 'The time for feedback is over.';
    default:
      return never(event);
  }
}

function requestedSentence(event: SeenEventOf<'escrow_refund_requested'>, scene: Scene): string {
  const asked = `${Who(scene, 'client')} asked ${whom(scene, 'freelancer')}`;
  return `${asked} for ${amountOf(scene, event.amount)} back.`;
}

function partsOf({ parts }: SeenEventOf<'escrow_refund_lowered'>, scene: Scene): string {
  return summed(
    scene,
    parts.map((part) => part.amount),
  );
}

function returnedSentence(event: SeenEventOf<'escrow_returned'>, scene: Scene): string {
  const back = `${amountOf(scene, event.amount)} went back to ${whom(scene, 'client')}`;
  if (isZeroAmount(event.client_fee)) return `${back}.`;
  return `${back}, and ${amountOf(scene, event.client_fee)} of the client fee with it.`;
}

function splitText({ to_freelancer }: SeenEventOf<'cancel_proposed'>, scene: Scene): string {
  const client = whom(scene, 'client');
  if (isZeroAmount(to_freelancer)) return `whatever is held goes back to ${client}`;
  const part = amountOf(scene, to_freelancer);
  return `${part} of what is held to ${whom(scene, 'freelancer')}, the rest back to ${client}`;
}

function endedSentence({ by, reason }: SeenEventOf<'contract_ended'>, scene: Scene): string {
  if (by === 'both') return 'The contract ended by agreement of both.';
  if (by === 'clock') return 'The contract ended by itself.';
  const why = reason === null ? '' : ` Reason: ${reasonText(reason)}.`;
  return `${Who(scene, by)} ended the contract.${why}`;
}

function revealedSentence(event: SeenEventOf<'feedback_revealed'>, scene: Scene): string {
  const parties: readonly Party[] = event.parties;
  if (parties.length > 1) return 'The feedback of both can be read now.';
  const authors = parties.map((party) => whose(scene, party));
  return `${capital(listed(authors))} feedback can be read now.`;
}

/** Why a contract ended, as a phrase. */
export function reasonText(reason: EndReason): string {
  switch (reason) {
    case 'completed':
      return 'completed';
    case 'no_longer_needed':
      return 'no longer needed';
    case 'requirements_unclear':
      return 'the requirements were unclear';
    case 'other_party_unresponsive':
      return 'the other side did not respond';
    case 'work_not_delivered':
      return 'the work was not delivered';
    case 'quality':
      return 'quality';
    case 'mutual':
      return 'agreed by both';
    case 'other':
      return 'another reason';
    default:
      return never(reason);
  }
}
