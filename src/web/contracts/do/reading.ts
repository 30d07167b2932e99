// From the form of a confirm page to the command: what the page itself keeps (names that begin
// with an underscore) becomes fields, then the shapes of the wire judge them like everybody's.
// And back: what stands in the fields before anybody has typed.
import { add, fromDecimal, toDecimal, zero } from '../../../domain/money/money.ts';
import type { PlainCommand } from '../../../engine/requests.ts';
import type { ContractCommandShape } from '../../../wire/commands.ts';
import { parseForm } from '../../../wire/forms.ts';
import type { Read } from '../../confirm/confirm.ts';
import type { Mistake } from '../../confirm/shown.ts';
import { milestonesOf, type Room } from '../room.ts';
import { changeFields, initialRows } from './change-rows.ts';
import { starFields } from './feedback-fields.tsx';

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

/** The fields as the wire takes them. */
function fieldsFor(command: string, form: URLSearchParams, room: Room): URLSearchParams {
  if (command === 'propose_change') return changeFields(form, room);
  const fields = new URLSearchParams(form);
  const pay = form.get('_pay');
  if (command === 'end_contract') {
    if (pay === 'none') fields.delete('release');
    if (pay === 'all') fields.set('release', heldUnanswered(room));
  }
  if (command === 'release_payment' && pay === 'all') fields.delete('amount');
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
      return { type: 'give_feedback', stars: all };
    case 'ask_clarification':
      return { ...command, question: written };
    case 'answer_clarification':
      return { ...command, answer: written };
    case 'request_changes':
      return { ...command, note: written };
    default:
      return command;
  }
}

/** All numbers that are missing at once; the domain would name the first of them. */
export function lackingIn(command: PlainCommand): readonly Mistake[] {
  if (command.type !== 'end_contract' && command.type !== 'give_feedback') return [];
  const nested = command.type === 'end_contract';
  const review = (nested ? command.feedback : command) as { stars?: Record<string, unknown> };
  return starFields(nested ? 'feedback.' : '')
    .filter(({ star }) => review?.stars?.[star] === undefined)
    .map(({ name, label }) => ({
      field: name,
      text: `Choose a number from 1 to 5 for ${label.toLowerCase()}.`,
    }));
}
