// What a proposed change does to the plan. It is judged when it is proposed and again when it is
// accepted, because the contract may have changed in between: what is settled or under review
// stays as it is, and a milestone with money in it is not taken away.
import { compare, isPositive, type Money } from '../../money/money.ts';
import { allOr, firstOf, foremost, isRejection, type Rejection, reject } from '../../rejections.ts';
import type { CommandOf, MilestonePatch } from '../commands.ts';
import {
  type Contract,
  isFunded,
  isSettled,
  type MilestoneChange,
  type MilestoneTerms,
  milestoneOf,
  type Terms,
  type TermsPatch,
} from '../contract.ts';
import { milestoneAmount } from '../forming/terms.ts';

/** What a patch is about, whether its amounts are judged already or still to be. */
type Outline = {
  readonly milestones: readonly { readonly id: string; title?: string; amount?: unknown }[];
  readonly remove: readonly string[];
};

function isChangeable(c: Contract, wanted: Outline['milestones'][number], field: string) {
  const known = milestoneOf(c, wanted.id);
  const facts = { milestone: wanted.id };
  if (known === undefined) {
    // A new milestone says what it is called and what it is worth.
    const whole = wanted.title !== undefined && wanted.amount !== undefined;
    return whole ? null : reject('milestone_not_found', facts, field);
  }
  if (isSettled(known)) return reject('milestone_is_settled', facts, field);
  if (isPositive(known.held)) return reject('escrow_is_disputed', facts, field);
  return known.status === 'submitted' ? reject('milestone_is_submitted', facts, field) : null;
}

function isRemovable(c: Contract, id: string, field: string): Rejection | null {
  const known = milestoneOf(c, id);
  const facts = { milestone: id };
  if (known === undefined) return reject('milestone_not_found', facts, field);
  if (isSettled(known)) return reject('milestone_is_settled', facts, field);
  if (isPositive(known.held)) return reject('escrow_is_disputed', facts, field);
  const money = isFunded(known) || isPositive(known.escrow);
  return money ? reject('milestone_already_funded', facts, field) : null;
}

function isNamedOnce(outline: Outline, index: number, field: string): Rejection | null {
  const id = outline.milestones[index]?.id ?? '';
  if (outline.remove.includes(id)) return reject('milestone_not_found', { milestone: id }, field);
  const first = outline.milestones.findIndex((one) => one.id === id) === index;
  return first ? null : reject('milestone_exists', { milestone: id }, field);
}

function judgePlan(c: Contract, outline: Outline): Rejection | null {
  return foremost([
    ...outline.remove.map((id, index) => isRemovable(c, id, `remove[${index}]`)),
    ...outline.milestones.flatMap((wanted, index) => {
      const field = `milestones[${index}].id`;
      return [isNamedOnce(outline, index, field), isChangeable(c, wanted, field)];
    }),
  ]);
}

/** No milestone becomes worth less than what was paid for it already. */
function coversPaid(c: Contract, id: string, amount: Money, field: string): Rejection | null {
  const released = milestoneOf(c, id)?.released;
  const below = released !== undefined && compare(amount, released) < 0;
  return below ? reject('amount_below_minimum', { minimum: released }, field) : null;
}

function changeOf(c: Contract, fields: MilestonePatch, index: number): MilestoneChange | Rejection {
  const { currency, policy } = c.terms;
  const { amount: text, ...rest } = fields;
  if (text === undefined) return rest;
  const field = `milestones[${index}].amount`;
  const amount = milestoneAmount(text, currency, policy, field);
  if (isRejection(amount)) return amount;
  return coversPaid(c, fields.id, amount, field) ?? { ...rest, amount };
}

/** The patch that a command proposes, judged by its fields and by the contract as it is. */
export function patchOf(c: Contract, command: CommandOf<'propose_change'>): TermsPatch | Rejection {
  const { milestones = [], remove = [], scope = null } = command;
  const refused = judgePlan(c, { milestones, remove });
  if (refused !== null) return refused;
  const changes = allOr(milestones.map((fields, index) => changeOf(c, fields, index)));
  if (isRejection(changes)) return changes;
  return { milestones: changes, remove: [...new Set(remove)], scope };
}

/** Why the contract cannot be changed so as it is by now; or null. */
export function judgePatch(c: Contract, patch: TermsPatch): Rejection | null {
  const amounts = patch.milestones.map(({ id, amount }, index) =>
    amount === undefined ? null : coversPaid(c, id, amount, `milestones[${index}].amount`),
  );
  const refused = firstOf(judgePlan(c, patch), foremost(amounts));
  // Acceptance has no fields of its own that could be wrong.
  return refused === null ? null : reject(refused.rejected, refused.facts);
}

function added({ id, title, amount, due }: MilestoneChange): readonly MilestoneTerms[] {
  if (title === undefined || amount === undefined) return [];
  return [{ id, title, amount, due: due ?? null }];
}

/** The terms after the patch, a new version: all milestones that both have agreed on. */
export function patchedTerms(c: Contract, patch: TermsPatch): Terms {
  const changeTo = (id: string) => patch.milestones.find((change) => change.id === id);
  const kept = c.milestones
    .filter((m) => !patch.remove.includes(m.id) && (m.agreed || changeTo(m.id) !== undefined))
    .map((m): MilestoneTerms => {
      const { id, title, amount, due } = { ...m, ...changeTo(m.id) };
      return { id, title, amount, due };
    });
  const fresh = patch.milestones.filter((change) => milestoneOf(c, change.id) === undefined);
  return {
    ...c.terms,
    version: c.terms.version + 1,
    scope: patch.scope ?? c.terms.scope,
    milestones: [...kept, ...fresh.flatMap(added)],
  };
}
