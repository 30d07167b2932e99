// Terms with their plan, as both sides read them: of an offer, of a counter to it, and as the
// form that changes them begins. Views and forms only; nothing is judged here.
import type {
  ContractView,
  MilestoneTermsView,
  TermsView,
} from '../../../domain/contracts/seen/view.ts';
import { dueField } from '../../contracts/do/change-rows.ts';
import type { MilestoneRow } from '../../parts/form/milestone-rows.ts';

export type FullTerms = TermsView & { readonly milestones: readonly MilestoneTermsView[] };

/** The terms of the offer itself. */
export function offeredTerms({ terms, milestones }: ContractView): FullTerms {
  const plan = Object.entries(milestones).map(([id, { title, amount, due }]) => {
    return { id, title, amount, due };
  });
  return { ...terms, milestones: plan };
}

/** The form with other rows in it, as after one of their buttons. */
export function withRows(form: URLSearchParams, rows: readonly MilestoneRow[]): URLSearchParams {
  const changed = new URLSearchParams(form);
  for (const name of ['id', 'title', 'amount', 'due'] as const) {
    changed.delete(`milestone_${name}`);
    for (const row of rows) changed.append(`milestone_${name}`, row[name]);
  }
  return changed;
}

/** The form as it begins: with these terms in it. */
export function formOfTerms(terms: FullTerms): URLSearchParams {
  const form = new URLSearchParams({ title: terms.title, scope: terms.scope ?? '' });
  if (terms.fund_first) form.set('fund_first', 'on');
  return withRows(form, terms.milestones.map(rowOf));
}

/** Once more, with somebody's earlier terms: other dates, other names of milestones. */
export function formLike(terms: FullTerms): URLSearchParams {
  const rows = terms.milestones.map((one) => ({ ...rowOf(one), id: '', due: '' }));
  const form = withRows(formOfTerms(terms), rows);
  form.set('currency', terms.currency);
  return form;
}

function rowOf({ id, title, amount, due }: MilestoneTermsView): MilestoneRow {
  return { id, title, amount, due: dueField(due) };
}
