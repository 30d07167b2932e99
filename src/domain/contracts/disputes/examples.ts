// Disputes at interesting moments of their lives, made by real commands at real moments: about what
// is left of the sketches, 300 of 500, and about money that was paid. For tests; nothing that runs
// reads this.
import { completed, refundRequested, submitted } from '../examples.ts';
import { ann, ben, type Life, mia, note, then, usual } from '../lives.ts';

const onSketches = { milestone: 'sketches' } as const;

/** Held from Thursday, November 5, at nine. */
export function disputed(world = usual): Life {
  const dispute = { type: 'dispute_escrow_refund', by: ann, statement: note('done') } as const;
  return then(refundRequested(world), '2026-11-05T09:00Z', dispute);
}

/** In mediation from Friday at nine. */
export function contested(world = usual): Life {
  const contest = { type: 'answer_dispute', by: ben, answer: 'contest' } as const;
  return then(disputed(world), '2026-11-06T09:00Z', contest);
}

/** Mia would give Ann 200 of the 300, on Saturday at nine. */
export function recommended(world = usual): Life {
  const split = { type: 'recommend_split', by: mia, to_freelancer: '200', note: note('why') };
  return then(contested(world), '2026-11-07T09:00Z', split as never);
}

/** Ben declined on Saturday at ten: a ruling can be paid for. */
export function failed(world = usual): Life {
  const decline = { type: 'decline_recommendation', by: ben } as const;
  return then(recommended(world), '2026-11-07T10:00Z', decline);
}

/** Both had paid on Saturday at twelve. */
export function bothPaid(world = usual): Life {
  const pays = (life: Life, by: typeof ben) =>
    then(life, '2026-11-07T12:00Z', { type: 'pay_arbitration', by }, { ...world, earned: '1000' });
  return { ...pays(pays(failed(world), ben), ann), world };
}

/** Two rounds of changes to the sketches: as often as the rules bear. */
export function changedTwice(world = usual): Life {
  const changes = { type: 'request_changes', by: ben, note: note('blue'), ...onSketches } as const;
  const once = then(submitted(world), '2026-11-03T16:00Z', changes);
  const again = then(once, '2026-11-03T17:00Z', { type: 'submit_work', by: ann, ...onSketches });
  return then(again, '2026-11-03T18:00Z', changes);
}

export function milestoneDisputed(world = usual): Life {
  const dispute = { type: 'dispute_milestone', by: ann, statement: note('done'), ...onSketches };
  return then(changedTwice(world), '2026-11-04T09:00Z', dispute as never);
}

/** Ben asks for a mediator about the 500 that were released on November 4. */
export function mediated(world = usual): Life {
  const ask = { type: 'request_mediation', by: ben, statement: note('bad') } as const;
  return then(completed(world), '2026-11-05T09:00Z', ask);
}

/** Two at a time: one about escrow, and one about what was paid before. */
export function twoOpen(): Life {
  const ask = { type: 'request_mediation', by: ben, statement: note('bad') } as const;
  return then(disputed(), '2026-11-05T10:00Z', ask);
}
