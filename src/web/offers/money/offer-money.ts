// What an offer does to the money, out of its preview: what is paid when the button is pressed,
// and what both sides come to if everything is released. It sorts amounts into rows and adds up
// only what stands in them.
import type { MoneyOfContract } from '../../../domain/contracts/contract.ts';
import { add, isZero, type Money, subtract, toDecimal, zero } from '../../../domain/money/money.ts';
import type { ContractPreview } from '../../../engine/requests.ts';
import { isYou, type Scene } from '../../../words/scene.ts';
import type { SumRow } from '../../parts/amount.tsx';

/** The money of the client that pressing the button asks for. */
export type PaidNow = {
  readonly held: Money;
  readonly clientFee: Money;
  readonly whole: Money;
  readonly milestone: string;
  /** Not from the balance: the payment method is charged, and answers later. */
  readonly byCharge: boolean;
};

type Effects = Pick<ContractPreview, 'events' | 'after'>;

export function paidNow({ events }: Effects): PaidNow | null {
  for (const { event } of events) {
    if (event.type !== 'milestone_funded' && event.type !== 'charge_requested') continue;
    const { amount: held, client_fee: clientFee, milestone } = event;
    const byCharge = event.type === 'charge_requested';
    return { held, clientFee, whole: add(held, clientFee), milestone, byCharge };
  }
  return null;
}

/** What comes back to the client at once, where a revision needs less than is held. */
export function backNow({ events, after }: Effects): Money | null {
  let back = zero(after.terms.currency);
  for (const { event } of events) {
    if (event.type === 'escrow_returned') back = add(back, add(event.amount, event.client_fee));
  }
  return isZero(back) ? null : back;
}

export function rowsNow(preview: Effects, scene: Scene): readonly SumRow[] {
  const paid = paidNow(preview);
  const back = backNow(preview);
  if (back !== null) {
    return [{ label: 'You get back now', amount: toDecimal(back), kind: 'end' }];
  }
  if (paid === null) {
    const nothing = toDecimal(zero(preview.after.terms.currency));
    return [{ label: 'You pay now', amount: nothing, kind: 'end' }];
  }
  const title = scene.titles[paid.milestone] ?? paid.milestone;
  return [
    { label: `Held for “${title}”`, amount: toDecimal(paid.held) },
    ...feeRow(paid.clientFee, `Platform fee ${scene.fees.client}`),
    {
      label: paid.byCharge ? 'Charged to your card now' : 'You pay now',
      note: paid.byCharge ? undefined : 'from your balance',
      amount: toDecimal(paid.whole),
      kind: 'end',
    },
  ];
}

function feeRow(fee: Money, label: string, taken = false): readonly SumRow[] {
  if (isZero(fee)) return [];
  const amount = taken ? { ...fee, minor: -fee.minor } : fee;
  return [{ label, amount: toDecimal(amount), kind: 'part' }];
}

/** From what the client pays to what the freelancer receives: each line leads to the next. */
export function rowsOfAll(sums: MoneyOfContract, scene: Scene): readonly SumRow[] {
  const { paid, clientFees, fees } = sums;
  const you = isYou(scene, 'freelancer');
  const pays = isYou(scene, 'client') ? 'You pay in all' : `${scene.names.client} pays in all`;
  const released = you ? 'Released to you' : `Released to ${scene.names.freelancer}`;
  const gets = you ? 'You receive' : `${scene.names.freelancer} receives`;
  const onTop = feeRow(clientFees, `Platform fee ${scene.fees.client}`, true);
  return [
    { label: pays, amount: toDecimal(add(paid, clientFees)) },
    ...onTop,
    ...(onTop.length === 0
      ? []
      : [{ label: released, amount: toDecimal(paid), kind: 'sum' as const }]),
    ...feeRow(fees, `Platform fee ${scene.fees.freelancer}`, true),
    { label: gets, amount: toDecimal(subtract(paid, fees)), kind: 'end' },
  ];
}
