// The roads that somebody can take: the commands of a contract, each with sensible fields filled
// in, so that what it leads to can be worked out before anybody has typed. Some commands are two
// roads (a release of all, a release of a part). Nothing here says what a road does: the domain
// is asked. Amounts that are only an example are marked as such.
import { after, type Instant } from '../calendar.ts';
import type { CommandFields, CommandName, ContractCommand } from '../contracts/commands.ts';
import { type Contract, currencyOf, type Milestone, withEscrow } from '../contracts/contract.ts';
import { type ContractCommandName, contractCommandNames } from '../contracts/decide.ts';
import { openDisputes } from '../contracts/disputes/dispute.ts';
import { compare, isPositive, type Money, toDecimal, total, zero } from '../money/money.ts';
import type { Actor } from '../people.ts';
import { sketchOf } from './sketches.ts';

/** Roads that are one of two ways to give a command, and the command they give. */
export const variants = {
  extend: 'propose_change',
  part_release: 'release_payment',
  end_and_pay: 'end_contract',
  contest_dispute: 'answer_dispute',
} as const satisfies Partial<Record<string, CommandName>>;

export type RoadName = CommandName | keyof typeof variants;

/** What a sketch may look at: who goes the road, when, and the milestone that it is about. */
export type Walking = {
  readonly by: Actor;
  readonly now: Instant;
  readonly milestone: Milestone | null;
  /** Which dispute or request is meant, where several are open; else the first. */
  readonly about?: string | undefined;
};

export type Sketched = {
  readonly command: ContractCommand;
  /** An amount or a date in it is only an example: whoever goes the road chooses. */
  readonly example: boolean;
};

export function commandOf(road: RoadName): CommandName {
  return Object.hasOwn(variants, road)
    ? variants[road as keyof typeof variants]
    : (road as CommandName);
}

/** Whether the command of a road exists on contracts. */
export function isCommand(name: CommandName): name is ContractCommandName {
  return (contractCommandNames as readonly string[]).includes(name);
}

/** The command that somebody would give on this road; null where it makes no sense here. */
export function sketched(c: Contract, road: RoadName, walking: Walking): Sketched | null {
  const made = Object.hasOwn(variants, road)
    ? variantOf(c, road as keyof typeof variants, walking)
    : sketchOf(c, road as CommandName, walking);
  if (made === null) return null;
  const { example = false, ...fields } = made as { example?: boolean };
  const command = { type: commandOf(road), by: walking.by, ...fields } as ContractCommand;
  return { command, example };
}

/** Every dispute and request that is open: what a command may be about. */
export function openThings(c: Contract): readonly string[] {
  const requests = c.requests.filter(({ status }) => status === 'open');
  return [...openDisputes(c), ...requests].map(({ id }) => id);
}

type Sketch<N extends CommandName> = (CommandFields[N] & { readonly example?: boolean }) | null;

const aWeek = Temporal.Duration.from({ days: 7 });

function variantOf(c: Contract, road: keyof typeof variants, walking: Walking) {
  const { milestone, now } = walking;
  switch (road) {
    case 'extend':
      return extension(c, now);
    case 'part_release':
      return milestone === null ? null : partOf(milestone);
    case 'end_and_pay':
      return endAndPay(c);
    default:
      return sketchOf(c, 'answer_dispute', walking, { answer: 'contest' });
  }
}

/** The due date that comes next, put off by a week; a missed one from now. */
function extension(c: Contract, now: Instant): Sketch<'propose_change'> {
  const open = c.milestones.filter(
    (m) => m.due !== null && ['planned', 'funding', 'funded'].includes(m.status),
  );
  const [first] = open.toSorted((a, b) => (a.due && b.due ? compareDue(a.due, b.due) : 0));
  if (first?.due == null) return null;
  const from = Temporal.Instant.compare(first.due, now) < 0 ? now : first.due;
  return { milestones: [{ id: first.id, due: after(from, aWeek) }], example: true };
}

function compareDue(a: Instant, b: Instant): number {
  return Temporal.Instant.compare(a, b);
}

function partOf(milestone: Milestone): Sketch<'release_payment'> {
  const half = halfOf(milestone.escrow);
  if (!isPositive(half) || compare(half, milestone.escrow) === 0) return null;
  return { milestone: milestone.id, amount: toDecimal(half), example: true };
}

/** Ends with everything paid that is held and not under review. */
function endAndPay(c: Contract): Sketch<'end_contract'> {
  const ends = sketchOf(c, 'end_contract', null);
  const held = withEscrow(c).filter((m) => m.status !== 'submitted');
  const all = total(
    held.map((m) => m.escrow),
    currencyOf(c),
  );
  if (ends === null || !isPositive(all)) return null;
  return { ...(ends as CommandFields['end_contract']), release: toDecimal(all) };
}

/** Half of an amount, the odd minor unit left out. */
export function halfOf(amount: Money): Money {
  return { ...zero(amount.currency), minor: amount.minor / 2n };
}
