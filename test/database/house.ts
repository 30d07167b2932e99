// A house for tests of the corridor: the engine on a database with the standard policy, a clock
// that stands still, and a payment provider that answers at once. People are only their ids.
import { readFileSync } from 'node:fs';
import type { Actor, Party } from '../../src/domain/people.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { isRejection } from '../../src/domain/rejections.ts';
import { StillClock } from '../../src/engine/clock.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { Accepted, Answer, Engine, PlainCommand } from '../../src/engine/requests.ts';
import { SandboxProvider } from '../../src/outside/payments/sandbox.ts';
import type { Database } from '../../src/store/connection.ts';
import { parsePolicy } from '../../src/wire/policy.ts';

export const start = Temporal.Instant.from('2026-03-02T09:00:00Z');
export const ben = 'psn_ben';
export const ann = 'psn_ann';

export const standard: Policy = parsePolicy(
  readFileSync(new URL('../../policies/standard.yaml', import.meta.url), 'utf8'),
);

export const as = (party: Party, person: string): Actor => ({ as: party, person });
export const byBen = as('client', ben);
export const byAnn = as('freelancer', ann);

export type House = {
  readonly db: Database;
  readonly engine: Engine;
  readonly clock: StillClock;
  readonly provider: SandboxProvider;
  /** Carries a command out, which must not be refused. */
  readonly does: (
    contract: string,
    by: Actor,
    command: PlainCommand,
    key?: string,
  ) => Promise<Accepted>;
};

let keys = 0;
export const anyKey = (): string => {
  keys += 1;
  return `key ${keys}`;
};

export function houseOn(db: Database, now = start, delaySeconds = 0): House {
  const clock = new StillClock(now);
  const delay = Temporal.Duration.from({ seconds: delaySeconds });
  const provider = new SandboxProvider({ clock, delay });
  const engine = createEngine({ db, clock, policy: standard, provider });
  const does: House['does'] = async (contract, by, command, key = anyKey()) =>
    accepted(await engine.execute({ contract, by, command, key }));
  return { db, engine, clock, provider, does };
}

export function accepted(answer: Answer): Accepted {
  if (isRejection(answer)) throw new Error(`refused: ${answer.rejected} ${answer.field ?? ''}`);
  return answer;
}

/** Gives somebody a card and a prepaid balance. */
export async function deposit(house: House, person: string, amount: string): Promise<void> {
  const { engine } = house;
  const wallet = { person, currency: 'USD' };
  const by = as('client', person);
  const method = { id: 'card', kind: 'card', label: 'Visa 4242', token: 'tok_ok' };
  const commands = [
    { type: 'add_payment_method', ...method },
    { type: 'verify_payment_method', method: 'card' },
    { type: 'deposit', amount },
  ] as const;
  for (const command of commands) {
    accepted(await engine.execute({ wallet, by, command, key: anyKey() }));
  }
  await engine.deliver();
}

export function offer(milestones = 1, amount = '500.00', to = ann): PlainCommand {
  const list = Array.from({ length: milestones }, (_, index) => ({
    id: `m${index + 1}`,
    title: `Part ${index + 1}`,
    amount,
  }));
  return {
    type: 'send_offer',
    to,
    title: 'Logo',
    scope: 'A logo, three sketches first.',
    kind: 'fixed',
    currency: 'USD',
    milestones: list,
  };
}

/** An active contract whose first milestone is funded from the balance. */
export async function fundedContract(house: House, milestones = 1): Promise<string> {
  const id = house.engine.newContractId();
  await house.does(id, byBen, offer(milestones));
  await house.does(id, byAnn, { type: 'accept_offer' });
  await house.does(id, byBen, { type: 'fund_milestone', milestone: 'm1' });
  return id;
}
