// From the form of a confirm page to the command: what the page itself keeps (names that begin
// with an underscore) becomes fields, then the shapes of the wire judge them like everybody's.
// And back: what stands in the fields before anybody has typed.
import { add, fromDecimal, toDecimal, zero } from '../../../domain/money/money.ts';
import type { PlainCommand } from '../../../engine/requests.ts';
import type { ContractCommandShape } from '../../../wire/commands.ts';
import { parseForm } from '../../../wire/forms.ts';
import { less } from '../../../words/scene.ts';
import type { Read } from '../../confirm/confirm.ts';
import type { Mistake } from '../../confirm/shown.ts';
import { openDisputesOf } from '../disputes/open-things.ts';
import { milestonesOf, type Room } from '../room.ts';
import { changeFields, initialRows } from './change-rows.ts';
import { starFields } from './feedback-fields.tsx';
import { disputesFor, requestsFor } from './fields/which-one.tsx';

/** The money that a client's ending is about: all that is held, but for work under review. */
export function heldUnanswered(room: Room): string {
  const { currency } = room.view.terms;
  const sum = milestonesOf(room)
    .filter(({ status }) => status !== 'submitted')
    .reduce((all, { escrow }) => add(all, fromDecimal(escrow, currency) ?? all), zero(currency));
  return toDecimal(sum);
}

/** What stands in the fields at first, under what the address says. */
export function initialForm(
  command: string,
  room: Room,
  address: URLSearchParams,
): URLSearchParams {
  const form = new URLSearchParams(address);
  const preset = (name: string, value: string) => {
    if (!form.has(name)) form.set(name, value);
  };
  if (command === 'end_contract') {
    preset('reason', 'completed');
    preset('_pay', form.has('release') ? 'part' : 'none');
  }
  if (command === 'release_payment') preset('_pay', form.has('amount') ? 'part' : 'all');
  if (command === 'dispute_escrow_refund') preset('_pay', form.has('amount') ? 'part' : 'all');
  if (command === 'answer_dispute') preset('answer', 'contest');
  if (command === 'pay_bonus') preset('kind', 'bonus');
  presetOthers(command, room, preset);
  if (command === 'edit_milestone') presetMilestone(room, form, preset);
  if (command === 'propose_change' && !form.has('milestone_title')) {
    for (const row of initialRows(room)) {
      form.append('milestone_id', row.id);
      form.append('milestone_title', row.title);
      form.append('milestone_amount', row.amount);
      form.append('milestone_due', row.due);
    }
  }
  return form;
}

/** What a form is about where something is open that it can be about; and how much that is. */
function presetOthers(
  command: string,
  room: Room,
  preset: (name: string, value: string) => void,
): void {
  const [dispute] = disputesFor(command, room);
  if (dispute !== undefined && openDisputesOf(room.view).length > 1) preset('dispute', dispute.id);
  const [request, another] = requestsFor(command, room);
  if (request === undefined) return;
  if (another !== undefined) preset('request', request.id);
  if (command !== 'pay_bonus' && command !== 'give_refund') return;
  preset('amount', less(room.scene, request.amount, [request.settled]));
}

function presetMilestone(
  room: Room,
  form: URLSearchParams,
  preset: (name: string, value: string) => void,
): void {
  const row = initialRows(room).find(({ id }) => id === form.get('milestone'));
  if (row === undefined) return;
  preset('title', row.title);
  preset('amount', row.amount);
  preset('due', row.due);
}

/** Commands about all of an amount unless they name a part. */
const payable = new Set(['release_payment', 'dispute_escrow_refund']);

/** The fields as the wire takes them. */
function fieldsFor(command: string, form: URLSearchParams, room: Room): URLSearchParams {
  if (command === 'propose_change') return changeFields(form, room);
  const fields = new URLSearchParams(form);
  const pay = form.get('_pay');
  if (command === 'end_contract') {
    if (pay === 'none') fields.delete('release');
    if (pay === 'all') fields.set('release', heldUnanswered(room));
  }
  if (payable.has(command) && pay === 'all') fields.delete('amount');
  if (command === 'edit_milestone' && form.get('due') === '') fields.set('due', 'none');
  return fields;
}

/** A note alone is no change. */
function changesNothing(fields: URLSearchParams): boolean {
  return [...fields.keys()].every((name) => name === 'note');
}

export function readCommand(
  command: ContractCommandShape,
  form: URLSearchParams,
  room: Room,
): Read<PlainCommand> {
  const fields = fieldsFor(command, form, room);
  if (command === 'propose_change' && changesNothing(fields)) {
    const message = 'Change at least one thing: a milestone, or the description.';
    return { problems: [{ field: 'scope', message }] };
  }
  const parsed = parseForm(command, fields);
  if ('problems' in parsed) return { problems: parsed.problems };
  return { command: parsed.command as PlainCommand };
}

const written = '…';

/** With words and numbers that only the press needs, so that a preview can be shown before. */
export function sketched(command: PlainCommand): PlainCommand {
  const stars = { skills: 3, quality: 3, availability: 3, deadlines: 3 };
  const all = { ...stars, communication: 3, cooperation: 3 };
  switch (command.type) {
    case 'end_contract':
      return { ...command, feedback: { stars: all } };
    case 'give_feedback':
    case 'change_feedback':
      return { type: command.type, stars: all };
    default:
      return withText(command);
  }
}

/** The field of words without which a command is not carried out. */
const needed: Readonly<Record<string, string>> = {
  ask_clarification: 'question',
  answer_clarification: 'answer',
  request_changes: 'note',
  send_message: 'text',
  dispute_milestone: 'statement',
  dispute_escrow_refund: 'statement',
  submit_evidence: 'note',
  recommend_split: 'note',
  rule: 'note',
  request_payment: 'note',
  request_refund: 'reason',
  request_mediation: 'statement',
  respond_to_feedback: 'comment',
  report_feedback: 'reason',
  flag_feedback: 'reason',
};

function withText(command: PlainCommand): PlainCommand {
  const field = needed[command.type];
  return field === undefined ? command : { ...command, [field]: written };
}

const reviews: ReadonlySet<string> = new Set(['end_contract', 'give_feedback', 'change_feedback']);

/** All numbers that are missing at once; the domain would name the first of them. */
export function lackingIn(command: PlainCommand): readonly Mistake[] {
  if (!reviews.has(command.type)) return [];
  const nested = command.type === 'end_contract';
  const review = (nested ? command.feedback : command) as { stars?: Record<string, unknown> };
  return starFields(nested ? 'feedback.' : '')
    .filter(({ star }) => review?.stars?.[star] === undefined)
    .map(({ name, label }) => ({
      field: name,
      text: `Choose a number from 1 to 5 for ${label.toLowerCase()}.`,
    }));
}
