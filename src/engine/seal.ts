// Turns a request of a face into a task: free texts become references with a commitment, and what
// was asked for gets a fingerprint, by which a key that is used again is recognized. It is made
// with the server's secret: a sealed review has few enough forms to be guessed from a mere hash.
// A text that is blank counts as absent. Sealed once: a batch that is tried again uses the same
// references.
import { createHmac } from 'node:crypto';
import type { CommandName, ContractCommand } from '../domain/contracts/commands.ts';
import type { Actor } from '../domain/people.ts';
import type { WalletCommand } from '../domain/wallets/commands.ts';
import { walletId } from '../domain/wallets/wallet.ts';
import { canonical } from '../store/codec.ts';
import { type SealedText, sealedName, sealedText } from '../store/texts.ts';
import { type Attached, nothingAttached } from './files/attached.ts';
import type { ContractRequest, PlainFeedback, WalletRequest } from './requests.ts';
import type { ContractTask, WalletTask } from './tasks.ts';

/** The fields of each command that are free text. Titles are terms, and stay as they are. */
const textFields: { readonly [N in CommandName]?: readonly string[] } = {
  send_offer: ['scope'],
  revise_offer: ['scope'],
  decline_offer: ['reason'],
  counter_offer: ['scope', 'note'],
  propose_change: ['scope', 'note'],
  ask_clarification: ['question'],
  answer_clarification: ['answer'],
  submit_work: ['note'],
  request_changes: ['note'],
  propose_cancel: ['note'],
  send_message: ['text'],
  dispute_milestone: ['statement'],
  pay_bonus: ['note'],
  request_payment: ['note'],
  request_refund: ['reason'],
  propose_reopen: ['note'],
  rehire: ['scope'],
  dispute_escrow_refund: ['statement'],
  answer_dispute: ['statement'],
  submit_evidence: ['note'],
  recommend_split: ['note'],
  rule: ['note'],
  request_mediation: ['statement'],
  respond_to_feedback: ['comment'],
  report_feedback: ['reason'],
  flag_feedback: ['reason'],
};

type Fields = Record<string, unknown>;
type WithoutKey<R extends { readonly key: string }> = Omit<R, 'key'> & { readonly key?: string };

export function contractTask(
  request: WithoutKey<ContractRequest>,
  now: Temporal.Instant,
  secret: string,
  attached: Attached = nothingAttached,
): ContractTask {
  const { command, by, contract, former } = request;
  const texts: SealedText[] = attached.names.map(({ id, name }) => sealedName(id, name));
  const seal = (body: string) => {
    const text = sealedText(body, now);
    texts.push(text);
    return text.ref;
  };
  const fields = withFeedback(withTexts({ ...command }, command.type, seal), seal);
  // A new contract gets another id with every attempt, and is still the same request.
  const stream = command.type === 'send_offer' ? null : (former ?? contract);
  return {
    on: 'contract',
    stream: contract,
    former: former ?? null,
    key: keyOf(by, request.key),
    body: bodyOf({ stream, as: by.as, command }, secret),
    promise: request.promise,
    texts,
    files: attached.refs.map(({ file }) => file),
    command: { ...fields, ...filesOf(attached), by } as unknown as ContractCommand,
  };
}

/** What the domain is given in place of the ids. */
function filesOf({ refs }: Attached): Fields {
  return refs.length === 0 ? { files: undefined } : { files: refs };
}

export function walletTask(request: WithoutKey<WalletRequest>, secret: string): WalletTask {
  const { command, by, wallet } = request;
  const stream = walletId(wallet.person, wallet.currency);
  return {
    on: 'wallet',
    stream,
    ...wallet,
    key: keyOf(by, request.key),
    body: bodyOf({ stream, as: by.as, command }, secret),
    promise: request.promise,
    texts: [],
    files: [],
    command: { ...command, by } as unknown as WalletCommand,
  };
}

/** Keys belong to persons; the clock and the payment provider have theirs. */
function keyOf(by: Actor, key: string | undefined) {
  return key === undefined ? null : { principal: by.person ?? by.as, key };
}

function bodyOf(asked: unknown, secret: string): Uint8Array {
  return createHmac('sha256', secret).update(canonical(asked)).digest();
}

type Seal = (body: string) => SealedText['ref'];

function withTexts(fields: Fields, type: CommandName, seal: Seal): Fields {
  for (const name of textFields[type] ?? []) {
    const text = fields[name];
    if (typeof text === 'string' && text.trim() !== '') fields[name] = seal(text);
    else delete fields[name];
  }
  return fields;
}

/** Feedback is a field of its own, or for give_feedback all the fields there are. */
function withFeedback(fields: Fields, seal: Seal): Fields {
  if (fields.type === 'give_feedback' || fields.type === 'change_feedback') {
    const { stars, comment, private_note, ...rest } = fields;
    return { ...rest, ...sealedFeedback({ stars, comment, private_note } as PlainFeedback, seal) };
  }
  const { feedback, ...rest } = fields;
  if (feedback === undefined) return rest;
  return { ...rest, feedback: sealedFeedback(feedback as PlainFeedback, seal) };
}

/** Numbers to be judged, and the whole review behind one reference. None without numbers. */
function sealedFeedback({ stars, comment, private_note }: PlainFeedback, seal: Seal): Fields {
  if (stars === undefined || stars === null) return {};
  const review = { stars, ...worded({ comment, private_note }) };
  return { stars, sealed: seal(canonical(review)) };
}

function worded(texts: Readonly<Record<string, string | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text !== undefined && text.trim() !== ''),
  );
}
