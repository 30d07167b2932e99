// One command of a story: who gives it and in what capacity, what it is about, with which fields.
// It is previewed first, always; what the preview says must be what then happens.

import { starNames } from '../../domain/contracts/commands.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { Actor } from '../../domain/people.ts';
import { isRejection, type Rejection } from '../../domain/rejections.ts';
import type {
  Accepted,
  ContractPreview,
  ContractRequest,
  WalletPreview,
  WalletRequest,
} from '../../engine/requests.ts';
import { canonical } from '../../store/codec.ts';
import { isContractCommand, isWalletCommand, parseCommand } from '../../wire/commands.ts';
import { sentBy } from './story-attachments.ts';
import type { Fields, StoryStep } from './story-file.ts';
import type { Inhabitant, StoryWorld } from './story-world.ts';

/** Why a command came to nothing: a rejection of the domain, or a shape that does not fit. */
export type Refusal = {
  readonly code: string;
  readonly rejection: Rejection | null;
  /** What is wrong with the shape, in sentences. */
  readonly problems: readonly string[];
};

export type Given = {
  readonly name: string;
  readonly by: Actor;
  /** The contract as it is before, or the one that is continued; null for offers and wallets. */
  readonly contract: Contract | null;
  /** The alias that a new contract will have. */
  readonly alias: string;
  readonly request: Unkeyed;
};

type Unkeyed = Omit<ContractRequest, 'key'> | Omit<WalletRequest, 'key'>;
export type Preview = ContractPreview | WalletPreview;

/** Something is wrong with the story itself, not with what it expects. */
export class StoryMistake extends Error {}

const provider = ['confirm_charge', 'fail_charge', 'confirm_payout', 'fail_payout'];

/** The contract that a step is about: the one it names, or the only one there is. */
export function contractIdOf(world: StoryWorld, step: StoryStep): string {
  const { contracts } = world;
  if (step.contract === null) {
    const [only, another] = [...contracts.values()];
    if (only === undefined) throw new StoryMistake('There is no contract yet.');
    if (another !== undefined) throw new StoryMistake('There are several contracts; name one.');
    return only;
  }
  const id = contracts.get(step.contract);
  if (id === undefined) throw new StoryMistake(`There is no contract called ${step.contract}.`);
  return id;
}

/** In what capacity somebody acts on a contract: as its party, or else by their first role. */
export function actorOn(contract: Contract | null, who: Inhabitant, name = ''): Actor {
  const { id: person, roles } = who;
  if (contract?.client === person) return { as: 'client', person };
  if (contract?.freelancer === person) return { as: 'freelancer', person };
  if (name === 'send_offer' && roles.includes('client')) return { as: 'client', person };
  const [outside] = (['operator', 'mediator', 'moderator'] as const).filter((role) =>
    roles.includes(role),
  );
  return { as: outside ?? (roles.includes('freelancer') ? 'freelancer' : 'client'), person };
}

export function inhabitant(world: StoryWorld, alias: string | null): Inhabitant {
  const found = world.people.get(alias ?? '');
  if (found === undefined) throw new StoryMistake(`There is nobody called ${alias}.`);
  return found;
}

/** The command of a step, ready to be previewed; or why its shape does not fit. */
export async function commandOf(world: StoryWorld, step: StoryStep): Promise<Given | Refusal> {
  const name = step.does ?? step.would ?? '';
  if (step.by === 'payments' && !world.people.has('payments')) return byProvider(world, step, name);
  const who = inhabitant(world, step.by);
  if (isWalletCommand(name)) {
    const as = who.roles.includes('freelancer') ? 'freelancer' : 'client';
    const parsed = parseCommand(name, step.with);
    if ('problems' in parsed) return misshapen(parsed.problems);
    const wallet = { person: who.id, currency: who.currency };
    const by: Actor = { as, person: who.id };
    return {
      name,
      by,
      contract: null,
      alias: '',
      request: { wallet, command: parsed.command, by },
    };
  }
  if (!isContractCommand(name)) throw new StoryMistake(`There is no command called ${name}.`);
  if (name === 'rehire') return rehiring(world, step, who);
  const begins = name === 'send_offer';
  const unknown = step.contract !== null && !world.contracts.has(step.contract);
  if (!begins && unknown) return notThere(step.contract);
  const contract = begins ? null : await world.contract(contractIdOf(world, step));
  const by = actorOn(contract, who, name);
  const sent = await sentBy(world.uploads, who.id, step.with);
  if (typeof sent.wrong === 'string') return notTaken(sent.wrong);
  const parsed = parseCommand(name, fieldsOf(world, sent as Fields, begins));
  if ('problems' in parsed) return misshapen(parsed.problems);
  const { command } = parsed;
  const to = begins ? { to: world.people.get(String(step.with.to))?.id ?? null } : {};
  const id = contract?.id ?? world.engine.newContractId();
  const alias = step.contract ?? (world.contracts.size === 0 ? 'contract' : `contract-${id}`);
  return {
    name,
    by,
    contract,
    alias,
    request: { contract: id, command: { ...command, ...to }, by },
  };
}

/**
 * A new contract with the terms of an old one: `contract` names the new one, as for an offer, and
 * `from` among the fields the old one, where there are several.
 */
async function rehiring(
  world: StoryWorld,
  step: StoryStep,
  who: Inhabitant,
): Promise<Given | Refusal> {
  const { from, ...fields } = step.with;
  const old = from === undefined ? null : String(from);
  if (old !== null && !world.contracts.has(old)) return notThere(old);
  const former = contractIdOf(world, { ...step, contract: old });
  const contract = await world.contract(former);
  const by = actorOn(contract, who);
  const parsed = parseCommand('rehire', fields);
  if ('problems' in parsed) return misshapen(parsed.problems);
  const id = world.engine.newContractId();
  const request = { contract: id, former, command: parsed.command, by };
  return { name: 'rehire', by, contract, alias: step.contract ?? `contract-${id}`, request };
}

/** A word of the payment provider, which tells of a contract's charge or of a person's money. */
async function byProvider(world: StoryWorld, step: StoryStep, name: string): Promise<Given> {
  if (!provider.includes(name)) throw new StoryMistake(`The payment provider cannot ${name}.`);
  const by: Actor = { as: 'payments', person: null };
  const { person, ...fields } = step.with;
  const common = { name, by, alias: '' };
  if (person === undefined && name.endsWith('charge')) {
    const contract = await world.contract(contractIdOf(world, step));
    const command = { type: name as 'confirm_charge', ...fields };
    return { ...common, contract, request: { contract: contract?.id ?? '', command, by } };
  }
  const { id, currency } = inhabitant(world, String(person));
  const command = { type: name as 'confirm_payout', ...fields };
  return { ...common, contract: null, request: { wallet: { person: id, currency }, command, by } };
}

/** A file that is refused where it is sent. */
function notTaken(why: string): Refusal {
  return { code: 'file_not_taken', rejection: null, problems: [why] };
}

/** A contract that does not exist for anybody. */
function notThere(alias: string | null): Refusal {
  const problems = [`There is no contract called ${alias}.`];
  return { code: 'not_found', rejection: null, problems };
}

type Problems = readonly {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}[];

function misshapen(problems: Problems): Refusal {
  const sentences = problems.map(({ code, field, message }) => `${field}: ${message} (${code})`);
  return { code: problems[0]?.code ?? 'field_invalid', rejection: null, problems: sentences };
}

/** Five stars for all, and names that are no shape's business. */
function fieldsOf(world: StoryWorld, fields: Fields, begins: boolean): Fields {
  const all = starsIn(fields);
  const feedback = all.feedback;
  const worded =
    typeof feedback === 'object' && feedback !== null
      ? { ...all, feedback: starsIn(feedback as Fields) }
      : all;
  if (!begins || !('to' in worded)) return worded;
  return { ...worded, to: world.people.get(String(worded.to))?.id ?? String(worded.to) };
}

function starsIn(fields: Fields): Fields {
  if (typeof fields.stars !== 'number') return fields;
  return { ...fields, stars: Object.fromEntries(starNames.map((name) => [name, fields.stars])) };
}

export function isRefusal(value: object): value is Refusal {
  return 'code' in value && 'problems' in value;
}

export async function previewed(world: StoryWorld, given: Given): Promise<Preview | Refusal> {
  const { request } = given;
  const preview =
    'contract' in request
      ? await world.engine.previewContract(request)
      : await world.engine.previewWallet(request);
  return isRejection(preview) ? refusalOf(preview) : preview;
}

function refusalOf(rejection: Rejection): Refusal {
  return { code: rejection.rejected, rejection, problems: [] };
}

/** Carries the command out, on the promise of its preview. */
export async function executed(
  world: StoryWorld,
  given: Given,
  promise: string | undefined,
): Promise<Accepted | Refusal> {
  const key = world.key();
  const promised = promise === undefined ? {} : { promise };
  const answer = await world.engine.execute({ ...given.request, ...promised, key });
  return isRejection(answer) ? refusalOf(answer) : answer;
}

/** What differs between a preview and what was then done, in a sentence; null when nothing does. */
export async function brokenPromise(
  world: StoryWorld,
  preview: Preview,
  accepted: Accepted,
): Promise<string | null> {
  const shown = canonical(preview.events.map(bare));
  const done = canonical(accepted.events.map(bare));
  if (shown !== done) return `The preview showed ${shown} and this happened: ${done}.`;
  const seqs = accepted.events.map((event) => event.seq);
  const rows = await world.db.query(
    `select from_account, to_account, amount::text as amount from postings
      where stream = $1 and seq = any($2) order by seq, n`,
    [accepted.stream, seqs],
  );
  const moved = canonical(rows.map((row) => `${row.from_account} ${row.to_account} ${row.amount}`));
  const foretold = canonical(
    preview.postings.map(({ from, to, amount }) => {
      const key = (one: typeof from) =>
        `${one.kind} ${ownerOf(one.owner, accepted.stream)} ${one.currency}`;
      return `${key(from)} ${key(to)} ${amount.minor}`;
    }),
  );
  return moved === foretold ? null : `The preview showed ${foretold}; this was posted: ${moved}.`;
}

/** A new contract had another id in its preview. */
function ownerOf(owner: string | null, stream: string): string {
  return owner?.startsWith('ctr_') ? stream : (owner ?? '-');
}

/** Without the references of texts, which are made anew each time. */
function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Temporal.Instant)
    return value;
  if (Array.isArray(value)) return value.map(bare);
  if ('text' in value && 'digest' in value) return 'a text';
  if ('minor' in value || 'hash' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bare(item)]));
}
