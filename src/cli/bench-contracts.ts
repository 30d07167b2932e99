// The contracts of the benchmark: real ones, made by real commands. Each has its own freelancer
// and two milestones, of which the first was paid and the second is funded, so that a release
// finds every account that it moves money between.
import type { Actor } from '../domain/people.ts';
import { isRejection } from '../domain/rejections.ts';
import type { Engine, EngineRequest, PlainCommand } from '../engine/requests.ts';

export const begins = Temporal.Instant.from('2026-03-02T09:00:00Z');
/** When the measured releases happen, and what is due next: the payment before them clears. */
export const released = Temporal.Instant.from('2026-03-03T09:00:00Z');
export const due = Temporal.Instant.from('2026-03-07T09:00:00Z');
export const clients = 100;

export function contractId(index: number): string {
  return `ctr_${String(index).padStart(26, '0')}`;
}

export function clientOf(index: number): string {
  return `psn_client${index % clients}`;
}

async function done(engine: Engine, request: EngineRequest): Promise<void> {
  const answer = await engine.execute(request);
  if (isRejection(answer)) throw new Error(`${request.key} was refused: ${answer.rejected}`);
}

/** Does something with every index, `callers` of them at a time. */
async function forEach(count: number, callers: number, work: (index: number) => Promise<void>) {
  let next = 0;
  const call = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
}

export async function prepareContracts(engine: Engine, count: number, callers: number) {
  await forEach(clients, callers, (index) => prepaid(engine, index));
  await engine.deliver();
  await forEach(count, callers, (index) => prepared(engine, index));
}

async function prepaid(engine: Engine, index: number): Promise<void> {
  const person = clientOf(index);
  const commands = [
    { type: 'add_payment_method', id: 'card', kind: 'card', label: 'Card', token: 'tok_ok' },
    { type: 'verify_payment_method', method: 'card' },
    { type: 'deposit', amount: '10000000.00' },
  ] as const;
  for (const command of commands) {
    const by: Actor = { as: 'client', person };
    const wallet = { person, currency: 'USD' };
    await done(engine, { wallet, by, command, key: command.type });
  }
}

async function prepared(engine: Engine, index: number): Promise<void> {
  const contract = contractId(index);
  const client: Actor = { as: 'client', person: clientOf(index) };
  const freelancer: Actor = { as: 'freelancer', person: `psn_freelancer${index}` };
  // Amounts differ, so that fees have to be computed and rounded.
  const cents = String(index % 100).padStart(2, '0');
  const milestones = ['m1', 'm2'].map((id) => ({ id, title: id, amount: `500.${cents}` }));
  const terms = { title: `Contract ${index}`, kind: 'fixed', currency: 'USD', milestones };
  const commands: readonly (readonly [Actor, PlainCommand])[] = [
    [client, { type: 'send_offer', to: freelancer.person, ...terms }],
    [freelancer, { type: 'accept_offer' }],
    [client, { type: 'fund_milestone', milestone: 'm1' }],
    [client, { type: 'release_payment', milestone: 'm1' }],
    [client, { type: 'fund_milestone', milestone: 'm2' }],
  ];
  for (const [step, [by, command]] of commands.entries()) {
    await done(engine, { contract, by, command, key: `${index}/${step}` });
  }
}

/** Releases the second milestone of every contract, `callers` waiting at a time. */
export async function releaseAll(engine: Engine, count: number, callers: number): Promise<void> {
  await forEach(count, callers, (index) =>
    done(engine, {
      contract: contractId(index),
      by: { as: 'client', person: clientOf(index) },
      command: { type: 'release_payment', milestone: 'm2' },
      key: `release ${index}`,
    }),
  );
}
