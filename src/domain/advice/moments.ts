// Contracts at the moments in which people ask what they can do, beside those of the other
// examples: due soon, overdue, changes asked for, long silence, and
// after the end. For tests; nothing that runs reads this.
import { active, completed, funded, submitted } from '../contracts/examples.ts';
import {
  ann,
  ben,
  type Life,
  moment,
  note,
  praise,
  then,
  usual,
  type World,
} from '../contracts/lives.ts';
import { caughtUp } from '../step.ts';

const onSketches = { milestone: 'sketches' } as const;

/** The life with nothing done until then but what silence does. */
export function waited(life: Life, at: string): Life {
  const step = caughtUp(life.contract, moment(at));
  return {
    ...life,
    contract: step.state,
    events: [...life.events, ...step.events],
    postings: [...life.postings, ...step.postings],
  };
}

export function changedOnce(world: World = usual): Life {
  const ask = { type: 'request_changes', by: ben, ...onSketches, note: note('more') } as const;
  return then(submitted(world), '2026-11-04T09:00Z', ask);
}

export function overdue(): Life {
  return waited(funded(), '2026-11-11T09:00Z');
}

/** Ninety days after the due date nobody has done anything. */
export function dormant(): Life {
  return waited(funded(), '2027-02-09T09:00Z');
}

/** The freelancer's step: they may ask for the money. */
export function dormantForAnn(): Life {
  return waited(funded(), '2027-02-16T09:00Z');
}

export function allReleased(world: World = usual): Life {
  const release = { type: 'release_payment', by: ben, ...onSketches } as const;
  const fund = { type: 'fund_milestone', by: ben, milestone: 'final' } as const;
  const paid = then(submitted(world), '2026-11-04T09:00Z', release);
  const full = then(paid, '2026-11-04T10:00Z', fund);
  return then(full, '2026-11-04T11:00Z', { ...release, milestone: 'final' });
}

/** Nothing was ever funded, and Ben ends it. */
export function endedUnpaid(world: World = usual): Life {
  const end = { type: 'end_contract', by: ben, reason: 'other', feedback: praise } as const;
  return then(active(world), '2026-11-04T12:00Z', end);
}

export function paymentRequested(world: World = usual): Life {
  const ask = { type: 'request_payment', by: ann, amount: '40', note: note('extra') } as const;
  return then(completed(world), '2026-11-05T09:00Z', ask);
}

export function refundRequestedAfterwards(world: World = usual): Life {
  const ask = { type: 'request_refund', by: ben, amount: '40', reason: note('late') } as const;
  return then(completed(world), '2026-11-05T09:00Z', ask);
}

export function reopenProposed(): Life {
  const propose = { type: 'propose_reopen', by: ann } as const;
  return then(completed(), '2026-11-05T09:00Z', propose);
}
