// The consequence table: what each side has now, when you press, and if the other side agrees or
// is silent. What pressing does is the only tinted column; what moves is bold, what stays quiet.
// It compares the amounts it is given and computes none.
import type { ComponentChildren } from 'preact';
import { formatFigure, type Sign } from '../../words/money.ts';

export type Moment = { readonly title: string; readonly note: string };

export type EffectRow = {
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
  /** One decimal string per moment; an empty one reads "–". */
  readonly amounts: readonly string[];
  readonly sign?: Sign | undefined;
  /** An amount that moves here is the reader's or safe: green. */
  readonly good?: boolean | undefined;
  /** The side's last line, under a double rule. */
  readonly end?: boolean | undefined;
};

export type EffectsProps = {
  /** "Money of both sides now and right after you end the contract. US dollars" */
  readonly caption: string;
  /** The head of the first column: "US dollars". */
  readonly unit: string;
  /** Two or three; the second is the press of the button. */
  readonly moments: readonly Moment[];
  readonly sides: readonly { readonly name: string; readonly rows: readonly EffectRow[] }[];
};

const PRESS = 1;

export function Effects({ caption, unit, moments, sides }: EffectsProps) {
  return (
    <div class="wrap">
      <table class={moments.length === 2 ? 'effects two' : 'effects'}>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            {moments.map(({ title, note }, index) => (
              <th key={title} scope="col" class={index === PRESS ? 'focus' : undefined}>
                <b>{title}</b>
                <small>{note}</small>
              </th>
            ))}
          </tr>
        </thead>
        {sides.map((side) => (
          <tbody key={side.name}>
            <tr class="side">
              <th scope="rowgroup" colSpan={moments.length + 1}>
                <bdi>{side.name}</bdi>
              </th>
            </tr>
            {side.rows.map((row, index) => (
              <Line key={index} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Line({ row }: { row: EffectRow }) {
  return (
    <tr class={row.end ? 'end' : undefined}>
      <th scope="row">
        {row.label}
        {row.note && <small>{row.note}</small>}
      </th>
      {row.amounts.map((amount, index) => (
        <td key={index} class={looks(row, index)}>
          <bdi>{amount === '' ? '–' : formatFigure(amount, row.sign)}</bdi>
        </td>
      ))}
    </tr>
  );
}

/** Bold where an amount differs from the moment before, quiet where it is still what it was. */
function looks(row: EffectRow, index: number): string | undefined {
  const moved = index > 0 && row.amounts[index] !== row.amounts[index - 1];
  const same = row.amounts[index] === row.amounts[0];
  const names = [
    index === PRESS && 'focus',
    !row.end && (moved ? 'moved' : same && 'same'),
    row.good && moved && 'good',
  ];
  return names.filter(Boolean).join(' ') || undefined;
}
