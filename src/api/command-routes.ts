// The routes of commands: each of the table, and its preview. They read the request, ask the
// engine and write its answer; what may happen is for the domain to say.
import type { Context, Hono } from 'hono';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { Actor, Role } from '../domain/people.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { isRejection, type Rejection } from '../domain/rejections.ts';
import type { Clock } from '../engine/clock.ts';
import type { ContractRequest, Engine, PlainCommand, WalletRequest } from '../engine/requests.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Reads } from '../reads/reads.ts';
import { parseCommand } from '../wire/commands.ts';
import {
  entryAnswer,
  previewAnswer,
  sceneOfRoom,
  walletEventAnswer,
  walletPreviewAnswer,
} from './answers.ts';
import { beginsOne, type CommandEntry, commandTable } from './commands.ts';
import { fieldsProblem, refusal } from './problems.ts';
import { bodyOf, callerOf, contractIdOf, currencyOf, keyOf } from './request.ts';
import { scoreAfter } from './score-routes.ts';

export type CommandRoom = {
  readonly engine: Engine;
  readonly reads: Reads;
  readonly people: People;
  readonly clock: Clock;
  /** The policy in force. */
  readonly policy: Policy;
  readonly origin: string;
};

type Asked = {
  readonly entry: CommandEntry;
  readonly caller: Person;
  readonly command: PlainCommand;
  readonly promise: { readonly promise?: string };
};

export function commandRoutes(app: Hono, room: CommandRoom): void {
  for (const entry of commandTable) {
    const act = entry.on === 'wallet' ? actOnWallet : actOnContract;
    const preview = entry.on === 'wallet' ? previewWallet : previewContract;
    app.post(entry.path, async (c) => act(c, room, await askedOf(c, room, entry)));
    app.post(`${entry.path}/preview`, async (c) => preview(c, room, await askedOf(c, room, entry)));
  }
}

async function askedOf(c: Context, room: CommandRoom, entry: CommandEntry): Promise<Asked> {
  const caller = await callerOf(c, room.people, room.origin);
  const { fields, promise } = await bodyOf(c);
  const parsed = parseCommand(entry.name, fields);
  if ('problems' in parsed) throw fieldsProblem(parsed.problems);
  const command = await addressed(room, parsed.command as PlainCommand);
  return { entry, caller, command, promise: promise === undefined ? {} : { promise } };
}

/** An offer names its freelancer by address or id; somebody else cannot be offered anything. */
async function addressed({ people }: CommandRoom, command: PlainCommand): Promise<PlainCommand> {
  if (command.type !== 'send_offer') return command;
  const person = await people.findRecipient(String(command.to));
  const to = person?.roles.includes('freelancer') === true ? person.id : null;
  return { ...command, to };
}

/** As whom a person acts where no contract says it. */
function ownActor({ id, roles }: Person): Actor {
  const as: Role = roles.includes('client') ? 'client' : 'freelancer';
  return { as, person: id };
}

async function requestOf(c: Context, { engine, reads, clock }: CommandRoom, asked: Asked) {
  const { entry, caller, command, promise } = asked;
  if (entry.on === 'offers') {
    return { contract: engine.newContractId(), command, by: ownActor(caller), ...promise };
  }
  const contract = contractIdOf(c);
  const by = await reads.actorOn(caller, contract, clock.now(), entry.who);
  // A new contract with an old one's terms: it is the old one that is asked who may.
  if (entry.name !== 'rehire') return { contract, command, by, ...promise };
  return { contract: engine.newContractId(), former: contract, command, by, ...promise };
}

/** The contract that a refusal is about. */
function standingOn({ contract, former }: Pick<ContractRequest, 'contract' | 'former'>): string {
  return former ?? contract;
}

async function actOnContract(c: Context, room: CommandRoom, asked: Asked): Promise<Response> {
  const key = keyOf(c, asked.entry.needsKey);
  const request = await requestOf(c, room, asked);
  const answer = await room.engine.execute({ ...request, key });
  if (isRejection(answer)) throw await refusedOn(room, asked, standingOn(request), answer);
  const { stream, events, replayed } = answer;
  c.header('idempotency-replayed', String(replayed));
  const first = events[0]?.seq;
  const seen =
    first === undefined ? [] : await seenEvents(room, asked, stream, first, events.length);
  const body = { contract: stream, events: seen };
  if (!beginsOne(asked.entry)) return c.json(body, 200);
  c.header('location', `/api/contracts/${stream}`);
  return c.json(body, 201);
}

async function seenEvents(
  { reads, clock }: CommandRoom,
  { caller }: Asked,
  contract: string,
  first: number,
  count: number,
) {
  const now = clock.now();
  const room = await reads.contractRoom(caller, contract, now);
  const asked = { after: first - 1, limit: count };
  const page = await reads.contractEvents(caller, contract, asked, now);
  if (room === null || page === null) return [];
  const scene = sceneOfRoom(room, now);
  return page.entries.map((entry) => entryAnswer(entry, scene));
}

async function previewContract(c: Context, room: CommandRoom, asked: Asked): Promise<Response> {
  const request = await requestOf(c, room, asked);
  const preview = await room.engine.previewContract(request);
  if (isRejection(preview)) throw await refusedOn(room, asked, standingOn(request), preview);
  const viewer = request.by.as as Viewer;
  // As it stands before the command: a review that the command would reveal is still sealed.
  const { before } = preview;
  const stored = before === null ? () => null : await room.reads.textsFor(viewer, before);
  const contract = beginsOne(asked.entry) ? null : request.contract;
  return c.json({
    contract,
    ...previewAnswer(preview, { viewer, person: asked.caller.id }, stored),
    ...(await scoreAfter(room, viewer, preview)),
  });
}

async function refusedOn(
  { reads, clock }: CommandRoom,
  { entry, caller, command }: Asked,
  contract: string,
  rejection: Rejection,
) {
  if (entry.on === 'offers') {
    return refusal(rejection, { currency: String(command.currency ?? 'USD') });
  }
  const refused = { command: entry.name, rejection };
  const standing = await reads.standing(caller, contract, refused, clock.now());
  return refusal(rejection, { currency: standing?.view.terms.currency ?? 'USD', standing });
}

function walletRequestOf(c: Context, { command, caller, promise }: Asked) {
  const wallet = { person: caller.id, currency: currencyOf(c) };
  const typed = command as unknown as WalletRequest['command'];
  return { wallet, command: typed, by: ownActor(caller), ...promise };
}

async function actOnWallet(c: Context, room: CommandRoom, asked: Asked): Promise<Response> {
  const key = keyOf(c, asked.entry.needsKey);
  const request = walletRequestOf(c, asked);
  const answer = await room.engine.execute({ ...request, key });
  if (isRejection(answer)) throw refusal(answer, { currency: request.wallet.currency });
  c.header('idempotency-replayed', String(answer.replayed));
  const events = answer.events.map((event) => walletEventAnswer(event as never));
  return c.json({ wallet: answer.stream, events });
}

async function previewWallet(c: Context, { engine }: CommandRoom, asked: Asked): Promise<Response> {
  const request = walletRequestOf(c, asked);
  const preview = await engine.previewWallet(request);
  if (isRejection(preview)) throw refusal(preview, { currency: request.wallet.currency });
  return c.json(walletPreviewAnswer(preview));
}
