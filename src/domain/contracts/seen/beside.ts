// What stands beside the plan, as it leaves the core: what one side asks of the other, and the
// charges of payment methods. A bonus that is only on its way is between its payer and the payment
// provider; of the money for a milestone both may know.
import { toDecimal } from '../../money/money.ts';
import type { Contract } from '../contract.ts';
import type { Texts, Viewer } from './feedback.ts';
import { maybe, textOf } from './parts.ts';
import type { ChargeView, ContractView } from './view.ts';

export function requestsSeen(c: Contract, texts: Texts): ContractView['requests'] {
  const seen = c.requests.map((one) => {
    const view = {
      kind: one.kind,
      status: one.status,
      by: one.by,
      at: `${one.at}`,
      amount: toDecimal(one.amount),
      settled: toDecimal(one.settled),
      ...maybe('note', textOf(one.note, texts)),
    };
    return [one.id, view] as const;
  });
  return Object.fromEntries(seen);
}

export function chargesSeen(viewer: Viewer, c: Contract): readonly ChargeView[] {
  const own = c.charges.filter(
    ({ milestone, payer }) => milestone !== null || viewer === payer || viewer === 'operator',
  );
  return own.map((charge) => ({
    id: charge.id,
    ...maybe('milestone', charge.milestone),
    ...maybe('bonus', charge.bonus?.kind),
    ...maybe('dispute', charge.dispute),
    payer: charge.payer,
    amount: toDecimal(charge.amount),
    client_fee: toDecimal(charge.clientFee),
    status: charge.status,
    requested: `${charge.requestedAt}`,
  }));
}
