// What people can do about a dispute, as words. One row for each command, as in ../commands.ts; and
// what the final button of a confirm page moves.
import type { CommandName } from '../../domain/contracts/commands.ts';
import type { SeenEvent, SeenEventOf } from '../../domain/contracts/seen-event.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, type Scene, summed, whom } from '../scene.ts';

type Words = { readonly phrase: string; readonly hint: string };

export const disputeCommands = {
  dispute_milestone: {
    phrase: 'dispute the milestone',
    hint: 'What it holds is held until the dispute has ended. Silence of the client pays it.',
  },
  dispute_escrow_refund: {
    phrase: 'dispute the request for money back',
    hint: 'What is disputed is held; the rest goes back at once.',
  },
  answer_dispute: {
    phrase: 'answer the dispute',
    hint: 'Accepted, the freelancer is paid at once. Contested, a mediator looks at it.',
  },
  submit_evidence: {
    phrase: 'submit evidence',
    hint: 'Kept with its time. The other side and the mediator of the case see it, nobody else.',
  },
  offer_settlement: {
    phrase: 'offer a settlement',
    hint: 'The latest offer stands until the other side accepts it or the dispute ends.',
  },
  accept_settlement: {
    phrase: 'accept the settlement',
    hint: 'The money is paid out as offered, and the dispute has ended.',
  },
  take_case: {
    phrase: 'take the case',
    hint: 'From then on its evidence is yours to see, and nobody else takes it.',
  },
  recommend_split: {
    phrase: 'recommend a split',
    hint: 'Paid out when both accept it in time; else the mediation has failed.',
  },
  accept_recommendation: {
    phrase: 'accept the recommendation',
    hint: 'When both have accepted, it is paid out and the dispute has ended.',
  },
  decline_recommendation: {
    phrase: 'decline the recommendation',
    hint: 'The mediation has failed. About held money, both can then pay for a ruling.',
  },
  pay_arbitration: {
    phrase: 'pay for a ruling',
    hint: 'If only one side pays, that side gets the money. If both pay, another mediator rules.',
  },
  rule: {
    phrase: 'rule on the dispute',
    hint: 'Final. The money is paid out at once.',
  },
  withdraw_dispute: {
    phrase: 'withdraw the dispute',
    hint: 'As if it were settled for the other side.',
  },
  request_mediation: {
    phrase: 'ask for a mediator',
    hint: 'About money that was paid already. Nothing is held, and nobody rules.',
  },
} as const satisfies { readonly [N in CommandName]?: Words };

/** "pay $300.00 to Ann", "give $150.01 back": what the end of a dispute moves. */
export function disputeEffects(events: readonly SeenEvent[], scene: Scene): readonly string[] {
  const ends = events.filter((event) => event.type === 'dispute_closed');
  const paid = sumOf(ends, 'paid', scene);
  const back = sumOf(ends, 'returned', scene);
  const cost = events.flatMap((event) =>
    event.type === 'arbitration_paid' || event.type === 'arbitration_charge_requested'
      ? [amountOf(scene, event.amount)]
      : [],
  );
  return [
    ...(isZeroAmount(paid) ? [] : [pays(amountOf(scene, paid), scene)]),
    ...(isZeroAmount(back) ? [] : [givesBack(amountOf(scene, back), scene)]),
    ...cost.map((amount) => `pay ${amount}`),
  ];
}

type Ends = readonly SeenEventOf<'dispute_closed'>[];

function sumOf(ends: Ends, side: 'paid' | 'returned', scene: Scene): string {
  const parts = ends.flatMap((event) => event[side]);
  return summed(
    scene,
    parts.map((part) => part.amount),
  );
}

function pays(amount: string, scene: Scene): string {
  if (scene.viewer === 'freelancer') return `get ${amount}`;
  return `pay ${amount} to ${whom(scene, 'freelancer')}`;
}

function givesBack(amount: string, scene: Scene): string {
  return scene.viewer === 'client' ? `get ${amount} back` : `give ${amount} back`;
}
