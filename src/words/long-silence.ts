// Every active contract would go dormant some day, and each deed of anybody puts that day off.
// Where people read what comes next, the steps that would follow are left out until it has come.
import type { NextView } from '../domain/contracts/seen/view.ts';

function start(next: readonly NextView[]): number {
  const at = next.findIndex(({ what }) => what === 'contract_goes_dormant');
  return at < 0 ? next.length : at;
}

/** What comes before the contract would go dormant. */
export function beforeLongSilence(next: readonly NextView[]): readonly NextView[] {
  return next.slice(0, start(next));
}

/** The same with the day on which it would go dormant, and nothing that follows from that. */
export function untilLongSilence(next: readonly NextView[]): readonly NextView[] {
  return next.slice(0, start(next) + 1);
}
