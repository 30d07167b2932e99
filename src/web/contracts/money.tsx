// The money of a contract as a table that adds up: first the plan, as far as it is paid, held,
// given back or still to come; then what it means for the reader's own side, after fees.

import {
  add,
  fromDecimal,
  type Money,
  subtract,
  toDecimal,
  zero,
} from '../../domain/money/money.ts';
import { feeOf } from '../../domain/money/split.ts';
import { isZeroAmount } from '../../words/money.ts';
import { titleOf, whom } from '../../words/scene.ts';
import { type SumRow, Sums } from '../parts/amount.tsx';
import { Section } from '../parts/layout.tsx';
import { Note } from '../parts/panel.tsx';
import { milestonesOf, type Room } from './room.ts';

export function MoneyTable({ room }: { room: Room }) {
  const { currency } = room.view.terms;
  const own = room.viewer === 'freelancer' ? freelancerRows(room) : clientRows(room);
  const offered = room.view.accepted === undefined;
  return (
    <Section id="money" title={`Money, ${currency}`} flush>
      <Sums
        caption={`The money of this contract, in ${currency}`}
        rows={offered ? offerRows(room) : [...planRows(room), ...own]}
      />
      <div class="above-3">
        <Note>No tax applied.</Note>
      </div>
    </Section>
  );
}

type Read = (amount: string) => Money;

function reading({ view }: Room): Read {
  const { currency } = view.terms;
  return (amount) => fromDecimal(amount, currency) ?? zero(currency);
}

function negative(amount: string): string {
  return isZeroAmount(amount) ? amount : `-${amount}`;
}

/** A line that is nothing is left out. */
function unlessNothing(row: SumRow & { amount: string }): readonly SumRow[] {
  return isZeroAmount(row.amount) ? [] : [row];
}

/** What was agreed, and where each part of it is. */
function planRows(room: Room): readonly SumRow[] {
  const of = reading(room);
  const { view, scene } = room;
  const { money } = view;
  const whole = milestonesOf(room).reduce((sum, one) => add(sum, of(one.amount)), of('0'));
  const released = releasedOf(room, of);
  const kept = add(of(money.escrow), of(money.held));
  const settled = add(add(released, kept), of(money.returned));
  const open = subtract(whole, settled);
  const active = view.status === 'active';
  const toFund = active ? stillToFund(room, of) : open;
  const rows = (label: string, part: 'escrow' | 'held') =>
    milestonesOf(room)
      .filter((one) => !isZeroAmount(one[part]))
      .map((one): SumRow => ({ label: `${label} ${titleOf(scene, one.id)}`, amount: one[part] }));
  return [
    ...unlessNothing({ label: 'Released', amount: toDecimal(released) }),
    ...rows('Held for', 'escrow'),
    ...rows('In dispute for', 'held'),
    ...unlessNothing({ label: `Given back to ${whom(scene, 'client')}`, amount: money.returned }),
    ...unlessNothing({ label: active ? 'Not funded yet' : 'Not paid', amount: toDecimal(toFund) }),
    ...unlessNothing({
      label: 'No longer needed',
      note: 'money moved on by a part release covers it',
      amount: toDecimal(subtract(open, toFund)),
    }),
    { label: 'Agreed', amount: toDecimal(whole), kind: 'end' },
    ...besides(room, of),
  ];
}

/** What was released of the plan; the rest of what was paid came beside it. */
function releasedOf(room: Room, of: Read): Money {
  return milestonesOf(room).reduce((sum, one) => add(sum, of(one.released)), of('0'));
}

/** Money beside the plan: bonuses, expenses, and refunds of what had been paid. */
function besides(room: Room, of: Read): readonly SumRow[] {
  const { money } = room.view;
  const bonuses = toDecimal(subtract(of(money.paid), releasedOf(room, of)));
  return [
    ...unlessNothing({ label: 'Paid beside the plan', amount: bonuses, gap: true }),
    ...unlessNothing({
      label: 'Refunded of what was paid',
      amount: negative(money.refunded),
      gap: isZeroAmount(bonuses),
    }),
  ];
}

/** What the milestones ahead still cost: their amounts, less what a part release moved to them. */
function stillToFund(room: Room, of: Read): Money {
  return milestonesOf(room)
    .filter(({ status }) => status === 'planned' || status === 'funding')
    .reduce((sum, one) => {
      const has = add(of(one.escrow), of(one.held));
      return add(sum, subtract(of(one.amount), has));
    }, of('0'));
}

/** An offer: what it comes to for the reader, if it is accepted and all of it is released. */
function offerRows(room: Room): readonly SumRow[] {
  const of = reading(room);
  const { view, scene } = room;
  const amounts = milestonesOf(room).map(({ amount }) => of(amount));
  const whole = amounts.reduce(add, of('0'));
  const feesAt = (bps: number) =>
    amounts.reduce((sum, amount) => add(sum, feeOf(amount, bps)), of('0'));
  const offered: SumRow = { label: 'Offered', amount: toDecimal(whole) };
  const held = unlessNothing({
    label: 'Held already',
    note: 'for the first milestone',
    amount: view.money.escrow,
    gap: true,
  });
  if (room.viewer === 'freelancer') {
    const fee = feesAt(view.policy.fee.freelancer_bps);
    const label = `Platform fee ${scene.fees.freelancer}`;
    return [
      offered,
      ...unlessNothing({ label, amount: negative(toDecimal(fee)), kind: 'part' }),
      { label: 'You get for all of it', amount: toDecimal(subtract(whole, fee)), kind: 'end' },
      ...held,
    ];
  }
  const fee = feesAt(view.policy.fee.client_bps);
  const label = `Platform fee ${scene.fees.client} on top`;
  return [
    offered,
    ...unlessNothing({ label, amount: toDecimal(fee), kind: 'part' }),
    { label: 'All of it costs', amount: toDecimal(add(whole, fee)), kind: 'end' },
    ...held,
  ];
}

function freelancerRows(room: Room): readonly SumRow[] {
  const of = reading(room);
  const { view, scene } = room;
  const { money } = view;
  const kept = subtract(subtract(of(money.paid), of(money.fees)), of(money.refunded));
  // A forecast also knows earnings of releases that are still to come.
  const latest = room.timeline.at(-1)?.event.seq ?? 0;
  const clearing = view.next
    .filter(({ what, subject }) => what === 'earnings_clear' && Number(subject) <= latest)
    .flatMap(({ effect }) => effect.postings)
    .reduce((sum, { amount }) => add(sum, of(amount)), of('0'));
  const future = unlessNothing({ ...earningsAhead(room, of), gap: true });
  if (isZeroAmount(money.paid)) return future;
  return [
    { label: 'Paid to you', amount: money.paid, gap: true },
    ...unlessNothing({
      label: `Platform fee ${scene.fees.freelancer}`,
      amount: negative(money.fees),
      kind: 'part',
    }),
    isZeroAmount(money.refunded)
      ? { label: 'Refunds', text: 'none', kind: 'part' }
      : { label: 'Refunds', amount: negative(money.refunded), kind: 'part' },
    { label: 'You received', amount: toDecimal(kept), kind: 'end' },
    ...unlessNothing({
      label: 'Still clearing',
      note: 'part of what you received',
      amount: toDecimal(clearing),
      gap: true,
    }),
    ...future,
  ];
}

/** What is held, after the fee, milestone by milestone as it would be released. */
function earningsAhead({ view }: Room, of: Read): SumRow & { amount: string } {
  const bps = view.policy.fee.freelancer_bps;
  const held = Object.values(view.milestones).map(({ escrow }) => of(escrow));
  const net = held.reduce((sum, one) => add(sum, subtract(one, feeOf(one, bps))), of('0'));
  return { label: 'Held, after the fee', note: 'yours if it is released', amount: toDecimal(net) };
}

function clientRows(room: Room): readonly SumRow[] {
  const of = reading(room);
  const { view, scene } = room;
  const { money } = view;
  const paid = subtract(of(money.paid), of(money.refunded));
  const kept = add(of(money.escrow), of(money.held));
  const out = add(add(paid, kept), of(money.client_fees));
  return [
    { label: `Paid to ${scene.names.freelancer}`, amount: toDecimal(paid), gap: true },
    ...unlessNothing({ label: 'Held', amount: money.escrow }),
    ...unlessNothing({ label: 'In dispute', amount: money.held }),
    ...unlessNothing({
      label: `Platform fee ${scene.fees.client} on top`,
      amount: money.client_fees,
      kind: 'part',
    }),
    {
      label: room.viewer === 'client' ? 'Your money in it' : `${scene.names.client}’s money in it`,
      amount: toDecimal(out),
      kind: 'end',
    },
  ];
}
