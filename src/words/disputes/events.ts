// What has happened to a dispute, in sentences. Who said what stands beside them, for those who may
// read it.
import type { DisputeEvent } from '../../domain/contracts/events.ts';
import type { SeenEvent, SeenEventOf } from '../../domain/contracts/seen-event.ts';
import type { Party } from '../../domain/people.ts';
import { isZeroAmount } from '../money.ts';
import {
  amountOf,
  capital,
  counted,
  listed,
  type Scene,
  subject,
  titleOf,
  verb,
  Who,
  whom,
  whose,
} from '../scene.ts';

type Type = DisputeEvent['type'];
export type SeenDispute = Extract<SeenEvent, { type: Type }>;
type Sentence<T extends Type> = (event: SeenEventOf<T>, scene: Scene) => string;

const sentences: { readonly [T in Type]: Sentence<T> } = {
  dispute_opened: openedSentence,
  dispute_contested: (_, scene) =>
    `${Who(scene, 'client')} contested the dispute. Mediation has begun.`,
  evidence_submitted: ({ party, files }, scene) => {
    const count = files.length === 0 ? '' : `: ${counted(files.length, 'file')}`;
    return `${Who(scene, party)} submitted evidence${count}.`;
  },
  settlement_offered: ({ party, to_freelancer }, scene) => {
    const split = `${splitText(to_freelancer, scene)}`;
    return `${Who(scene, party)} offered to settle: ${split}.`;
  },
  case_taken: () => 'A mediator took the case.',
  split_recommended: ({ to_freelancer }, scene) =>
    `The mediator recommended ${splitText(to_freelancer, scene)}.`,
  recommendation_accepted: ({ party }, scene) =>
    `${Who(scene, party)} accepted the recommendation.`,
  recommendation_declined: ({ party }, scene) =>
    `${Who(scene, party)} declined the recommendation.`,
  mediation_failed: (event) =>
    event.as === 'clock'
      ? 'The time of the mediation ran out: it has failed.'
      : 'The mediation has failed.',
  arbitration_charge_requested: ({ party, amount }, scene) =>
    `${capital(whose(scene, party))} card is charged ${amountOf(scene, amount)} for a ruling.`,
  arbitration_paid: ({ party, amount, charge }, scene) => {
    const paid = `${whom(scene, party)} paid ${amountOf(scene, amount)} for a ruling.`;
    return charge === null ? capital(paid) : `The charge went through: ${paid}`;
  },
  arbitration_cost_returned: ({ party, amount }, scene) =>
    `The ${amountOf(scene, amount)} for a ruling went back to ${whom(scene, party)}.`,
  dispute_ruled: ({ to_freelancer }, scene) =>
    `The ruling, by another mediator: ${splitText(to_freelancer, scene)}. It is final.`,
  dispute_closed: closedSentence,
};

export function isOfDispute(event: SeenEvent): event is SeenDispute {
  return Object.hasOwn(sentences, event.type);
}

export function disputeSentence(event: SeenDispute, scene: Scene): string {
  const sentence = sentences[event.type] as Sentence<Type>;
  return sentence(event, scene);
}

function openedSentence(event: SeenEventOf<'dispute_opened'>, scene: Scene): string {
  const amount = amountOf(scene, event.amount);
  const who = Who(scene, event.party);
  if (event.about === 'paid') {
    return `${who} asked for a mediator about ${amount} that was paid. Nothing is held.`;
  }
  const titles = listed(event.parts.map((part) => titleOf(scene, part.milestone)));
  return `${who} disputed ${amount} of ${titles}. It is held until the dispute has ended.`;
}

/** "$300.00 to Ann", "nothing to Ann". */
function splitText(amount: string, scene: Scene): string {
  const part = isZeroAmount(amount) ? 'nothing' : amountOf(scene, amount);
  return `${part} to ${whom(scene, 'freelancer')}`;
}

function closedSentence(event: SeenEventOf<'dispute_closed'>, scene: Scene): string {
  const paid = event.paid.length === 0 && event.returned.length === 0;
  return paid ? paidEnd(event, scene) : `${endOf(event, scene)} ${divisionOf(event, scene)}.`;
}

/** How a dispute about held money ended. */
function endOf(event: SeenEventOf<'dispute_closed'>, scene: Scene): string {
  switch (event.how) {
    case 'accepted':
      return `${Who(scene, 'client')} accepted the dispute.`;
    case 'settlement':
      return 'Both agreed on a settlement.';
    case 'recommendation':
      return 'Both accepted what the mediator recommended.';
    case 'withdrawn':
      return `${Who(scene, 'freelancer')} withdrew the dispute.`;
    case 'silence':
      return `${Who(scene, 'client')} did not answer the dispute in time.`;
    case 'opt_in':
      return optInText(event, scene);
    case 'halved':
      return 'No ruling came in time, so the money was halved.';
    default:
      return 'The dispute is decided.';
  }
}

/** Whoever did not pay has lost it; when nobody paid, the freelancer. */
function optInText(event: SeenEventOf<'dispute_closed'>, scene: Scene): string {
  const loser: Party = isZeroAmount(event.to_freelancer) ? 'freelancer' : 'client';
  return `${Who(scene, loser)} did not pay for a ruling in time.`;
}

function divisionOf(event: SeenEventOf<'dispute_closed'>, scene: Scene): string {
  const { to_freelancer, to_client, net, fee, client_fee } = event;
  const after = isZeroAmount(fee) ? '' : ` after the ${scene.fees.freelancer} fee`;
  const gets = `${subject(scene, 'freelancer', 'gets', 'get')} ${amountOf(scene, net)}`;
  const of = isZeroAmount(fee) ? '' : ` of ${amountOf(scene, to_freelancer)}`;
  const paid = isZeroAmount(to_freelancer) ? [] : [`${gets}${of}${after}`];
  const client = whom(scene, 'client');
  const share = isZeroAmount(client_fee)
    ? ''
    : `, with ${amountOf(scene, client_fee)} of the client fee`;
  const back = `${amountOf(scene, to_client)} went back to ${client}${share}`;
  return [...paid, ...(isZeroAmount(to_client) ? [] : [back])].join('; ');
}

/** About money that was paid already: what moved is told by its own event. */
function paidEnd({ how, as }: SeenEventOf<'dispute_closed'>, scene: Scene): string {
  const stays = 'What was paid stays paid.';
  switch (how) {
    case 'settlement':
      return 'Both agreed on a settlement. The mediation has ended.';
    case 'recommendation':
      return 'Both accepted what the mediator recommended. The mediation has ended.';
    case 'withdrawn': {
      if (as !== 'client' && as !== 'freelancer') return `The mediation has ended. ${stays}`;
      const needs = verb(scene, as, 'no longer asks', 'no longer ask');
      return `${Who(scene, as)} ${needs} for a mediator. ${stays}`;
    }
    default:
      return `The mediation ended without an agreement. ${stays}`;
  }
}
