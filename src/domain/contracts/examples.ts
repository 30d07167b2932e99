// Contracts at interesting moments of their lives, each made by real commands at real moments, so
// that no example is in a state that could not come about. Ben is the client and Ann the
// freelancer; a logo in two milestones. For tests and documents; nothing that runs reads this.
import type { OfferTerms } from './commands.ts';
import { ann, ben, type Life, moment, note, onCard, praise, then, usual } from './lives.ts';

export const logo: OfferTerms = {
  title: 'Logo',
  kind: 'fixed',
  currency: 'USD',
  milestones: [
    { id: 'sketches', title: 'Sketches', amount: '500', due: moment('2026-11-10T09:00Z') },
    { id: 'final', title: 'Final files', amount: '300.00' },
  ],
};

const onSketches = { milestone: 'sketches' } as const;

/** Sent on Monday, November 2, at nine. */
export function offered(changes: Partial<OfferTerms> = {}, world = usual): Life {
  const offer = { type: 'send_offer', by: ben, to: 'psn_ann', ...logo, ...changes } as const;
  return then(null, '2026-11-02T09:00Z', offer, world);
}

/** An offer whose money is charged first: nobody but Ben knows of it. */
export function unsent(): Life {
  return offered({ fund_first: true }, onCard);
}

export function offeredWithMoney(world = usual): Life {
  return offered({ fund_first: true }, world);
}

/** Ann would do it for 600, in one piece. */
export function countered(): Life {
  const milestones = [{ id: 'all', title: 'Everything', amount: '600' }];
  const counter = { type: 'counter_offer', by: ann, milestones } as const;
  return then(offeredWithMoney(), '2026-11-02T10:00Z', counter);
}

export function active(world = usual): Life {
  return then(offered({}, world), '2026-11-02T12:00Z', { type: 'accept_offer', by: ann });
}

export function funded(world = usual): Life {
  const fund = { type: 'fund_milestone', by: ben, ...onSketches } as const;
  return then(active(world), '2026-11-02T13:00Z', fund);
}

/** Charged on Ben's card, and not answered yet. */
export function funding(): Life {
  return funded(onCard);
}

/** Under review from Tuesday, November 3, 15:20. */
export function submitted(world = usual): Life {
  const submit = { type: 'submit_work', by: ann, ...onSketches } as const;
  return then(funded(world), '2026-11-03T15:20Z', submit);
}

/** Half was paid: the rest has moved to the next milestone, which is not full yet. */
export function partlyReleased(): Life {
  const release = { type: 'release_payment', by: ben, ...onSketches, amount: '250' } as const;
  return then(submitted(), '2026-11-04T09:00Z', release);
}

/** Ann asks on the day before the due date, and nobody answers. */
export function questionOpen(): Life {
  const ask = { type: 'ask_clarification', by: ann, question: note('which') } as const;
  return then(funded(), '2026-11-09T09:00Z', ask);
}

/** Ben would have the sketches for 600, and another round of them. */
export function changeProposed(): Life {
  const change = {
    type: 'propose_change',
    by: ben,
    milestones: [
      { id: 'sketches', amount: '600' },
      { id: 'second', title: 'Second round', amount: '200' },
    ],
  } as const;
  return then(funded(), '2026-11-03T09:00Z', change);
}

/** Ann would end it, with 100 for what she has done. */
export function cancelProposed(): Life {
  const cancel = { type: 'propose_cancel', by: ann, to_freelancer: '100' } as const;
  return then(funded(), '2026-11-03T09:00Z', cancel);
}

/** Ben ended it at noon, paid 200 of 500, and asks for the rest. */
export function refundRequested(world = usual): Life {
  const end = {
    type: 'end_contract',
    by: ben,
    reason: 'quality',
    release: '200',
    feedback: praise,
  } as const;
  return then(funded(world), '2026-11-03T12:00Z', end);
}

/** Ben ended it while the sketches were under review: they keep their clock. */
export function endedUnderReview(world = usual): Life {
  const end = {
    type: 'end_contract',
    by: ben,
    reason: 'no_longer_needed',
    feedback: praise,
  } as const;
  return then(submitted(world), '2026-11-04T12:00Z', end);
}

/** Ann ended it: all that was held went back at once. */
export function endedByFreelancer(world = usual): Life {
  const end = {
    type: 'end_contract',
    by: ann,
    reason: 'requirements_unclear',
    feedback: praise,
  } as const;
  return then(submitted(world), '2026-11-04T12:00Z', end);
}

/** Paid in full and ended by Ben with five stars; Ann's feedback is still to come. */
export function completed(world = usual): Life {
  const release = { type: 'release_payment', by: ben, ...onSketches } as const;
  const end = { type: 'end_contract', by: ben, reason: 'completed', feedback: praise } as const;
  const paid = then(submitted(world), '2026-11-04T09:00Z', release);
  return then(paid, '2026-11-04T12:00Z', end);
}
