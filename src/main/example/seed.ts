// Fills an empty server with the example: people, their money, and some forty contracts whose
// histories are carried out command by command at simulated times, through the same door as
// everybody. A command that is refused here is a mistake of ours, and stops the seed.
import type { PersonId } from '../../domain/people.ts';
import { isRejection } from '../../domain/rejections.ts';
import type { StillClock } from '../../engine/clock.ts';
import type { Answer, Engine } from '../../engine/requests.ts';
import { disputedLives } from './disputed-lives.ts';
import { endedLives } from './ended-lives.ts';
import type { Life, SeedStep } from './lives.ts';
import { openLives } from './open-lives.ts';
import { type SeedPerson, seedPeople } from './people.ts';

export type SeedWorld = {
  readonly engine: Engine;
  readonly clock: StillClock;
  readonly now: Temporal.Instant;
  /** Makes an account and answers its person's id. */
  readonly signUp: (person: SeedPerson) => Promise<PersonId>;
};

export const lives: readonly Life[] = [...openLives, ...endedLives, ...disputedLives];

/** When the example begins: before everything in it. */
export function seedBegins(now: Temporal.Instant): Temporal.Instant {
  const longest = Math.max(...lives.map((life) => life.ago));
  return daysAfter(now, -longest - 2);
}

export async function seed(world: SeedWorld): Promise<void> {
  const ids = new Map<string, PersonId>();
  for (const person of seedPeople) {
    ids.set(person.handle, await world.signUp(person));
    // Ids sort by time: people stand in the order of the list wherever they are listed.
    world.clock.set(world.clock.now().add({ minutes: 7 }));
  }
  await prepareWallets(world, ids);
  const contracts = new Map<Life, string>();
  for (const { at, life, step } of schedule(world.now)) {
    await passTo(world, at);
    await carryOut(world, ids, contracts, life, step);
    await settle(world);
  }
  await passTo(world, world.now);
}

type Planned = {
  readonly at: Temporal.Instant;
  readonly life: Life;
  /** Null sends the offer. */
  readonly step: SeedStep | null;
};

/** Every command of every life, in the order of time. */
function schedule(now: Temporal.Instant): readonly Planned[] {
  const planned = lives.flatMap((life): readonly Planned[] => {
    const start = daysAfter(now, -life.ago);
    const steps = life.steps.map((step) => ({ at: daysAfter(start, step[0]), life, step }));
    return [{ at: start, life, step: null }, ...steps];
  });
  return planned.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

function daysAfter(instant: Temporal.Instant, days: number): Temporal.Instant {
  return instant.add({ minutes: Math.round(days * 24 * 60) }).round('minute');
}

async function passTo({ engine, clock }: SeedWorld, at: Temporal.Instant): Promise<void> {
  if (Temporal.Instant.compare(at, clock.now()) > 0) clock.set(at);
  await engine.passTime();
}

/** Lets the payment provider answer, a few seconds later as always. */
async function settle({ engine, clock }: SeedWorld): Promise<void> {
  while ((await engine.deliver()) > 0) clock.set(clock.now().add({ seconds: 3 }));
  clock.set(clock.now().add({ seconds: 3 }));
  await engine.deliver();
}

function must(answer: Answer, what: string): void {
  if (!isRejection(answer)) return;
  const facts = JSON.stringify(answer.facts, (_key, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  throw new Error(`The example does not hold: ${what} is refused, ${answer.rejected} ${facts}`);
}

let given = 0;
const nextKey = (): string => `seed-${++given}`;

async function carryOut(
  { engine, now }: SeedWorld,
  ids: ReadonlyMap<string, PersonId>,
  contracts: Map<Life, string>,
  life: Life,
  step: SeedStep | null,
): Promise<void> {
  const who = (handle: string): PersonId => ids.get(handle) ?? '';
  const contract = contracts.get(life) ?? engine.newContractId();
  contracts.set(life, contract);
  const start = daysAfter(now, -life.ago);
  const doer = step === null ? 'client' : step[1];
  const command =
    step === null
      ? { type: 'send_offer' as const, ...offerOf(life, who(life.freelancer), start) }
      : { type: step[2] as 'accept_offer', ...dated(step[3] ?? {}, start) };
  const by = actorFor(doer, command.type, (handle) => who(life[handle as 'client'] ?? handle));
  must(
    await engine.execute({ contract, command, by, key: nextKey() }),
    `${command.type} on “${life.title}”`,
  );
}

/** A party by its side of the contract; who helps acts as what the command takes. */
function actorFor(doer: SeedStep[1], command: string, who: (handle: string) => PersonId) {
  const helps = command === 'flag_feedback' ? 'moderator' : 'mediator';
  const as = doer === 'client' || doer === 'freelancer' ? doer : helps;
  return { as, person: who(doer) } as const;
}

function endOfDay(start: Temporal.Instant, day: number): Temporal.Instant {
  return daysAfter(start, day).toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant();
}

function offerOf(life: Life, to: PersonId, start: Temporal.Instant): Record<string, unknown> {
  const milestones = life.plan.map(([title, amount, due], index) => ({
    id: `m${index + 1}`,
    title,
    amount,
    ...(due === undefined ? {} : { due: endOfDay(start, due) }),
  }));
  return {
    to,
    title: life.title,
    kind: 'fixed',
    currency: life.currency,
    milestones,
    ...(life.scope === undefined ? {} : { scope: life.scope }),
    ...(life.fundFirst === true ? { fund_first: true } : {}),
  };
}

/** Fields in which `due_in_days` says on which day of the contract something is due. */
function dated(
  fields: Readonly<Record<string, unknown>>,
  start: Temporal.Instant,
): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]): [string, unknown] => {
    if (name === 'due_in_days') return ['due', endOfDay(start, Number(value))];
    if (Array.isArray(value)) return [name, value.map((one) => dated(one, start))];
    return [name, value];
  });
  return Object.fromEntries(entries);
}

async function prepareWallets(world: SeedWorld, ids: ReadonlyMap<string, PersonId>): Promise<void> {
  for (const { handle, roles, funds, card } of seedPeople) {
    const person = ids.get(handle) ?? '';
    const spent = lives.filter((life) => life.client === handle).map((life) => life.currency);
    for (const currency of new Set([...spent, ...Object.keys(funds ?? {})])) {
      const wallet = { person, currency };
      if (card !== undefined) await addCard(world, wallet, card);
      const amount = funds?.[currency];
      if (amount !== undefined) await give(world, wallet, 'client', { type: 'deposit', amount });
    }
    const earned = lives.filter((life) => life.freelancer === handle).map((life) => life.currency);
    if (!roles.includes('freelancer')) continue;
    for (const currency of new Set(earned)) await addBank(world, { person, currency });
  }
  await settle(world);
}

type WalletOf = { readonly person: PersonId; readonly currency: string };

async function addCard(world: SeedWorld, wallet: WalletOf, token: string): Promise<void> {
  const label = token === 'card_ok' ? 'Card ending 4242' : 'Card ending 0002';
  const type = 'add_payment_method' as const;
  await give(world, wallet, 'client', { type, id: 'card', kind: 'card', label, token });
  await give(world, wallet, 'client', { type: 'verify_payment_method', method: 'card' });
}

async function addBank(world: SeedWorld, wallet: WalletOf): Promise<void> {
  const bank = { id: 'bank', kind: 'bank', label: 'Account ending 88', token: 'bank_ok' };
  await give(world, wallet, 'freelancer', { type: 'add_payment_method', ...bank });
  await give(world, wallet, 'freelancer', { type: 'verify_payment_method', method: 'bank' });
}

async function give(
  { engine }: SeedWorld,
  wallet: WalletOf,
  as: 'client' | 'freelancer',
  command: Parameters<Engine['previewWallet']>[0]['command'],
): Promise<void> {
  const by = { as, person: wallet.person };
  must(
    await engine.execute({ wallet, command, by, key: nextKey() }),
    `${command.type} in ${wallet.currency}`,
  );
}
