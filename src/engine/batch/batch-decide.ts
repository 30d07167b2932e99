// Decides the tasks of a batch in memory, in their order; two commands on one contract simply
// follow each other. The domain says what happens; here it is only given what it asks for, and
// what it answers is kept. A refusal keeps nothing, not even what catching up had done.
import { consequencesOf, momentOf } from '../../domain/consequences.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { Given } from '../../domain/given.ts';
import { accountKey, type GuardedKind } from '../../domain/ledger/accounts.ts';
import { money } from '../../domain/money/money.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { isRejection, type Rejection, reject } from '../../domain/rejections.ts';
import { type ContractStep, caughtUp } from '../../domain/step.ts';
import {
  type WalletStep,
  walletCaughtUp,
  walletConsequencesOf,
} from '../../domain/wallets/consequences.ts';
import { chargeableMethod, emptyWallet, walletId } from '../../domain/wallets/wallet.ts';
import type { CommandRecord } from '../../store/commands.ts';
import { keeps, promiseOf } from '../promise.ts';
import type { Answer } from '../requests.ts';
import { type ContractTask, payersOf, readsBalance, type Task, type WalletTask } from '../tasks.ts';
import type { AnyHappened, Draft, World } from '../world.ts';

/** The answer; or where it is to be read again; or the mistake of ours that this task met. */
export type Outcome =
  | { readonly answer: Answer; readonly passed?: number }
  | { readonly replay: CommandRecord }
  | { readonly error: unknown };

type Rules = { readonly policy: Policy; readonly secret: string };

export function decideAll(world: World, tasks: readonly Task[], rules: Rules): readonly Outcome[] {
  return tasks.map((task) => {
    try {
      return decided(world, task, rules);
    } catch (error) {
      // An assertion stops its own command; the others of the batch have nothing to do with it.
      return { error };
    }
  });
}

function decided(world: World, task: Task, rules: Rules): Outcome {
  if (task.on === 'time') return timePasses(world, task.of, task.stream);
  const known = task.key === null ? undefined : world.known(task.key);
  if (known !== undefined) {
    const { record, events } = known;
    if (!sameBytes(record.body, task.body)) return { answer: reject('key_reused_with_other_body') };
    if (events === undefined) return { replay: record };
    return { answer: { stream: record.stream, events, replayed: true } };
  }
  const draft = world.draft();
  const made =
    task.on === 'contract'
      ? contractDecided(world, draft, task, rules.policy)
      : walletDecided(world, draft, task);
  if (isRejection(made)) return { answer: made };
  if (task.promise !== undefined) {
    const promised = promiseOf(task, made.done, made.policy);
    if (!keeps(task.promise, promised, world.found.now, rules.secret)) {
      return { answer: reject('promise_is_stale') };
    }
  }
  draft.keep();
  return { answer: recorded(world, task, made) };
}

type Made<S = ContractStep | WalletStep> = {
  readonly done: S;
  /** The hash of the policy by which it was judged. */
  readonly policy: string | null;
};

function recorded(world: World, task: ContractTask | WalletTask, { done }: Made): Answer {
  const events: readonly AnyHappened[] = done.events;
  const last = done.state.version;
  const record = { ...task, first: last + 1 - events.length, last };
  if (task.key !== null) world.remember({ ...record, ...task.key }, events);
  const { stream } = task;
  for (const text of task.texts) world.texts.push({ ...text, stream });
  for (const id of task.files) world.files.push({ id, stream });
  return { stream, events, replayed: false };
}

/** What a command on a contract does, taken into the draft. Also used by previews. */
export function contractDecided(
  world: World,
  draft: Draft,
  task: ContractTask,
  policy: Policy,
): (Made<ContractStep> & { readonly before: Contract | null; readonly given: Given }) | Rejection {
  const { now } = world.found;
  for (const payer of payersOf(task)) {
    // An offer that is only being made has no contract yet: its client sends it.
    const owner = draft.contract(task.former ?? task.stream)?.[payer] ?? task.command.by.person;
    catchUpAllOf(world, draft, owner);
  }
  const contract = draft.contract(task.stream);
  const given = givenFor(world, draft, task, contract, policy);
  const result = consequencesOf(contract, task.command, given, task.stream);
  if (isRejection(result)) return result;
  if (result.caughtUp !== null) draft.takeContract(result.caughtUp);
  draft.takeContract(result.done);
  const before = result.caughtUp?.state ?? null;
  const moment = { ...given, now: momentOf(contract, now) };
  const judgedBy = contract?.terms.policy ?? policy;
  return { done: result.done, policy: judgedBy.hash, before, given: moment };
}

/** Whatever silence has done to the owner's money by now, on all their contracts. */
function catchUpAllOf(world: World, draft: Draft, owner: string | null): void {
  for (const id of world.due) {
    const contract = draft.contract(id);
    if (contract === null || (contract.client !== owner && contract.freelancer !== owner)) continue;
    draft.takeContract(caughtUp(contract, momentOf(contract, world.found.now)));
  }
}

function givenFor(
  world: World,
  draft: Draft,
  { command, former: continued }: ContractTask,
  contract: Contract | null,
  policy: Policy,
): Given {
  const former = continued === null ? null : draft.contract(continued);
  const known = contract ?? former;
  const client = known?.client ?? command.by.person ?? '';
  const freelancer = known?.freelancer ?? '';
  const currency = command.type === 'send_offer' ? command.currency : known?.terms.currency;
  return {
    now: world.found.now,
    policy,
    clientAvailable: (of) => available(draft, 'client.available', client, of),
    clientCanBeCharged: canBeCharged(draft, client, currency),
    freelancerAvailable: (of) => available(draft, 'freelancer.available', freelancer, of),
    freelancerCanBeCharged: canBeCharged(draft, freelancer, currency),
    former,
  };
}

function canBeCharged(draft: Draft, person: string, currency: string | undefined): boolean {
  const wallet = currency === undefined ? null : draft.wallet(walletId(person, currency));
  return wallet !== null && chargeableMethod(wallet) !== undefined;
}

function available(draft: Draft, kind: GuardedKind, owner: string, currency: string) {
  return money(draft.balance(accountKey({ kind, owner, currency })), currency);
}

/** What a command on a wallet does, taken into the draft. Also used by previews. */
export function walletDecided(
  world: World,
  draft: Draft,
  task: WalletTask,
): (Made<WalletStep> & { readonly before: WalletStep['state'] }) | Rejection {
  const { person, currency } = task;
  if (readsBalance(task)) catchUpAllOf(world, draft, person);
  const wallet = draft.wallet(task.stream) ?? emptyWallet(person, currency);
  const result = walletConsequencesOf(wallet, task.command, {
    now: world.found.now,
    available: (party) => available(draft, `${party}.available`, person, currency),
  });
  if (isRejection(result)) return result;
  draft.takeWallet(result.caughtUp);
  draft.takeWallet(result.done);
  return { done: result.done, policy: null, before: result.caughtUp.state };
}

/** Every deadline that has passed, and nothing else. */
function timePasses(world: World, of: 'contract' | 'wallet', stream: string): Outcome {
  const { now } = world.found;
  const draft = world.draft();
  const events: AnyHappened[] = [];
  const contract = of === 'contract' ? draft.contract(stream) : null;
  const wallet = of === 'wallet' ? draft.wallet(stream) : null;
  if (contract !== null) {
    const step = caughtUp(contract, momentOf(contract, now));
    draft.takeContract(step);
    events.push(...step.events);
  }
  if (wallet !== null) {
    const step = walletCaughtUp(wallet, now);
    draft.takeWallet(step);
    events.push(...step.events);
  }
  draft.keep();
  return { answer: { stream, events, replayed: false } };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
