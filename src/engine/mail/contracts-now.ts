// Contracts as mail speaks of them: as they are now, with what silence has done to them although
// nobody has written it yet. Nothing here locks or writes.
import { later } from '../../domain/calendar.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent } from '../../domain/contracts/events.ts';
import { evolve } from '../../domain/contracts/evolve.ts';
import type { ContractView } from '../../domain/contracts/seen/view.ts';
import { seenBy } from '../../domain/contracts/seen-by.ts';
import { forecastOf } from '../../domain/forecast.ts';
import { givenToLook } from '../../domain/given.ts';
import { zero } from '../../domain/money/money.ts';
import type { Party } from '../../domain/people.ts';
import { caughtUp } from '../../domain/step.ts';
import type { Sql } from '../../store/connection.ts';
import { contractOfRow, isOutdated, readContracts } from '../../store/contracts.ts';
import type { Row } from '../../store/driver/flights.ts';
import { readEvents } from '../../store/events.ts';
import type { PolicyBook } from '../../store/policies.ts';

/** By id; what is no contract is not in the answer. The book must know all policies. */
export async function contractsNow(
  sql: Sql,
  book: PolicyBook,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Contract>> {
  const { text, values = [] } = readContracts([...new Set(ids)]);
  const found = new Map<string, Contract>();
  for (const row of await sql.query(text, values)) {
    const stored = await storedContract(sql, book, row);
    found.set(stored.id, caughtUp(stored, later(now, stored.latestAt)).state);
  }
  return found;
}

/** An older way of writing a state is not read: the contract is folded from its events again. */
async function storedContract(sql: Sql, book: PolicyBook, row: Row): Promise<Contract> {
  if (!isOutdated(row)) return contractOfRow(row, book).state;
  const id = String(row.id);
  const events = await readEvents<ContractEvent>(sql, book, id);
  const fold = (state: Contract | null, one: (typeof events)[number]) => evolve(state, one, id);
  return events.reduce<Contract | null>(fold, null) as Contract;
}

/** Free text stays on the contract's own page: mail has none. */
export const noTexts = (): null => null;

/** The contract and its forecast as a party sees them; null when it is not theirs to know. */
export function viewFor(party: Party, c: Contract, now: Temporal.Instant): ContractView | null {
  const at = later(now, c.latestAt);
  const forecast = forecastOf(c, givenToLook(at, c.terms.policy, zero));
  return seenBy(party, c, noTexts, forecast);
}
