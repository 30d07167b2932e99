// What happens if everybody stays silent: the same function as always, run forward. Every page of
// a contract shows it. It assumes that charges succeed, and says so where it is shown; a charge
// that is on its way is taken as confirmed now.
import { assert } from './assert.ts';
import { later } from './calendar.ts';
import type { Contract } from './contracts/contract.ts';
import { type Deadline, deadlinesOf } from './contracts/deadlines.ts';
import { decide } from './contracts/decide.ts';
import type { Given } from './given.ts';
import { payments } from './people.ts';
import { isRejection } from './rejections.ts';
import { type ContractStep, fired, happen, mostDeadlines } from './step.ts';

export type Foreseen = { readonly deadline: Deadline; readonly step: ContractStep };

function chargesSucceed(c: Contract, given: Given): Contract {
  let state = c;
  const now = later(given.now, c.latestAt);
  for (const charge of c.charges.filter((one) => one.status === 'waiting')) {
    const command = { type: 'confirm_charge', by: payments, charge: charge.id } as const;
    const events = decide(state, command, { ...given, now });
    if (isRejection(events) || events.length === 0) continue;
    state = happen(state, events, now, payments, c.id).state;
  }
  return state;
}

/** Every deadline that will fire by itself, soonest first, with what it does. */
export function forecastOf(contract: Contract, given: Given): readonly Foreseen[] {
  const most = mostDeadlines(contract);
  let state = chargesSucceed(contract, given);
  const foreseen: Foreseen[] = [];
  for (;;) {
    const [deadline] = deadlinesOf(state);
    if (deadline === undefined) return foreseen;
    assert(foreseen.length < most, `a forecast has at most ${most} steps`);
    const step = fired(state, deadline);
    foreseen.push({ deadline, step });
    state = step.state;
  }
}
