// The ledger of a bundle: every movement belongs to an event, balances follow from movements, and
// what the contract holds at the end is what the contract says. When all events are shown, the
// contract is folded from them by the very code of the server, and the movements are made again.
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import { evolve } from '../../domain/contracts/evolve.ts';
import { postingsOf } from '../../domain/ledger/postings.ts';
import { fromDecimal, money, toDecimal } from '../../domain/money/money.ts';
import type { Role } from '../../domain/people.ts';
import { decode } from '../../store/codec.ts';
import { policyOfRow } from '../../store/policies.ts';
import {
  type BundleEvent,
  type BundleLedger,
  entryNames,
  ledgerShape,
  policyPath,
} from '../../wire/bundle/format.ts';
import { canonicalJson } from '../../wire/canonical.ts';
import { type Bundle, jsonOf, parsed } from './archive.ts';
import { count, holdsUnless, type Report } from './report.ts';

const path = entryNames.ledger;

export function checkLedger(bundle: Bundle, events: readonly BundleEvent[], found: Report): void {
  const ledger = parsed(bundle, path, ledgerShape, found);
  if (ledger === null) return;
  const moved = count(ledger.lines.length, 'movement');
  holdsUnless(found, `${moved} of money: every balance adds up, and none is lost.`, (differs) => {
    for (const says of sumsOf(ledger)) differs(path, says);
    for (const says of strayLines(ledger, events)) differs(path, says);
    for (const says of contractDiffers(bundle, ledger)) differs(path, says);
  });
  checkAgain(bundle, ledger, events, found);
}

function* sumsOf({ currency, lines, balances }: BundleLedger): Generator<string> {
  const running = new Map<string, bigint>();
  const text = (minor: bigint) => toDecimal(money(minor, currency));
  for (const { seq, n, from, to, amount, from_balance, to_balance } of lines) {
    const minor = fromDecimal(amount, currency)?.minor;
    if (minor === undefined || minor <= 0n) {
      yield `The movement ${seq}.${n} is no amount.`;
      return;
    }
    for (const [account, change, told] of [
      [from, -minor, from_balance],
      [to, minor, to_balance],
    ] as const) {
      const after = (running.get(account) ?? 0n) + change;
      running.set(account, after);
      if (text(after) !== told)
        yield `After ${seq}.${n} ${account} has ${text(after)}, not ${told}.`;
    }
  }
  for (const account of new Set([...running.keys(), ...Object.keys(balances)])) {
    const sum = text(running.get(account) ?? 0n);
    const told = balances[account] ?? 'nothing';
    if (sum !== told) yield `${account} ends with ${sum}, not ${told}.`;
    if (account.startsWith('contract.') && sum.startsWith('-')) yield `${account} is below zero.`;
  }
}

function* strayLines({ lines }: BundleLedger, events: readonly BundleEvent[]): Generator<string> {
  for (const { seq, n, at, type } of lines) {
    const event = events[seq - 1];
    const told = event?.written ?? event?.seen;
    if (told?.type !== type || (told as { at?: string }).at !== at) {
      yield `The movement ${seq}.${n} belongs to no event that is shown.`;
    }
  }
  const order = lines.map(({ seq, n }) => seq * 1000 + n);
  if (order.some((one, index) => index > 0 && one <= (order[index - 1] ?? 0))) {
    yield 'Its movements stand in another order.';
  }
}

/** What the contract holds is what its movements left there. */
function* contractDiffers({ entries }: Bundle, { balances, currency }: BundleLedger) {
  const contract = jsonOf(entries.get(entryNames.contract)) as
    | { readonly money?: { readonly escrow?: string; readonly held?: string } }
    | undefined;
  const nothing = toDecimal(money(0n, currency));
  for (const part of ['escrow', 'held'] as const) {
    const told = contract?.money?.[part];
    const sum = balances[`contract.${part}`] ?? nothing;
    if (told !== sum) yield `It leaves ${sum} in ${part}, and contract.json says ${told}.`;
  }
}

/** The events, folded once more; only where every one of them is shown. */
function checkAgain(
  bundle: Bundle,
  { lines, currency }: BundleLedger,
  events: readonly BundleEvent[],
  found: Report,
): void {
  if (events.some(({ written }) => written === undefined)) {
    found.open.push('Whether each movement follows from its event: not every event is shown.');
    return;
  }
  holdsUnless(found, 'Each movement follows from its event, worked out anew.', (differs) => {
    const made = madeAgain(bundle, events);
    if (made === null) return differs('events.json', 'The events do not make a contract.');
    const told = lines.map(
      ({ seq, from, to, amount }) => `${seq} ${from} ${to} ${amount} ${currency}`,
    );
    const first = made.findIndex((line, index) => told[index] !== line);
    const extra = told.length > made.length ? made.length : -1;
    const where = first >= 0 ? first : extra;
    if (where >= 0) {
      differs(
        path,
        `There is ${told[where] ?? 'nothing'} and there should be ${made[where] ?? 'nothing'}.`,
      );
    }
  });
}

function madeAgain({ entries, manifest }: Bundle, events: readonly BundleEvent[]) {
  const policies = {
    get: (name: string) =>
      policyOfRow({ policy: Buffer.from(entries.get(policyPath(name)) ?? []).toString('utf8') }),
  };
  let state: Contract | null = null;
  const lines: string[] = [];
  try {
    for (const { seq, written } of events) {
      if (written === undefined) return null;
      const { at, by, as, type, data } = written;
      const fields = decode<object>(canonicalJson(data), policies);
      const event = { type, ...fields } as ContractEvent;
      const happened = { seq, at: Temporal.Instant.from(at), by, as: as as Role, event };
      state = evolve(state, happened satisfies Happened<ContractEvent>, manifest.contract);
      for (const { from, to, amount } of postingsOf(state, event)) {
        lines.push(`${seq} ${from.kind} ${to.kind} ${toDecimal(amount)} ${amount.currency}`);
      }
    }
  } catch (error) {
    // What was changed may be anything: that it cannot be worked out is the finding.
    if (error instanceof Error) return null;
    throw error;
  }
  return lines;
}
