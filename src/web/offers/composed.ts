// The form that writes terms, as the wire takes it: rows become milestones in their order, a due
// date that nobody touched keeps its exact moment, and every field of the command knows where it
// stands in the form. What was typed stays in the form itself; nothing here changes it.
import type { MilestoneTermsView } from '../../domain/contracts/seen/view.ts';
import { add, fromDecimal, isDecimal, toDecimal, zero } from '../../domain/money/money.ts';
import type { PlainCommand } from '../../engine/requests.ts';
import { amountText } from '../../wire/amount-text.ts';
import { parseForm } from '../../wire/forms.ts';
import type { Read } from '../confirm/confirm.ts';
import { dueField } from '../contracts/do/change-rows.ts';
import { filledRows, type MilestoneRow, readRows } from '../parts/form/milestone-rows.ts';
import type { FullTerms } from './terms/full-terms.ts';

export type TermsCommand = 'send_offer' | 'revise_offer' | 'counter_offer';

/** The command out of the form. `old` are the terms that are changed; none for a new offer. */
export function readTerms(
  command: TermsCommand,
  form: URLSearchParams,
  old: FullTerms | undefined,
): Read<PlainCommand> {
  const parsed = parseForm(command, wireForm(command, form, old));
  const empty = filledRows(readRows(form)).length === 0;
  const untitled = old !== undefined && (form.get('title') ?? '').trim() === '';
  if ('command' in parsed && !empty && !untitled) return parsed;
  const found = 'problems' in parsed ? parsed.problems : [];
  const told = found
    .filter(({ field }) => field !== 'milestones' || !empty)
    .map(({ field, message }) => ({ field, message: toldOf(field, message) }));
  return {
    problems: [
      // The wire would take an empty title for "as it was".
      ...(untitled ? [{ field: 'title', message: 'Give a title of 1 to 200 characters.' }] : []),
      ...told,
      ...(empty ? [{ field: 'milestones', message: noMilestones }] : []),
    ],
  };
}

export const noMilestones = 'Add at least one milestone.';

function wireForm(
  command: TermsCommand,
  form: URLSearchParams,
  old: FullTerms | undefined,
): URLSearchParams {
  const fields = new URLSearchParams();
  const text = (name: string) => form.get(name) ?? '';
  fields.set('title', text('title'));
  if (!isSameText(text('scope'), old?.scope)) fields.set('scope', text('scope'));
  if (command === 'send_offer') {
    fields.set('to', text('to'));
    fields.set('kind', 'fixed');
    fields.set('currency', text('currency'));
  }
  if (command === 'counter_offer') fields.set('note', text('note'));
  else fields.set('fund_first', form.has('fund_first') ? 'on' : 'off');
  const before = new Map(old?.milestones.map((milestone) => [milestone.id, milestone]));
  for (const [place, row] of filledRows(readRows(form)).entries()) {
    const { id, title, amount } = row;
    const due = exactDue(row, before.get(id));
    for (const [name, value] of Object.entries({ id, title, amount, due })) {
      fields.set(`milestones[${place}].${name}`, value);
    }
  }
  return fields;
}

/** Sending the same description again would only make another copy of it. */
function isSameText(typed: string, old: string | undefined): boolean {
  return old !== undefined && typed.replaceAll('\r\n', '\n').trim() === old.trim();
}

/** A date field knows days only: where the day was not touched, the moment stays what it was. */
function exactDue({ due }: MilestoneRow, old: MilestoneTermsView | undefined): string {
  return old?.due && dueField(old.due) === due ? old.due : due;
}

/** The wire speaks to programs too; these say the same to somebody in front of a form. */
function toldOf(field: string, message: string): string {
  if (/\.amount$/.test(field)) return 'Enter an amount, such as 450.00.';
  if (/\.due$/.test(field)) return 'Choose a day between the years 2000 and 2999.';
  if (/\]\.title$/.test(field)) return 'Say what is delivered, in 1 to 200 characters.';
  return message;
}

/** Where a field of the command stands: "milestones[1].amount" is the second row that is filled. */
export function placeOf(field: string, form: URLSearchParams): string {
  if (field === 'milestones') return 'milestone-0-title';
  const [, at, name] = /^milestones\[(\d+)\]\.(title|amount|due|id)$/.exec(field) ?? [];
  if (at === undefined) return field;
  const rows = readRows(form);
  const row = filledRows(rows)[Number(at)];
  const index = row === undefined ? 0 : rows.indexOf(row);
  return `milestone-${Math.max(0, index)}-${name === 'id' ? 'title' : name}`;
}

/** The sum of what stands in the rows; null while something there is no amount. */
export function totalIn(form: URLSearchParams, currency: string): string | null {
  let sum = zero(currency);
  for (const row of filledRows(readRows(form))) {
    const text = amountText(row.amount);
    const amount = isDecimal(text) ? fromDecimal(text, currency) : null;
    if (amount === null) return null;
    sum = add(sum, amount);
  }
  return toDecimal(sum);
}
