// What has happened beside the plan, in sentences: bonuses, requests for money, money given back.
import type { BesideEvent } from '../../domain/contracts/events.ts';
import type { SeenEvent, SeenEventOf } from '../../domain/contracts/seen-event.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, capital, less, type Scene, subject, Who, whom, whose } from '../scene.ts';

type Type = BesideEvent['type'];
export type SeenBeside = Extract<SeenEvent, { type: Type }>;
type Sentence<T extends Type> = (event: SeenEventOf<T>, scene: Scene) => string;

const sentences: { readonly [T in Type]: Sentence<T> } = {
  bonus_charge_requested: (event, scene) => {
    const charged = `${capital(whose(scene, 'client'))} card is charged`;
    return `${charged} ${paid(event, scene)}.${feeOnTop(event, scene)}`;
  },
  bonus_paid: bonusSentence,
  payment_requested: ({ amount }, scene) => {
    const asked = `${Who(scene, 'freelancer')} asked ${whom(scene, 'client')}`;
    return `${asked} for a payment of ${amountOf(scene, amount)}.`;
  },
  payment_request_withdrawn: (_, scene) =>
    `${Who(scene, 'freelancer')} took the request for a payment back.`,
  payment_request_declined: (_, scene) =>
    `${Who(scene, 'client')} declined the request for a payment.`,
  refund_requested: ({ amount }, scene) => {
    const asked = `${Who(scene, 'client')} asked ${whom(scene, 'freelancer')}`;
    return `${asked} to give ${amountOf(scene, amount)} back.`;
  },
  refund_request_withdrawn: (_, scene) =>
    `${subject(scene, 'client', 'no longer asks', 'no longer ask')} for money back.`,
  refund_request_declined: (_, scene) =>
    `${Who(scene, 'freelancer')} declined to give the money back.`,
  refund_given: refundSentence,
};

export function isBeside(event: SeenEvent): event is SeenBeside {
  return Object.hasOwn(sentences, event.type);
}

export function besideSentence(event: SeenBeside, scene: Scene): string {
  const sentence = sentences[event.type] as Sentence<Type>;
  return sentence(event, scene);
}

/** "$50.00 for a bonus to Ann", "$50.00 for Ann’s expenses" */
function paid(event: SeenEventOf<'bonus_paid' | 'bonus_charge_requested'>, scene: Scene): string {
  const amount = amountOf(scene, event.amount);
  return event.kind === 'bonus'
    ? `${amount} for a bonus to ${whom(scene, 'freelancer')}`
    : `${amount} for ${whose(scene, 'freelancer')} expenses`;
}

function bonusSentence(event: SeenEventOf<'bonus_paid'>, scene: Scene): string {
  const { charge, fee, net, request } = event;
  const start =
    charge === null
      ? `${Who(scene, 'client')} paid ${paid(event, scene)}`
      : `The charge went through: ${paid(event, scene)}`;
  const { freelancer } = scene.fees;
  const gets = `${subject(scene, 'freelancer', 'gets', 'get')} ${amountOf(scene, net)}`;
  const after = isZeroAmount(fee) ? '' : ` ${gets} after the ${freelancer} fee.`;
  const counts =
    request === null ? '' : ` It counts towards ${whose(scene, 'freelancer')} request.`;
  return `${start}.${after}${counts}${feeOnTop(event, scene)}`;
}

function feeOnTop({ client_fee }: { readonly client_fee: string }, scene: Scene): string {
  if (isZeroAmount(client_fee)) return '';
  return ` The ${scene.fees.client} client fee, ${amountOf(scene, client_fee)}, comes on top.`;
}

function refundSentence(event: SeenEventOf<'refund_given'>, scene: Scene): string {
  const gave = `${Who(scene, 'freelancer')} gave ${amountOf(scene, event.amount)} back`;
  const start = `${gave} to ${whom(scene, 'client')}.`;
  if (isZeroAmount(event.fee)) return start;
  const own = amountOf(scene, less(scene, event.amount, [event.fee]));
  const from = `${own} came from ${whom(scene, 'freelancer')}`;
  return `${start} ${from}, ${amountOf(scene, event.fee)} is fee that came back.`;
}
