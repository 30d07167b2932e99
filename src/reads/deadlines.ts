// The register of deadlines: everything that happens by itself in all of somebody's contracts,
// soonest first, each with who can act before it and the need that it presses. Those that stand
// now are apart from those that only come about when an earlier one is let pass.
import type { Instant } from '../domain/calendar.ts';
import { deadlinesOf } from '../domain/contracts/deadlines.ts';
import type { NextView } from '../domain/contracts/seen/view.ts';
import type { Sql } from '../store/connection.ts';
import { type Found, type NeedAtHome, type OpenContract, openContractsOf } from './home.ts';
import { byDeadline } from './needs.ts';
import type { Looker } from './people.ts';
import { atOneMoment, type Desk } from './states.ts';

export type RegisteredDeadline = {
  readonly card: OpenContract;
  readonly next: NextView;
  /** The one who looks can act before it. */
  readonly mine: boolean;
  /** It stands already, and does not wait for another one to pass. */
  readonly stands: boolean;
  /** How often its contract has changed. */
  readonly version: number;
  /** What it presses, with the command that does it. */
  readonly need: NeedAtHome | null;
};

export function deadlinesOfMine(
  desk: Desk,
  looker: Looker,
  now: Instant,
): Promise<readonly RegisteredDeadline[]> {
  return atOneMoment(desk, (sql) => registerOf(desk, sql, looker, now));
}

async function registerOf(desk: Desk, sql: Sql, looker: Looker, now: Instant) {
  const found = await openContractsOf(desk, sql, looker, now);
  return found.flatMap(deadlinesIn).sort((a, b) => byDeadline(a.next, b.next));
}

function deadlinesIn({ contract, card, needs }: Found): readonly RegisteredDeadline[] {
  const standing = new Set(deadlinesOf(contract).map(nameOf));
  return card.view.next
    .filter((next) => isTheirs(next, card))
    .map((next) => ({
      card,
      next,
      version: contract.version,
      mine: next.who_can_act.includes(card.party),
      stands: standing.has(`${next.what} ${next.subject ?? ''} ${next.at}`),
      need: needs.find((need) => need.next === next) ?? null,
    }));
}

function nameOf({ what, subject, at }: { what: string; subject: string; at: Instant }): string {
  return `${what} ${subject} ${at}`;
}

/** Money of one side, and the payment provider's answer to the other, concern nobody else. */
function isTheirs({ what }: NextView, { party }: OpenContract): boolean {
  if (what === 'earnings_clear') return party === 'freelancer';
  return what !== 'charge_times_out' || party === 'client';
}
