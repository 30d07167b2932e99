// The money of both sides in columns: now, when you press, and if nobody acts. The numbers are
// those of the preview, which is the calculation that the button carries out; every column adds
// up to its last line. This file only sorts amounts into rows.
import { type Contract, type MoneyOfContract, noMoney } from '../../domain/contracts/contract.ts';
import type { Foreseen } from '../../domain/forecast.ts';
import { add, isZero, type Money, subtract, toDecimal, total } from '../../domain/money/money.ts';
import { otherParty, type Party } from '../../domain/people.ts';
import type { ContractPreview } from '../../engine/requests.ts';
import { isZeroAmount } from '../../words/money.ts';
import { isYou, type Scene, whom, whose } from '../../words/scene.ts';
import { shortDayText } from '../../words/time.ts';
import type { EffectRow, EffectsProps, Moment } from '../parts/effects.tsx';
import type { Reader } from '../parts/frame.ts';

type Sums = MoneyOfContract;

/** A charge on its way counts as confirmed, as in every forecast. */
function withCharges(c: Contract): Sums {
  const waiting = c.charges.filter((charge) => charge.status === 'waiting');
  const { currency } = c.terms;
  const amounts = waiting.map((charge) => charge.amount);
  const fees = waiting.map((charge) => charge.clientFee);
  return {
    ...c.money,
    escrow: add(c.money.escrow, total(amounts, currency)),
    clientFees: add(c.money.clientFees, total(fees, currency)),
  };
}

/** The sums once every deadline has passed in silence. */
function inTheEnd(c: Contract, forecast: readonly Foreseen[]): Sums {
  return forecast.at(-1)?.step.state.money ?? withCharges(c);
}

function sameSums(a: Sums, b: Sums): boolean {
  const keys = Object.keys(a) as (keyof Sums)[];
  return keys.every((key) => a[key].minor === b[key].minor);
}

const paidNet = (s: Sums): Money => subtract(s.paid, s.refunded);
/** What is back with the client: out of escrow, and of what had been paid. */
const back = (s: Sums): Money => add(s.returned, s.refunded);
const putIn = (s: Sums): Money =>
  add(add(paidNet(s), add(s.escrow, s.held)), add(back(s), s.clientFees));
const feesTaken = (s: Sums): Money => ({ ...s.fees, minor: -s.fees.minor });
const received = (s: Sums): Money => subtract(paidNet(s), s.fees);

type Columns = { readonly all: readonly Sums[]; readonly scene: Scene };

function row({ all }: Columns, label: string, of: (s: Sums) => Money, more = {}): EffectRow {
  return { label, amounts: all.map((sums) => toDecimal(of(sums))), ...more };
}

/** A line that is nothing in every column is left out. */
function unlessNothing(line: EffectRow): readonly EffectRow[] {
  return line.amounts.every(isZeroAmount) ? [] : [line];
}

function clientSide(columns: Columns): readonly EffectRow[] {
  const { scene, all } = columns;
  const feeOnTop = all.some((sums) => !isZero(sums.clientFees));
  return [
    row(columns, `Paid to ${whom(scene, 'freelancer')}`, paidNet),
    ...unlessNothing(row(columns, 'Platform fee on top', (s) => s.clientFees)),
    row(columns, 'Held for this contract', (s) => s.escrow),
    ...unlessNothing(row(columns, 'In dispute', (s) => s.held)),
    ...unlessNothing(
      row(columns, `Back on ${whose(scene, 'client')} balance`, back, {
        good: isYou(scene, 'client'),
      }),
    ),
    row(columns, feeOnTop ? 'Put in, less fees that came back' : 'Put in so far', putIn, {
      end: true,
    }),
  ];
}

function freelancerSide(columns: Columns): readonly EffectRow[] {
  const { scene } = columns;
  const you = isYou(scene, 'freelancer');
  return [
    row(columns, `Paid by ${whom(scene, 'client')}`, paidNet),
    ...unlessNothing(row(columns, `Platform fee ${scene.fees.freelancer}`, feesTaken)),
    row(columns, you ? 'You receive' : `${scene.names.freelancer} receives`, received, {
      end: true,
    }),
  ];
}

function sideName(scene: Scene, party: Party): string {
  return isYou(scene, party) ? `You, ${scene.names[party]}` : scene.names[party];
}

/** Until when silence moves money, and whose silence it is. */
function silence(preview: ContractPreview, scene: Scene, reader: Reader): Moment {
  const moving = preview.forecastAfter.filter(
    ({ deadline, step }) => step.postings.length > 0 && deadline.what !== 'earnings_clear',
  );
  const last = moving.at(-1);
  if (last === undefined) return { title: 'When the charge goes through', note: 'seconds later' };
  const note = `by ${shortDayText(last.deadline.at, reader.zone, reader.now)}`;
  const other = otherParty(scene.viewer === 'freelancer' ? 'freelancer' : 'client');
  const theirs = moving.every(({ deadline }) => deadline.whoCanAct.every((one) => one === other));
  return { title: theirs ? `If ${scene.names[other]} is silent` : 'If nobody acts', note };
}

/** A last column of another kind than silence, such as "If Ann agrees". */
export type Outlook = { readonly moment: Moment; readonly sums: Sums };

export type EffectsAsked = {
  readonly outlook?: Outlook | null;
  /** Shown although nothing changes: where both sides want to see that it does not. */
  readonly always?: boolean;
};

/** The table, or null where neither pressing nor what follows it changes any amount. */
export function effectsOf(
  preview: ContractPreview,
  scene: Scene,
  reader: Reader,
  { outlook = null, always = false }: EffectsAsked = {},
): EffectsProps | null {
  const { before, after } = preview;
  const now = before?.money ?? noMoney(after.terms.currency);
  const end = outlook?.sums ?? inTheEnd(after, preview.forecastAfter);
  const endBefore = before === null ? now : inTheEnd(before, preview.forecastBefore);
  if (!always && sameSums(now, after.money) && sameSums(end, endBefore)) return null;
  const later = sameSums(after.money, end) ? [] : [end];
  const columns: Columns = { all: [now, after.money, ...later], scene };
  const sides = [
    { name: sideName(scene, 'client'), rows: clientSide(columns) },
    { name: sideName(scene, 'freelancer'), rows: freelancerSide(columns) },
  ];
  const today = shortDayText(reader.now, reader.zone, reader.now);
  return {
    caption: `Money of both sides now and when you press the button, in ${scene.currency}`,
    unit: scene.currency,
    moments: [
      { title: 'Now', note: today },
      { title: 'When you press', note: 'at once' },
      ...later.map(() => outlook?.moment ?? silence(preview, scene, reader)),
    ],
    sides: scene.viewer === 'freelancer' ? sides.toReversed() : sides,
  };
}
